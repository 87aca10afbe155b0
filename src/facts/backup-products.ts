import { namesOf } from './kit/names-of.ts';
import { supports } from './kit/subjects.ts';

export default namesOf({
  question: 'Which backup products are in use?',
  means: 'The products whose exports were read.',
  from: ['backup-job', 'backup-point', 'backup-setting'],
  subject: (record) => (record.exportedBy === undefined ? undefined : { name: record.exportedBy }),
  judge: (record) => supports(`${record.exportedBy}: ${record.kind === 'backup-setting' ? 'settings' : 'backups'}`),
});
