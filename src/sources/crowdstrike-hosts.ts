import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

/** What the report script writes where the API told nothing. */
const NOTHING = 'Not Found';

export default defineSource({
  product: 'CrowdStrike Falcon',
  title: 'Hosts (CSV)',
  kinds: ['endpoint-protection'],
  obtain:
    'Falcon console > Host setup and management > Host management > Export > CSV, or the host report of the FalconPy samples',
  proves: 'Which machines have the sensor, in which version, and when each was last seen.',
  cannotProve:
    'That a prevention policy is applied or blocks: the list names the one that is assigned. Status normal only means not contained.',
  reads: [
    {
      shape: 'table',
      required: ['Hostname', 'Last Seen', 'First Seen', 'Prevention Policy', 'Host ID', 'Sensor Version'],
      row: (row, file) => {
        const told = (column: string) => {
          const text = row.text(column);
          return text === NOTHING ? undefined : text;
        };
        const device = told('Hostname') ?? told('Host ID');
        if (device === undefined) return { reject: 'a host without a name' };
        const lastSeen = row.time('Last Seen', { never: [NOTHING] });
        return {
          kind: 'endpoint-protection',
          strength: 'C',
          observed: firstDated(lastSeen, file.asStated),
          device,
          serial: told('Serial Number'),
          aliases: [told('Host ID')].filter((id) => id !== undefined && id !== device).map(String),
          product: 'CrowdStrike Falcon',
          agentVersion: told('Sensor Version'),
          mode: 'unknown',
          lastSeen: ifDated(lastSeen),
          role: roleOf(told('Type'), told('OS Version')),
        };
      },
    },
  ],
});
