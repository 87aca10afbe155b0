// A portfolio of seeded clients, 30 to 60 exhibits each: the three clients of the fixtures under other names, tenants, hosts and addresses, with some of
// their exports left out, others longer, and more written for them (restic checks, apt histories). The same seed gives the same bytes.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

const FIXTURES = fileURLToPath(new URL('../fixtures/clients/', import.meta.url));
const BASES = [
  {
    folder: 'dental',
    kind: 'Dental',
    name: 'Lakeside Family Dental',
    domain: 'lakesidedental.example',
    tenant: '3f1c0f4e-0000-4000-8000-000000000001',
    prefix: 'LFD-',
    addresses: [],
  },
  {
    folder: 'professional-services',
    kind: 'Partners',
    name: 'Thornbury Hale',
    domain: 'thornburyhale.example',
    tenant: '8c2d7b10-1111-4222-8333-0000000000b2',
    prefix: 'TH-',
    addresses: ['198.51.100.40', '198.51.100.41'],
  },
  {
    folder: 'software',
    kind: 'Software',
    name: 'Quillstack',
    domain: 'quillstack.example',
    tenant: null,
    prefix: 'qs-',
    addresses: ['192.0.2.77'],
  },
];
const TREES =
  'Alder Ash Aspen Beech Birch Cedar Cherry Cypress Elm Fir Hazel Holly Juniper Larch Linden Maple Oak Pine Poplar Rowan Spruce Walnut Willow Yew'.split(
    ' ',
  );
/** Which exhibits a client cannot do without: the lists that its engagement names. */
const KEPT = /engagement\.yaml$|staff|inventory|policy-register|lfd-ca|conditional/i;

/** Numbers from a seed: mulberry32. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes `count` clients and their portfolio into `folder`; `grow` makes the longer files so many times longer. */
export function layFleet(folder, { count, seed = 1, grow = 1 }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'portfolio.yaml'), PORTFOLIO);
  const clients = Array.from({ length: count }, (_, i) => clientOf(i, seeded(seed * 100_003 + i)));
  let [exhibits, bytes] = [0, 0];
  for (const client of clients) {
    for (const [path, text] of filesOf(client, grow)) {
      const target = join(folder, client.id, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      if (path === 'engagement.yaml') continue;
      exhibits += 1;
      bytes += text.length;
    }
  }
  return { clients, exhibits, bytes };
}

const PORTFOLIO = `name: Northlake IT
defaults:
  period: { from: 2025-10-01, to: 2026-09-30 }
  asOf: 2026-10-15
  frameworks: [cyber-insurance]
  editions: [insurer]
  prepared: { by: Marta Ruiz, role: vCISO, organisation: Northlake IT }
  parties: { msp: { name: Northlake IT, contact: Priya Nair } }
  brand: { organisation: Northlake IT, colour: "#0B5FA5" }
shared:
  domains: [northlake.example, northlakeit.example]
`;

function clientOf(i, chance) {
  const base = BASES[i % BASES.length];
  const number = String(i + 1).padStart(4, '0');
  const tree = TREES[Math.floor(chance() * TREES.length)];
  return {
    i,
    id: `${tree.toLowerCase()}-${number}`,
    name: `${tree} ${base.kind} ${number}`,
    base,
    chance,
    domain: `${tree.toLowerCase()}${number}.example`,
    tenant: `${number}${number}-0000-4000-8000-${number.padStart(12, '0')}`,
    prefix: `N${number}-`,
    addresses: base.addresses.map((_, k) => `198.18.${Math.floor((2 * i + k) / 250)}.${((2 * i + k) % 250) + 1}`),
    wants: 30 + Math.floor(chance() * 31),
    renewsOn: `2026-${['11', '12'][i % 2]}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`,
  };
}

function* filesOf(client, grow) {
  const root = join(FIXTURES, client.base.folder);
  const paths = below(root).filter((path) => path !== 'engagement.yaml');
  const rest = paths.filter((path) => !KEPT.test(path));
  const dropped = new Set(rest.filter(() => client.chance() < 0.15));
  const kept = paths.filter((path) => !dropped.has(path)).slice(0, client.wants);
  for (const path of kept)
    yield [renamed(path, client), grown(path, renamed(readFileSync(join(root, path), 'utf8'), client), client, grow)];
  for (let k = kept.length; k < client.wants; k += 1) yield extra(k, client, grow);
  yield ['engagement.yaml', engagementOf(client, root, kept)];
}

