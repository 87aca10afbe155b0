import { holdsIf } from './kit/holds.ts';
import { PATCHED_WITHIN_DAYS, systemOf } from './kit/patches.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { agoText, isWithin } from './kit/time.ts';

export default holdsIf({
  question: 'Did an automatic updater install anything within 45 days of the as-of date?',
  means: 'Installations that the log itself attributes to an automatic updater. That one is switched on shows nothing.',
  from: ['patch-install'],
  of: 'device',
  needs: 'any',
  rule: 'ever',
  subject: (install) => ({ name: systemOf(install) }),
  judge: (install, scope) => {
    const text = `${systemOf(install)}: ${install.patch} ${install.verbatim} ${agoText(install.observed, scope)}`;
    if (install.automatic !== true) return undecided(`${text}, not marked as automatic`);
    const isRecent = install.outcome === 'installed' && isWithin(install.observed, PATCHED_WITHIN_DAYS, scope);
    return isRecent ? supports(text) : refutes(text);
  },
});
