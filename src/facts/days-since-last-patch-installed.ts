import { daysSince } from './kit/days.ts';
import { systemOf } from './kit/patches.ts';
import { refutes, supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was a patch last installed anywhere?',
  means: 'The newest installation that succeeded on any device. An enabled updater, an attempt or a failure is none.',
  from: ['patch-install'],
  judge: (install) => {
    const text = `${systemOf(install)}: ${install.patch} ${install.verbatim}`;
    return install.outcome === 'installed' ? supports(text) : refutes(text);
  },
});