function renamed(text, { base, name, domain, tenant, prefix, addresses }) {
  let made = text.replaceAll(base.name, name).replaceAll(base.domain, domain);
  if (base.tenant) made = made.replaceAll(base.tenant, tenant);
  base.addresses.forEach((address, k) => {
    made = made.replaceAll(address, addresses[k]);
  });
  const from = base.prefix.slice(0, -1);
  return made.replace(new RegExp(`(?<![A-Za-z0-9])${from}(?=[-_])`, 'gi'), (found) => {
    const to = prefix.slice(0, -1);
    return found === found.toUpperCase() ? to : to.toLowerCase();
  });
}

/** Longer tables for some: their rows once more with other hosts, which is what a larger client exports. */
function grown(path, text, { chance }, grow) {
  const times = Math.round(grow * (chance() < 0.2 ? 2 + chance() * 4 : 1));
  if (times < 2 || !/hotfix|sessions|audit-log|tenable/.test(path)) return text;
  const [header, ...rows] = text.trimEnd().split('\n');
  const more = Array.from({ length: times - 1 }, (_, k) =>
    rows.map((row) => row.replace(/(N\d{4}-[A-Z]+)(\d+)/gi, `$1${k + 2}$2`)),
  );
  return `${[header, ...rows, ...more.flat()].join('\n')}\n`;
}

function extra(k, { prefix, chance }, grow) {
  const day = new Date(Date.UTC(2025, 9, 1 + Math.floor(chance() * 365))).toISOString().slice(0, 10);
  if (k % 2 === 0) {
    const packs = 20 + Math.floor(chance() * 400);
    return [
      `backup/checks/check-${day}-${k}.txt`,
      `repository 4d5e6f70 opened (version 2, compression level auto)\ncreate exclusive lock for repository\nload indexes\ncheck all packs\ncheck snapshots, trees and blobs\nread all data\n[0:42] 100.00%  ${packs} / ${packs} packs\nno errors were found\n`,
    ];
  }
  const runs = Math.round((5 + chance() * 60) * grow);
  const lines = Array.from({ length: runs }, (_, n) => {
    const on = new Date(Date.UTC(2025, 9, 1 + Math.floor((n * 364) / runs))).toISOString().slice(0, 10);
    return `\nStart-Date: ${on}  06:${String(10 + (n % 50))}:11\nCommandline: /usr/bin/unattended-upgrade\nUpgrade: openssl:amd64 (3.0.${n}-1, 3.0.${n + 1}-1), libc6:amd64 (2.36-${n}, 2.36-${n + 1})\nEnd-Date: ${on}  06:${String(10 + (n % 50))}:59\n`;
  });
  return [`patching/${prefix}SRV${String(k).padStart(2, '0')}/history.log`, lines.join('')];
}

function engagementOf(client, root, kept) {
  const said = parse(renamed(readFileSync(join(root, 'engagement.yaml'), 'utf8'), client));
  const there = new Set(kept.map((path) => renamed(path, client)));
  const whole = client.i % 5 === 0;
  const { prepared, period, asOf, editions, frameworks, addressable, applicability = [], ...own } = said;
  const counts = ({ control }) => whole || control === undefined || control.startsWith('INS-');
  const { msp, ...parties } = own.parties ?? {};
  return stringify({
    ...own,
    client: {
      ...own.client,
      identifiers: {
        domains: [client.domain],
        ...(client.base.tenant ? { tenants: [client.tenant] } : {}),
        hostPrefixes: [client.prefix],
        ...(client.addresses.length > 0 ? { publicAddresses: client.addresses } : {}),
      },
    },
    renewsOn: client.renewsOn,
    parties,
    ...(whole ? { frameworks, addressable: addressable ?? [] } : {}),
    applicability: applicability.filter(counts),
    claims: (own.claims ?? []).filter(counts),
    exhibits: Object.fromEntries(Object.entries(own.exhibits ?? {}).filter(([path]) => there.has(path))),
  });
}

/** Puts an export of another client into the folder of one: its people, its tenant, or its devices. */
export function plant(folder, into, of, how) {
  const texts = {
    domain: [
      'people/more-staff.csv',
      `Display name,E-mail,State\nPat Moor,pat.moor@${of.domain},active\nJo Lind,jo.lind@${of.domain},active\n`,
    ],
    tenant: ['cloud/tenant.json', JSON.stringify({ tenantId: of.tenant, displayName: 'Default Directory' }, null, 1)],
    'host-prefix': ['reports/uptime.txt', `${of.prefix}SRV01 up 41 days\n${of.prefix}SRV02 up 12 days\n`],
  };
  const [path, text] = texts[how];
  mkdirSync(dirname(join(folder, into.id, path)), { recursive: true });
  writeFileSync(join(folder, into.id, path), text);
  return path;
}

function below(folder, root = folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? below(path, root) : [relative(root, path)];
    });
}
