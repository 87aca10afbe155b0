// Made-up exports of any size for the benches: real forms, invented values, the same bytes for the same request.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(tmpdir(), 'proofpack-bench');

/** A file of that many rows in the temporary folder, made once. `form` is one of FORMS. */
export function dataFile(form, rows) {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${form}-${rows}.${FORMS[form].extension}`);
  if (!existsSync(path)) write(path, FORMS[form], rows);
  return { path, bytes: statSync(path).size };
}

const HOSTS = 400;
const PLUGINS = 200;

/** Twelve columns as a vulnerability manager exports them; a quarter of the titles hold a quoted comma. */
const COLUMNS = [
  'Plugin ID',
  'CVE',
  'CVSS',
  'Risk',
  'Host',
  'IP Address',
  'Protocol',
  'Port',
  'Name',
  'Vulnerability State',
  'First Found',
  'Last Found',
];

export const FORMS = {
  csv: {
    extension: 'csv',
    head: `${COLUMNS.join(',')}\n`,
    row: (index) => `${cells(index).map(quoted).join(',')}\n`,
    foot: '',
  },
  'json-lines': {
    extension: 'jsonl',
    head: '',
    row: (index) => `${JSON.stringify(event(index))}\n`,
    foot: '',
  },
  json: {
    extension: 'json',
    head: '{"Records":[\n',
    row: (index) => `${index === 0 ? '' : ',\n'}${JSON.stringify(event(index))}`,
    foot: '\n]}\n',
  },
  xml: {
    extension: 'xml',
    head: '<?xml version="1.0"?>\n<NessusClientData_v2><Report name="Weekly">\n',
    row: (index) => reportItem(index),
    foot: '</ReportHost>\n</Report></NessusClientData_v2>\n',
  },
};

function write(path, { head, row, foot }, rows) {
  const half = `${path}.part`;
  const file = openSync(half, 'w');
  let block = head;
  for (let index = 0; index < rows; index += 1) {
    block += row(index);
    if (block.length < 4_000_000) continue;
    writeSync(file, block);
    block = '';
  }
  writeSync(file, block + foot);
  closeSync(file);
  renameSync(half, path);
}

const RISKS = ['Critical', 'High', 'Medium', 'Low', 'None'];
const STATES = ['Active', 'Fixed', 'New', 'Resurfaced'];

function cells(index) {
  const [host, plugin] = [index % HOSTS, Math.floor(index / HOSTS) % PLUGINS];
  const mixed = (index * 2_654_435_761) % 4_294_967_296;
  const first = mixed % 300;
  return [
    String(100_000 + plugin),
    plugin % 3 === 0 ? `CVE-2025-${10_000 + plugin}` : '',
    ((plugin % 100) / 10).toFixed(1),
    RISKS[plugin % 5],
    hostOf(host),
    `10.20.${host % 250}.${(host * 7) % 250}`,
    'TCP',
    String([22, 80, 443, 3389, 8443][mixed % 5]),
    titleOf(plugin),
    STATES[mixed % 4],
    stamp(first, mixed),
    stamp(first + (mixed % 60), mixed >>> 3),
  ];
}

function event(index) {
  const mixed = (index * 2_654_435_761) % 4_294_967_296;
  return {
    eventVersion: '1.08',
    userIdentity: { type: 'IAMUser', accountId: '000000000000', userName: `user${mixed % 97}` },
    eventTime: stamp(index % 300, mixed),
    eventSource: 's3.amazonaws.com',
    eventName: ['GetObject', 'PutObject', 'ListBuckets'][mixed % 3],
    awsRegion: 'eu-central-1',
    sourceIPAddress: `10.20.${mixed % 250}.${index % 250}`,
    requestParameters: { bucketName: `bucket-${mixed % 31}`, key: `folder/${index}.txt` },
    eventID: `${index}-${mixed}`,
    recipientAccountId: '000000000000',
  };
}

/** A host every so many rows, as scanners write them. */
const ITEMS_A_HOST = 500;

function reportItem(index) {
  const [host, plugin] = [Math.floor(index / ITEMS_A_HOST), index % ITEMS_A_HOST];
  const begin = `<ReportHost name="${hostOf(host)}"><HostProperties><tag name="HOST_END_TIMESTAMP">1790000000</tag><tag name="Credentialed_Scan">true</tag><tag name="host-fqdn">${hostOf(host)}.example</tag></HostProperties>\n`;
  const opening = plugin > 0 ? '' : index === 0 ? begin : `</ReportHost>\n${begin}`;
  return `${opening}<ReportItem port="443" svc_name="www" protocol="tcp" severity="${plugin % 5}" pluginID="${100_000 + plugin}" pluginName="${titleOf(plugin)}" pluginFamily="General"><description>The remote service is affected by a weakness of number ${plugin}.</description><risk_factor>${RISKS[plugin % 5]}</risk_factor><solution>Install the update of the vendor &amp; restart.</solution></ReportItem>\n`;
}

function hostOf(index) {
  return `LFD-WS-${String(index).padStart(4, '0')}`;
}

function titleOf(plugin) {
  return plugin % 4 === 0 ? `Cumulative Update for Windows, part ${plugin}` : `Security update ${plugin} for servers`;
}

function stamp(day, mixed) {
  const date = new Date(Date.UTC(2026, 0, 1 + day, mixed % 24, (mixed >>> 5) % 60));
  return `${date.toISOString().slice(0, 19)}Z`;
}

function quoted(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
