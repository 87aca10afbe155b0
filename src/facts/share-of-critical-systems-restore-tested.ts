import { isDated } from '../model/observed.ts';
import { CRITICAL_SYSTEMS } from './kit/among.ts';
import { provesRestore, restoredSystem } from './kit/restores.ts';
import { shareOfDevices } from './kit/share.ts';
import { refutes, undecided } from './kit/subjects.ts';
import { bestDay, dayText } from './kit/time.ts';

export default shareOfDevices({
  question: 'Of what share of critical systems was a restore proven to work?',
  means:
    'Systems that the inventory marks as critical, else its servers, with a proven restore since the start of the period.',
  from: ['restore-test'],
  among: CRITICAL_SYSTEMS,
  needsPopulation: true,
  rule: 'ever',
  silent: 'no restore test was seen',
  subject: (test) => ({ name: restoredSystem(test) }),
  judge: (test, scope) => {
    const judgement = provesRestore(test);
    if (judgement.side !== 'supports') return judgement;
    if (!isDated(test.observed)) return undecided(`${judgement.text}, undated`);
    const isOld = bestDay(test.observed, scope) < scope.period.from;
    return isOld ? refutes(`${judgement.text}, ${dayText(test.observed, scope)}`) : judgement;
  },
});
