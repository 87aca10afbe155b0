import { isDated } from '../model/observed.ts';
import { ALL_DEVICES } from './kit/among.ts';
import { shareOfDevices } from './kit/share.ts';
import { refutes, supports } from './kit/subjects.ts';
import { dayText } from './kit/time.ts';

export default shareOfDevices({
  question: 'For what share of devices in use does the inventory tell when support ends?',
  means: 'A date in the inventory, whether passed or not.',
  from: ['asset'],
  among: ALL_DEVICES,
  subject: (asset) =>
    asset.type === 'device' && (asset.status === 'in-use' || asset.status === 'unknown')
      ? { name: asset.name, more: [asset.serial, asset.assetTag], role: asset.role }
      : undefined,
  judge: (asset, scope) =>
    asset.supportEnds && isDated(asset.supportEnds)
      ? supports(`${asset.name}: support ends ${dayText(asset.supportEnds, scope)}`)
      : refutes(`${asset.name}: no end of support told`),
});
