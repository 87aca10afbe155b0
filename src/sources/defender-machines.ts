import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Microsoft Defender for Endpoint',
  title: 'Machines (API JSON or JSON lines)',
  kinds: ['endpoint-protection'],
  obtain: 'GET https://api.security.microsoft.com/api/machines',
  proves: 'Which machines report to Defender, whether the sensor is healthy, and when each was last seen.',
  cannotProve: 'That the antivirus blocks (its mode is set by policy), or machines that Defender never saw.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: ['value', ''],
      required: ['id', 'onboardingStatus', 'healthStatus', 'lastSeen'],
      item: read,
    },
    {
      shape: 'json-lines',
      required: { onboardingStatus: true, healthStatus: true, lastSeen: true },
      line: read,
    },
  ],
});

function read(machine: Fields, file: FileContext): Yield {
  const device = machine.text('computerDnsName') ?? machine.text('id');
  if (device === undefined) return { reject: 'a machine without a name' };
  const lastSeen = machine.time('lastSeen');
  const onboarded = machine.text('onboardingStatus')?.toLowerCase() === 'onboarded';
  const health = machine.text('healthStatus')?.toLowerCase();
  return {
    kind: 'endpoint-protection',
    strength: 'C',
    observed: firstDated(lastSeen, file.asStated),
    device,
    aliases: [machine.text('id'), machine.text('aadDeviceId')]
      .filter((id) => id !== undefined && id !== device)
      .map(String),
    product: 'Microsoft Defender for Endpoint',
    agentVersion: machine.text('agentVersion'),
    // The mode is set by policy and is not in this list; that a machine has no sensor tells nothing of the sensors of others.
    mode: 'unknown',
    // A machine that was only discovered on the network has none.
    healthy: !onboarded ? false : health === undefined || health === 'unknown' ? undefined : health === 'active',
    lastSeen: ifDated(lastSeen),
    role: roleOf(machine.text('osPlatform'), machine.text('deviceType')),
    duplicate: machine.flag('isPotentialDuplication'),
  };
}
