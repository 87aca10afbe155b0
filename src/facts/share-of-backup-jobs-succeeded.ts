import { isDated } from '../model/observed.ts';
import { CRITICAL_SYSTEMS } from './kit/among.ts';
import { backedUp, judgeBackup } from './kit/backups.ts';
import { unnamedMembers } from './kit/coverage.ts';
import { shareOfThings } from './kit/things.ts';
import { bestDay } from './kit/time.ts';

export default shareOfThings({
  question: 'What share of backup runs succeeded?',
  means:
    'The last state of each job, system and day from the start of the period to the as-of date: a retry that succeeds makes the day good. A warning is no success. Days without any run are another question.',
  from: ['backup-job'],
  unit: 'backup run',
  span: 'happening',
  subject: (job, scope) => {
    const day = isDated(job.observed) ? bestDay(job.observed, scope) : 'undated';
    return { name: `${job.job ?? ''} ${backedUp(job)} ${day}`, more: [backedUp(job)] };
  },
  judge: judgeBackup,
  incomplete: (runs, scope) => unnamedMembers(runs, CRITICAL_SYSTEMS, scope),
});
