import { countOf, counts, isClear } from './kit/count.ts';
import { systemOf } from './kit/patches.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many devices must restart before an installed patch takes effect?',
  means: 'Until the restart an installed patch protects nothing.',
  from: ['patch-state', 'patch-summary'],
  of: 'device',
  unit: 'device',
  tone: 'bad',
  subject: (record) =>
    record.kind === 'patch-state'
      ? { name: systemOf(record), per: record.patch }
      : { name: systemOf(record), per: 'summary' },
  judge: (record) => {
    const name = systemOf(record);
    if (record.kind === 'patch-state') {
      if (record.state === 'pending-reboot') return counts(`${name}: ${record.patch} waits for a restart`);
      return undecided(`${name}: ${record.patch} ${record.verbatim}`);
    }
    if (record.pendingReboot === undefined) return undefined;
    const text = `${name}: ${record.pendingReboot} patches wait for a restart`;
    return record.pendingReboot > 0 ? counts(text) : isClear(text);
  },
});
