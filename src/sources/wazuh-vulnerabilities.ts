import { defineSource, type Fields, type Placed } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  None: 'info',
  Untriaged: 'unknown',
} as const;
const STATES = { VALID: 'open', PENDING: 'unknown', OBSOLETE: 'fixed', Active: 'open', Solved: 'fixed' } as const;

export default defineSource({
  product: 'Wazuh',
  title: 'Wazuh vulnerabilities (JSON)',
  kinds: ['vulnerability-finding'],
  obtain:
    'Wazuh indexer > GET /wazuh-states-vulnerabilities-*/_search?size=10000; or Wazuh API > GET /vulnerability/{agent}',
  proves: 'Which known vulnerabilities the packages of each device with an agent have, and when each was detected.',
  cannotProve: 'Devices without an agent. The indexer returns at most 10,000 rows unless it is asked page by page.',
  paging: { sizes: [500] },
  reads: [
    {
      shape: 'json',
      items: 'hits.hits',
      required: ['_source.vulnerability.id', '_source.agent.name'],
      item: (hit) =>
        finding(hit, {
          vulnerability: '_source.vulnerability',
          host: '_source.agent.name',
          package: '_source.package.name',
        }),
      produced: (file) => {
        const rowsStated = file.document.integer('hits.total.value');
        return { tool: 'Wazuh', ...(rowsStated === undefined ? {} : { rowsStated }) };
      },
    },
    {
      shape: 'json',
      items: 'data.affected_items',
      required: ['cve', 'name', 'detection_time', 'severity'],
      item: (item, file) => ({
        kind: 'vulnerability-finding',
        strength: 'R',
        observed: item.time('detection_time'),
        // Who joins the answers of several agents writes the agent beside each.
        host: item.text('agent_name') ?? file.said.system,
        finding: `${item.text('cve')} ${item.text('name')}`,
        title: item.text('title'),
        cve: cvesIn(item.text('cve')),
        severity: item.word('severity', SEVERITIES) ?? 'unknown',
        state: item.word('status', STATES) ?? 'unknown',
        verbatim: item.text('status') ?? '',
        firstSeen: item.time('detection_time'),
      }),
    },
  ],
});

function finding(hit: Fields, names: Readonly<Record<'vulnerability' | 'host' | 'package', string>>): Placed {
  const detected = hit.time(`${names.vulnerability}.detected_at`);
  const id = hit.text(`${names.vulnerability}.id`) ?? '?';
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: detected,
    host: hit.text(names.host),
    finding: `${id} ${hit.text(names.package) ?? ''}`.trim(),
    title: hit.text(`${names.vulnerability}.description`),
    cve: cvesIn(id),
    severity: hit.word(`${names.vulnerability}.severity`, SEVERITIES) ?? 'unknown',
    // The index holds what is open now; what was mended is taken out of it.
    state: 'open',
    verbatim: 'indexed',
    firstSeen: detected,
  };
}
