import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Kandji (Iru)',
  title: 'Devices or device details (API JSON)',
  kinds: ['device-compliance'],
  obtain:
    'GET https://<tenant>.api.kandji.io/api/v1/devices, all pages; or /devices/{id}/details for each device (FileVault is only there)',
  proves: 'Which Apple devices are managed, when each last checked in, and (in the details) whether FileVault is on.',
  cannotProve: 'Devices that were never enrolled; the plain list does not tell encryption.',
  reads: [
    {
      shape: 'json',
      items: ['', 'results'],
      required: ['device_id', 'device_name', 'last_check_in', 'is_missing', 'blueprint_id'],
      item: (device, file) => {
        const name = device.text('device_name');
        if (name === undefined) return { reject: 'a device without a name' };
        if (device.flag('is_removed') === true) return { reject: `${name} was removed from Kandji` };
        const lastSync = device.time('last_check_in');
        const missing = device.flag('is_missing') === true;
        return {
          kind: 'device-compliance',
          strength: 'C',
          observed: firstDated(lastSync, file.asStated),
          device: name,
          serial: device.text('serial_number'),
          owner: device.text('user.email'),
          os: device.text('platform'),
          osVersion: device.text('os_version'),
          managed: device.flag('mdm_enabled'),
          lastSync: ifDated(lastSync),
          reasons: missing ? ['missing: has not checked in'] : [],
          role: roleOf(device.text('platform'), device.text('model')),
        };
      },
    },
    {
      shape: 'json',
      items: ['', 'results'],
      required: ['general.device_id', 'general.device_name', 'filevault', 'mdm'],
      item: (device, file) => {
        const name = device.text('general.device_name');
        if (name === undefined) return { reject: 'a device without a name' };
        const lastSync = firstDated(device.time('mdm.last_check_in'), device.time('kandji_agent.last_check_in'));
        return {
          kind: 'device-compliance',
          strength: 'C',
          observed: firstDated(lastSync, file.asStated),
          device: name,
          serial: device.text('hardware_overview.serial_number'),
          owner: device.text('general.assigned_user.email') ?? device.text('general.assigned_user'),
          os: device.text('general.platform'),
          osVersion: device.text('general.os_version'),
          encrypted: device.flag('filevault.filevault_enabled'),
          managed: device.flag('mdm.mdm_enabled'),
          lastSync: ifDated(lastSync),
          role: roleOf(device.text('general.platform'), device.text('general.model')),
        };
      },
    },
  ],
});
