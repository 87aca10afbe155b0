import { ALL_DEVICES } from './kit/among.ts';
import { deviceOf, judgeDevice } from './kit/compliance.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of devices has its disk encrypted?',
  means:
    'As the management tool reports it of a device that reported within 30 days. Where the recovery keys are kept is another question.',
  from: ['device-compliance'],
  among: ALL_DEVICES,
  subject: deviceOf,
  judge: (device, scope) => judgeDevice(device, { is: device.encrypted, yes: 'encrypted', no: 'not encrypted' }, scope),
});
