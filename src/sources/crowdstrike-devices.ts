import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

const TAMPER = { enabled: 'on', maintenance_mode: 'off', disabled: 'off', unknown: 'unknown' } as const;

export default defineSource({
  product: 'CrowdStrike Falcon',
  title: 'Device details (API JSON)',
  kinds: ['endpoint-protection'],
  obtain: 'GET /devices/queries/devices/v1, then POST /devices/entities/devices/v2 with the ids',
  proves: 'Which machines run the sensor, whether a prevention policy is applied to each, and when each was last seen.',
  cannotProve:
    "That the prevention policy blocks: its settings are in the policy's own export. Status normal only means not contained.",
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('meta.pagination.total') }),
      items: ['resources', ''],
      required: [
        'device_id',
        'agent_version',
        'last_seen',
        ['device_policies', 'policies'],
        ['hostname', 'platform_name'],
      ],
      item: read,
    },
  ],
});

function read(device: Fields, file: FileContext): Yield {
  const name = device.text('hostname') ?? device.text('device_id');
  if (name === undefined) return { reject: 'a device without a name' };
  const lastSeen = device.time('last_seen');
  const reduced = device.flag('reduced_functionality_mode');
  const tamper = device.has('device_policies.sensor_update.uninstall_protection')
    ? device.word('device_policies.sensor_update.uninstall_protection', TAMPER)
    : undefined;
  return {
    kind: 'endpoint-protection',
    strength: 'C',
    observed: firstDated(lastSeen, file.asStated),
    device: name,
    serial: device.text('serial_number'),
    aliases: device.texts('device_id'),
    product: 'CrowdStrike Falcon',
    agentVersion: device.text('agent_version'),
    mode: 'unknown',
    healthy: reduced === undefined ? undefined : !reduced,
    lastSeen: ifDated(lastSeen),
    policyApplied: preventionApplied(device),
    tamperProtected: tamper === undefined || tamper === 'unknown' ? undefined : tamper === 'on',
    role: roleOf(device.text('product_type_desc'), device.text('os_version')),
  };
}

function preventionApplied(device: Fields): boolean | undefined {
  const stated = device.flag('device_policies.prevention.applied');
  if (stated !== undefined) return stated;
  return device
    .children('policies')
    .find((policy) => policy.text('policy_type') === 'prevention')
    ?.flag('applied');
}
