import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

// Microsoft spells the second one in two ways. In its grace period a device is not compliant yet.
const STATES = {
  compliant: 'compliant',
  noncompliant: 'not',
  'not compliant': 'not',
  conflict: 'not',
  error: 'not',
  ingraceperiod: 'not',
  'in grace period': 'not',
  configmanager: 'unknown',
  'managed by configmgr': 'unknown',
  unknown: 'unknown',
  'not evaluated': 'unknown',
} as const;
const OWNERSHIP = { company: 'company', corporate: 'company', personal: 'personal', unknown: 'unknown' } as const;

const NAME = ['deviceName', 'Device name', 'managedDeviceName'];
const COMPLIANCE = ['complianceState', 'Compliance'];
const SYNC = ['lastSyncDateTime', 'Last check-in'];
const OWNER = ['userPrincipalName', 'Primary user UPN', 'emailAddress', 'Primary user email address'];
const OWNED_BY = ['managedDeviceOwnerType', 'ownerType', 'Ownership'];

export default defineSource({
  product: 'Microsoft Intune',
  title: 'Managed devices (Graph JSON or CSV)',
  kinds: ['device-compliance'],
  obtain: 'Intune admin centre > Devices > All devices > Export; or Graph: GET /deviceManagement/managedDevices',
  proves: 'Which enrolled devices are encrypted and compliant, and when each last reported.',
  cannotProve: 'Devices that were never enrolled, or the state of one that has not reported for weeks.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: ['value', ''],
      required: [['deviceName', 'managedDeviceName'], 'complianceState', 'lastSyncDateTime'],
      item: read,
    },
    {
      shape: 'table',
      required: ['Device name', 'Compliance', 'Last check-in', 'Ownership', ['Encrypted', 'Device ID']],
      row: read,
    },
  ],
});

function read(device: Fields, file: FileContext): Yield {
  const name = cell(device, NAME) ?? device.text('id');
  if (name === undefined) return { reject: 'a device without a name' };
  const lastSync = device.time(named(device, SYNC));
  const state = device.word(named(device, COMPLIANCE), STATES);
  const os = cell(device, ['operatingSystem', 'OS']);
  const reason = state === 'not' ? [cell(device, COMPLIANCE) ?? ''] : [];
  return {
    kind: 'device-compliance',
    strength: 'C',
    observed: firstDated(lastSync, file.asStated),
    device: name,
    serial: cell(device, ['serialNumber', 'Serial number']),
    owner: cell(device, OWNER),
    ownership: device.word(named(device, OWNED_BY), OWNERSHIP),
    os,
    osVersion: cell(device, ['osVersion', 'OS version']),
    encrypted: device.flag(named(device, ['isEncrypted', 'Encrypted'])),
    compliant: state === undefined || state === 'unknown' ? undefined : state === 'compliant',
    managed: true,
    lastSync: ifDated(lastSync),
    reasons: device.flag(named(device, ['jailBroken', 'Jailbroken'])) === true ? [...reason, 'jailbroken'] : reason,
    role: roleOf(os, device.text('model')),
  };
}
