import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

const NAME = ['Name', 'Device', 'Device name', 'Hostname', 'Computer name', 'Asset', 'Asset name'];
const TYPE = ['Type', 'Asset type', 'Device type'];
const OWNER = ['Owner', 'Assigned to', 'Assigned user', 'User', 'Custodian'];
const STATUS = ['Status', 'State', 'Lifecycle'];
const SUPPORT = ['Support ends', 'End of support', 'End of life', 'EOL', 'EOL date'];
const CRITICAL = ['Critical', 'Business critical', 'Criticality'];
const SENSITIVE = ['Sensitive data', 'Holds sensitive data', 'Holds ePHI', 'ePHI'];
const SEEN = ['Last seen', 'Last checked', 'Checked on', 'Last verified'];

const STATUSES = {
  'in use': 'in-use',
  active: 'in-use',
  deployed: 'in-use',
  live: 'in-use',
  production: 'in-use',
  spare: 'spare',
  'in stock': 'spare',
  stored: 'spare',
  retired: 'retired',
  disposed: 'retired',
  decommissioned: 'retired',
  lost: 'lost',
  stolen: 'lost',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Asset inventory (CSV)',
  kinds: ['asset'],
  obtain:
    'asset-inventory.csv, filled in, or the inventory exported with its columns: a row for each device, system and service',
  proves:
    'Which devices, servers, services and data stores the organisation says it has: what everything else is counted against.',
  cannotProve: 'That the list is complete: tools that see devices outside it show the difference.',
  reads: [
    {
      shape: 'table',
      required: [NAME, TYPE, OWNER, STATUS, [...CRITICAL, ...SENSITIVE, ...SUPPORT]],
      forbidden: [
        'Model No.',
        'Item Name',
        'Compliance',
        'Agent version',
        'Risk ID',
        'Topic',
        'CVE',
        'Severity',
        'Plugin ID',
      ],
      row: (row, file) => {
        const name = cell(row, NAME);
        if (name === undefined) return { reject: 'an asset without a name' };
        const lastSeen = row.time(named(row, SEEN));
        const type = cell(row, TYPE);
        const role = cell(row, ['Role', 'Function']);
        const os = cell(row, ['OS', 'Operating system']);
        return {
          kind: 'asset',
          strength: 'C',
          observed: firstDated(file.asStated, lastSeen),
          name,
          assetTag: cell(row, ['Asset tag', 'Tag', 'Asset number']),
          type: typeOf(type),
          role: roleOf(role) ?? roleOf(type, os),
          serial: cell(row, ['Serial', 'Serial number', 'Serial no']),
          os,
          osVersion: cell(row, ['OS version', 'Version']),
          owner: cell(row, OWNER),
          location: cell(row, ['Location', 'Site', 'Office']),
          status: row.word(named(row, STATUS), STATUSES) ?? 'unknown',
          lastSeen: ifDated(lastSeen),
          supportEnds: ifDated(row.time(named(row, SUPPORT))),
          critical: row.flag(named(row, CRITICAL)),
          holdsSensitiveData: row.flag(named(row, SENSITIVE)),
        };
      },
    },
  ],
});

function typeOf(word: string | undefined) {
  if (word === undefined) return 'other';
  if (/software|application|licen[cs]e|\bapp\b/i.test(word)) return 'software';
  if (/service|saas|cloud|subscription/i.test(word)) return 'service';
  if (/data|database|record/i.test(word)) return 'data';
  if (/network|switch|router|firewall|access point/i.test(word)) return 'network';
  const device = roleOf(word) !== undefined || /device|computer|machine|hardware|\bvm\b|virtual|imaging/i.test(word);
  return device ? 'device' : 'other';
}
