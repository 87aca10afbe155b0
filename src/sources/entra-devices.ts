import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Devices (Graph JSON)',
  kinds: ['asset'],
  obtain: 'Graph: GET /devices; or Entra admin centre > Devices > All devices',
  proves: 'Which devices are known to the tenant, and when each last signed in (to within some days).',
  cannotProve:
    'That a device is in use, owned by the company, encrypted or protected; registered private phones are in it too.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: ['value', ''],
      required: ['deviceId', 'displayName', 'operatingSystem', ['trustType', 'profileType']],
      forbidden: ['complianceState', 'onboardingStatus', 'deviceName'],
      item: (device, file) => {
        const name = device.text('displayName');
        if (name === undefined) return { reject: 'a device without a name' };
        const lastSeen = device.time('approximateLastSignInDateTime');
        const os = device.text('operatingSystem');
        const registered = device.children('registeredOwners')[0] ?? device.children('registeredUsers')[0];
        return {
          kind: 'asset',
          strength: 'C',
          observed: firstDated(lastSeen, file.asStated),
          name,
          type: 'device',
          role: roleOf(os, device.text('model')),
          os,
          osVersion: device.text('operatingSystemVersion'),
          owner: registered?.text('userPrincipalName') ?? registered?.text('displayName'),
          status: device.flag('accountEnabled') === false ? 'retired' : 'unknown',
          lastSeen: ifDated(lastSeen),
          aliases: [device.text('deviceId') ?? ''].filter((id) => id !== ''),
        };
      },
    },
  ],
});
