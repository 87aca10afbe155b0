import { MOBILE_DEVICES } from './kit/among.ts';
import { deviceOf, judgeDevice } from './kit/compliance.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of mobile devices is managed?',
  means: 'As for all devices, of telephones and tablets. Personal ones count only when the inventory lists them.',
  from: ['device-compliance'],
  among: MOBILE_DEVICES,
  subject: deviceOf,
  judge: (device, scope) => judgeDevice(device, { is: device.managed, yes: 'managed', no: 'not managed' }, scope),
});
