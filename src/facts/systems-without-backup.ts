import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many systems does the backup product list as not backed up?',
  means: 'The product’s own list. Machines that are switched off and templates are left out, and said.',
  from: ['backup-coverage'],
  of: 'device',
  unit: 'system',
  tone: 'bad',
  subject: (coverage) => ({ name: coverage.system }),
  judge: (coverage) => {
    const reason = coverage.reason === undefined ? '' : ` (${coverage.reason})`;
    if (coverage.covered) return isClear(`${coverage.system}: backed up`);
    if (coverage.poweredOff === true) return undecided(`${coverage.system}: not backed up, switched off${reason}`);
    return counts(`${coverage.system}: not backed up${reason}`);
  },
});
