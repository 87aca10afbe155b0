import { ALL_DEVICES } from './kit/among.ts';
import { deviceOf, judgeDevice } from './kit/compliance.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of devices is managed?',
  means: 'Devices that the management tool manages and that reported to it within 30 days.',
  from: ['device-compliance'],
  among: ALL_DEVICES,
  subject: deviceOf,
  judge: (device, scope) => judgeDevice(device, { is: device.managed, yes: 'managed', no: 'not managed' }, scope),
});
