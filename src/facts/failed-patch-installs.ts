import { countOf, counts, isClear } from './kit/count.ts';
import { systemOf } from './kit/patches.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many patch installations failed and did not succeed later?',
  means: 'By device and patch, from the start of the period to the as-of date.',
  from: ['patch-install', 'patch-state'],
  of: 'thing',
  unit: 'failed installation',
  tone: 'bad',
  span: 'happening',
  subject: (record) => ({ name: `${systemOf(record)} ${record.patch}` }),
  judge: (record) => {
    const text = `${systemOf(record)}: ${record.patch} ${record.verbatim}`;
    const word = record.kind === 'patch-install' ? record.outcome : record.state;
    if (word === 'failed') return counts(text);
    return word === 'installed' || word === 'pending-reboot' ? isClear(text) : undecided(text);
  },
});
