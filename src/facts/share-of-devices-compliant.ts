import { ALL_DEVICES } from './kit/among.ts';
import { deviceOf, judgeDevice } from './kit/compliance.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of devices meets the rules of the management tool?',
  means: 'The tool’s own word for a device that reported within 30 days; which rules it checks is the tool’s setting.',
  from: ['device-compliance'],
  among: ALL_DEVICES,
  subject: deviceOf,
  judge: (device, scope) => {
    const reasons = device.reasons?.length ? ` (${device.reasons.join('; ')})` : '';
    return judgeDevice(device, { is: device.compliant, yes: 'compliant', no: `not compliant${reasons}` }, scope);
  },
});
