import { daysSince } from './kit/days.ts';
import { isPenetrationTest, judgeScan } from './kit/scans.ts';
import { refutes, supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was a penetration test last made?',
  means: 'A test that a tool or its report dates. A vulnerability scan is none.',
  from: ['vulnerability-scan', 'document'],
  judge: (record) => {
    if (record.kind === 'vulnerability-scan') return isPenetrationTest(record) ? judgeScan(record) : undefined;
    if (record.topic !== 'penetration-test') return undefined;
    if (record.status === 'draft') return refutes(`${record.title}: a draft`);
    return supports(record.title, { when: record.approved ?? record.observed });
  },
});
