import {
  defineSource,
  type Fields,
  type FileContext,
  type JsonReading,
  type Placed,
  type Yield,
} from '../intake/contract.ts';
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

const SEARCH: JsonReading = {
  shape: 'json',
  items: 'hits.hits',
  required: ['_source.vulnerability.id', '_source.agent.name'],
  item: (hit) => finding(hit, '_source.'),
  produced: (file) => {
    const rowsStated = file.document.integer('hits.total.value');
    return { tool: 'Wazuh', ...(rowsStated === undefined ? {} : { rowsStated }) };
  },
};

const MANAGER: JsonReading = {
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
};

export default defineSource({
  product: 'Wazuh',
  title: 'Wazuh vulnerabilities (JSON, or CSV of the dashboard)',
  kinds: ['vulnerability-finding'],
  obtain:
    'Wazuh indexer > GET /wazuh-states-vulnerabilities-*/_search?size=10000; or Wazuh API > GET /vulnerability/{agent}; or Wazuh dashboard > Vulnerability detection > Inventory > Export formatted',
  proves: 'Which known vulnerabilities the packages of each device with an agent have, and when each was detected.',
  cannotProve: 'Devices without an agent. The indexer returns at most 10,000 rows unless it is asked page by page.',
  paging: { sizes: [500] },
  reads: [
    // The head of an answer is asked for first: without it an answer with nothing in it would be nobody's.
    { ...SEARCH, document: { _shards: true, timed_out: true } },
    SEARCH,
    { ...MANAGER, document: { message: /vulnerabilit/i } },
    MANAGER,
    {
      // The documents alone, as scripts take them out of the answer.
      shape: 'json',
      items: '',
      required: ['vulnerability.id', 'vulnerability.detected_at', 'agent.name', 'package.name'],
      item: (document) => finding(document, ''),
    },
    {
      shape: 'table',
      required: ['agent.name', 'package.name', 'vulnerability.id', 'vulnerability.severity'],
      row: (row, file) => listed(row, file),
    },
  ],
});

/** The list that the dashboard shows; when something was detected is among its columns only when somebody put it there. */
function listed(row: Fields, file: FileContext): Yield {
  return row.has('vulnerability.detected_at')
    ? finding(row, '')
    : { ...finding(row, ''), observed: file.asStated, firstSeen: undefined };
}

function finding(hit: Fields, at: '_source.' | ''): Placed & { kind: 'vulnerability-finding' } {
  const detected = hit.time(`${at}vulnerability.detected_at`);
  const id = hit.text(`${at}vulnerability.id`) ?? '?';
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: detected,
    host: hit.text(`${at}agent.name`),
    finding: `${id} ${hit.text(`${at}package.name`) ?? ''}`.trim(),
    title: hit.text(`${at}vulnerability.description`),
    cve: cvesIn(id),
    severity: hit.word(`${at}vulnerability.severity`, SEVERITIES) ?? 'unknown',
    // The index holds what is open now; what was mended is taken out of it.
    state: 'open',
    verbatim: 'indexed',
    firstSeen: detected,
  };
}
