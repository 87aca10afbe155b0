import { CRITICAL_SYSTEMS } from './kit/among.ts';
import { BACKED_UP_WITHIN_DAYS, backedUp, judgeBackup } from './kit/backups.ts';
import { shareOfDevices } from './kit/share.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';
import { ageDays, agoText } from './kit/time.ts';

export default shareOfDevices({
  question: 'What share of critical systems is backed up?',
  means:
    'Systems that the inventory marks as critical, else its servers, with a successful run or restore point within 30 days or on the backup product’s own list of what it covers.',
  from: ['backup-job', 'backup-point', 'backup-coverage'],
  among: CRITICAL_SYSTEMS,
  needsPopulation: true,
  silent: 'no backup was seen',
  subject: (record) => ({ name: record.kind === 'backup-coverage' ? record.system : backedUp(record) }),
  judge: (record, scope) => {
    if (record.kind === 'backup-coverage') {
      const reason = record.reason === undefined ? '' : ` (${record.reason})`;
      return record.covered ? supports(`${record.system}: covered`) : refutes(`${record.system}: not covered${reason}`);
    }
    const judgement = judgeBackup(record, scope);
    // A run that failed does not undo yesterday's success; its age decides.
    if (judgement?.side !== 'supports') return judgement && undecided(judgement.text);
    const age = ageDays(record.observed, scope);
    if (age === undefined || age <= BACKED_UP_WITHIN_DAYS) return judgement;
    return refutes(`${backedUp(record)}: last success ${agoText(record.observed, scope)}`);
  },
});
