import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Devices (Graph JSON or CSV of the portal)',
  kinds: ['asset'],
  obtain: 'Entra admin centre > Devices > All devices > Download devices; or Graph: GET /devices',
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
      item: read,
    },
    {
      shape: 'table',
      // The portal has named its columns in two ways.
      required: [
        'displayName',
        ['operatingSystem', 'deviceOSType'],
        ['joinType (trustType)', 'joinType', 'trustType', 'deviceTrustType'],
        ['deviceId', 'objectId'],
      ],
      forbidden: ['complianceState', 'onboardingStatus', 'deviceName'],
      row: read,
    },
  ],
});

function read(device: Fields, file: FileContext): Yield {
  const name = device.text('displayName');
  if (name === undefined) return { reject: 'a device without a name' };
  const lastSeen = device.time(named(device, ['approximateLastSignInDateTime', 'approximateLastLogonTimeStamp']));
  const os = cell(device, ['operatingSystem', 'deviceOSType']);
  const registered = device.children('registeredOwners')[0] ?? device.children('registeredUsers')[0];
  return {
    kind: 'asset',
    strength: 'C',
    observed: firstDated(lastSeen, file.asStated),
    name,
    type: 'device',
    role: roleOf(os, device.text('model')),
    os,
    osVersion: cell(device, ['operatingSystemVersion', 'deviceOSVersion']),
    owner:
      registered?.text('userPrincipalName') ??
      registered?.text('displayName') ??
      cell(device, ['userNames', 'registeredOwners']),
    status: device.flag('accountEnabled') === false ? 'retired' : 'unknown',
    lastSeen: ifDated(lastSeen),
    aliases: [device.text('deviceId') ?? ''].filter((id) => id !== ''),
  };
}
