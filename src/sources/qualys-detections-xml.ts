import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { perFile } from './kit/per-file.ts';
import { portOf } from './kit/port.ts';
import { producedBy } from './kit/produced.ts';
import { isInformation, QUALYS_SEVERITIES, QUALYS_STATES } from './kit/qualys.ts';
import { scanOfFindings } from './kit/scan-of-findings.ts';
import { later } from './kit/times.ts';

interface List {
  hosts: string[];
  loggedIn: number;
  last?: Observed;
}
const lists = perFile<List>(() => ({ hosts: [], loggedIn: 0 }));

export default defineSource({
  product: 'Qualys VMDR',
  title: 'Qualys host detections (API)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain:
    'Qualys API > GET /api/2.0/fo/asset/host/vm/detection/?action=list&show_results=0&status=New,Active,Re-Opened,Fixed',
  proves:
    'Which detections are open, fixed or reopened on each host in the subscription, since when, and when the host was last scanned.',
  cannotProve:
    'That hosts outside the list were scanned; an empty list says nothing of the scope. Titles are in another export.',
  reads: [
    {
      shape: 'xml',
      root: 'HOST_LIST_VM_DETECTION_OUTPUT',
      required: ['RESPONSE'],
      elements: ['HOST'],
      element: detections,
      // A list that was cut off ends in a warning with the address of the next one.
      produced: ({ document }) =>
        producedBy({
          tool: 'Qualys',
          runBy: document.text('REQUEST/USER_LOGIN'),
          parameters: document.text('REQUEST/RESOURCE'),
          ran: document.time('RESPONSE/DATETIME'),
          furtherPages: document.has('RESPONSE/WARNING/URL') ? true : undefined,
        }),
      end: (file) => {
        const { hosts, loggedIn, last } = lists(file);
        const hostsAuthenticated = hosts.length === 0 ? undefined : loggedIn;
        // The day on which the list was printed is no day of a scan.
        return scanOfFindings(file, { scanner: 'Qualys', observed: last, hosts, hostsAuthenticated });
      },
    },
  ],
});

function detections(element: Fields, file: FileContext): Yield {
  const list = lists(file);
  const host = element.text('DNS') ?? element.text('NETBIOS') ?? element.text('IP') ?? element.text('ID') ?? '?';
  list.hosts.push(host);
  list.last = later(list.last, element.time('LAST_SCAN_DATETIME'));
  if (element.has('LAST_VM_AUTH_SCANNED_DATE')) list.loggedIn += 1;
  return element.children('DETECTION_LIST/DETECTION').map((detection) => ({
    kind: 'vulnerability-finding' as const,
    strength: 'R' as const,
    observed: detection.has('LAST_FOUND_DATETIME')
      ? detection.time('LAST_FOUND_DATETIME')
      : element.time('LAST_SCAN_DATETIME'),
    host,
    finding: detection.text('QID') ?? '?',
    severity: isInformation(detection.text('TYPE'))
      ? ('info' as const)
      : (detection.word('SEVERITY', QUALYS_SEVERITIES) ?? ('unknown' as const)),
    state: detection.word('STATUS', QUALYS_STATES) ?? ('unknown' as const),
    verbatim: [detection.text('STATUS'), detection.text('TYPE')].filter((word) => word !== undefined).join(', '),
    firstSeen: detection.time('FIRST_FOUND_DATETIME'),
    lastSeen: detection.time('LAST_FOUND_DATETIME'),
    fixed: detection.has('LAST_FIXED_DATETIME') ? detection.time('LAST_FIXED_DATETIME') : undefined,
    port: portOf(detection.integer('PORT'), detection.text('PROTOCOL')),
    at: detection.place,
  }));
}
