import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { cvesIn } from './kit/cves.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const SEVERITIES = { Critical: 'critical', High: 'high', Medium: 'medium', Low: 'low', None: 'info' } as const;
const STATES = { New: 'open', Updated: 'open', Fixed: 'fixed' } as const;
/** Microsoft writes it "exploitability level": only the last two say that somebody did it. */
const EXPLOITED = /^(ExploitIsInKit|ExploitIsVerified)$/i;

/** Every time of this interface is UTC, whether it says so or not. */
const UTC = { zone: 'UTC' } as const;

const SEVERITY = ['vulnerabilitySeverityLevel', 'severity'];
const DEVICE = ['deviceName', 'computerDnsName', 'deviceId', 'machineId'];
const NAMED = [['cveId'], ['deviceId', 'machineId'], ['vulnerabilitySeverityLevel', 'severity']] as const;
const SOFTWARE = ['softwareName', 'productName'] as const;

export default defineSource({
  product: 'Microsoft Defender Vulnerability Management',
  title: 'Vulnerabilities of each device (API JSON, JSON lines, or CSV of a hunt)',
  kinds: ['vulnerability-finding'],
  obtain:
    'GET https://api.security.microsoft.com/api/machines/SoftwareVulnerabilitiesByMachine, all pages; or Defender portal > Hunting > Advanced hunting > DeviceTvmSoftwareVulnerabilities > Export',
  proves:
    'Which known vulnerabilities the software of each onboarded device has, and (in one of the forms) since when.',
  cannotProve:
    'Devices without the sensor; that a device without a row is clean; when the list was made, unless its rows tell when they were last seen.',
  reads: [
    {
      shape: 'json',
      items: ['value', 'Results', ''],
      required: [...NAMED, SOFTWARE],
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      item: read,
    },
    { shape: 'table', required: [...NAMED, SOFTWARE], row: read },
  ],
});

function read(row: Fields, file: FileContext): Yield {
  const cve = row.text('cveId');
  const software = [cell(row, SOFTWARE), cell(row, ['softwareVersion', 'productVersion'])];
  // A device reports its software, also where nothing is known against it.
  if (cve === undefined) return undefined;
  const host = cell(row, DEVICE);
  if (host === undefined) return { reject: 'no device' };
  const [first, last] = [row.time('firstSeenTimestamp', UTC), row.time('lastSeenTimestamp', UTC)];
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: firstDated(last, row.time('eventTimestamp'), file.asStated),
    host,
    finding: [cve, ...software].filter((part) => part !== undefined).join(' '),
    cve: cvesIn(cve),
    severity: row.word(named(row, SEVERITY), SEVERITIES) ?? 'unknown',
    // Only the list of changes has a status; the others list what is open.
    state: row.has('status') ? (row.word('status', STATES) ?? 'unknown') : 'open',
    verbatim: row.text('status') ?? 'listed',
    firstSeen: ifDated(first),
    lastSeen: ifDated(last),
    exploited: EXPLOITED.test(row.text('exploitabilityLevel') ?? '') ? true : undefined,
  };
}
