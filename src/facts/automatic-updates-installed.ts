import { COMPUTERS_ONLY } from './kit/among.ts';
import { PATCHED_WITHIN_DAYS, systemOf } from './kit/patches.ts';
import { shareOfDevices } from './kit/share.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { agoText, isWithin } from './kit/time.ts';

export default shareOfDevices({
  question: 'On what share of devices did an automatic updater install anything within 45 days of the as-of date?',
  means:
    'Installations that the log itself attributes to an automatic updater. That one is switched on shows nothing; one device that updates itself shows nothing of the others.',
  from: ['patch-install'],
  among: COMPUTERS_ONLY,
  rule: 'ever',
  subject: (install) => ({ name: systemOf(install) }),
  silent: 'no log of an automatic updater names it',
  judge: (install, scope) => {
    const text = `${systemOf(install)}: ${install.patch} ${install.verbatim} ${agoText(install.observed, scope)}`;
    if (install.automatic !== true) return undecided(`${text}, not marked as automatic`);
    const isRecent = install.outcome === 'installed' && isWithin(install.observed, PATCHED_WITHIN_DAYS, scope);
    return isRecent ? supports(text) : refutes(text);
  },
});
