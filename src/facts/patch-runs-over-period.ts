import { occurrencesOf } from './kit/occurrences.ts';
import { systemOf } from './kit/patches.ts';
import { refutes, supports } from './kit/subjects.ts';

export default occurrencesOf({
  question: 'In how many months of the period were patches installed?',
  means: 'Months with at least one installation that succeeded on any device.',
  from: ['patch-install'],
  every: 'month',
  judge: (install) => {
    const text = `${systemOf(install)}: ${install.patch} ${install.verbatim}`;
    return install.outcome === 'installed' ? supports(text) : refutes(text);
  },
});
