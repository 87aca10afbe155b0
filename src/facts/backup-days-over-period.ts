import { judgeBackup } from './kit/backups.ts';
import { occurrencesOf } from './kit/occurrences.ts';

export default occurrencesOf<'backup-job' | 'backup-point'>({
  question: 'In how many weeks of the period was a backup made?',
  means:
    'Weeks with at least one successful run or restore point of any system; cloud services are another question. Points that were since removed by retention are not seen.',
  from: ['backup-job', 'backup-point'],
  every: 'week',
  judge: (record, scope) =>
    record.kind === 'backup-job' && record.service === 'saas' ? undefined : judgeBackup(record, scope),
});
