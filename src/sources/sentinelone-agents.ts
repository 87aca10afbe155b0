import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

const MODES = { protect: 'block', detect: 'detect', none: 'off', off: 'off' } as const;

export default defineSource({
  product: 'SentinelOne',
  title: 'Agents (API JSON or JSON lines)',
  kinds: ['endpoint-protection'],
  obtain: 'GET https://<console>/web/api/v2.1/agents?limit=1000, all pages',
  proves:
    'Which machines run the agent, whether it protects or only detects, how healthy it is, and when it was last active.',
  cannotProve: 'Machines without an agent, or that anybody looks at what it finds.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('pagination.totalItems') }),
      items: ['data', ''],
      required: ['computerName', 'mitigationMode', 'agentVersion', 'lastActiveDate'],
      item: read,
    },
    {
      shape: 'json-lines',
      required: { computerName: true, mitigationMode: true, agentVersion: true, lastActiveDate: true },
      line: read,
    },
  ],
});

function read(agent: Fields, file: FileContext): Yield {
  const device = agent.text('computerName');
  if (device === undefined) return { reject: 'an agent without a computer name' };
  if (agent.flag('isDecommissioned') === true || agent.flag('isUninstalled') === true) {
    return { reject: `the agent of ${device} is decommissioned` };
  }
  const lastSeen = agent.time('lastActiveDate');
  const state = agent.text('operationalState')?.toLowerCase();
  const running =
    agent.flag('isActive') !== false && agent.flag('isPendingUninstall') !== true && !/disabled/.test(state ?? '');
  return {
    kind: 'endpoint-protection',
    strength: 'C',
    observed: firstDated(lastSeen, file.asStated),
    device,
    serial: agent.text('serialNumber'),
    aliases: agent.texts('uuid'),
    product: 'SentinelOne',
    agentVersion: agent.text('agentVersion'),
    mode: agent.word('mitigationMode', MODES) ?? 'unknown',
    // Out of date or switched off is not healthy, whatever else the console shows in green.
    healthy: running && agent.flag('isUpToDate') !== false,
    lastSeen: ifDated(lastSeen),
    activeThreats: agent.integer('activeThreats'),
    role: roleOf(agent.text('machineType'), agent.text('osName'), agent.text('osType')),
  };
}
