import { PORTABLE_DEVICES } from './kit/among.ts';
import { deviceOf, judgeDevice } from './kit/compliance.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of workstations and mobile devices has its disk encrypted?',
  means:
    'As for all devices, of those that can be carried away. The inventory’s or the tool’s role decides which they are.',
  from: ['device-compliance', 'asset'],
  among: PORTABLE_DEVICES,
  subject: (record) => (record.kind === 'device-compliance' ? deviceOf(record) : undefined),
  judge: (record, scope) =>
    record.kind === 'device-compliance'
      ? judgeDevice(record, { is: record.encrypted, yes: 'encrypted', no: 'not encrypted' }, scope)
      : undefined,
});
