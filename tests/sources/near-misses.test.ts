import { expect, it } from 'vitest';
import { readEvidence } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import * as registered from '../../src/sources/index.ts';
import { engagementWith } from './fixtures.ts';

/** Files that look like an export that we know and are another one, or too little of it to tell. */
const NEAR_MISSES: Readonly<Record<string, string>> = {
  'groups-are-no-users.json': '[{"displayName":"Sales","id":"1","mail":"sales@northlake.example","groupTypes":[]}]',
  'names-of-anything.json': '[{"Name":"a","Type":"x"},{"Name":"b","Type":"y"}]',
  'users-without-their-state.csv': 'userPrincipalName,displayName\ndana@northlake.example,Dana\n',
  'accounts-to-be-made.csv': 'DN,objectClass,sAMAccountName\n"CN=Dana",user,dana\n',
  'another-directory.ldif': 'dn: cn=dana,dc=northlake\nobjectClass: inetOrgPerson\nuid: dana\n',
  'knowledge-of-the-scanner.csv': 'QID,Title,Severity\n86476,Web Server Stopped Responding,3\n',
  'sites-are-no-scans.json': '{"resources":[{"id":1,"name":"Servers","type":"static"}],"page":{"totalResources":1}}',
  'accounts-are-no-factors.json': '[{"id":"00u1","status":"ACTIVE","created":"2025-01-01T00:00:00Z"}]',
  'packages-of-a-project.json': '{"packages":[{"name":"lodash","version":"4.17.21"}]}',
  'parts-of-a-machine.xml': '<?xml version="1.0"?><bom><part><name>bolt</name></part></bom>',
  'agent-asks-what-to-do.xml': '<REQUEST><DEVICEID>NL-WS01</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>',
  'summary-without-the-root.json': '{"SummaryMap":{"Users":3}}',
  'settings-of-nobody.json': '{"stat":"OK","response":{"name":"Northlake"}}',
  'answers-of-another-scanner.jsonl': '{"ip":"198.51.100.7","port":80}\n{"ip":"198.51.100.7","port":81}\n',
  'log-of-another-tool.log': '2026-09-28 08:03:53 Starting Lynx 2\n2026-09-28 08:03:54 Performing test ID A-1\n',
  'mail-addresses.csv': 'primaryEmail,suspended\ndana@northlake.example,False\n',
};

it.each(Object.entries(NEAR_MISSES))('takes %s for nothing', async (path, text) => {
  const bytes = Buffer.from(text);
  const open = async function* () {
    yield bytes;
  };
  const exhibit = { id: sha256(bytes), path, size: bytes.length, open };
  const request = { engagement: engagementWith(), sources: registered };
  const { reports } = await readEvidence([exhibit], request, () => undefined);
  expect(reports.map(({ status, source }) => [status, source])).toEqual([['unrecognised', null]]);
});
