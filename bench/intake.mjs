// CPU and memory of reading large exports, beside the tools that could do a part of it, in the same run: ratios count, seconds drift.
// Run "npm run build" first, then "node bench/intake.mjs [thousands of rows] [rounds] [form …]"; forms are csv, json-lines, json and xml.
// "node bench/intake.mjs large [form …]" reads 0.7 GB of CSV, 0.3 GB of JSON and 0.2 GB of XML once, to records, and tells what memory it takes.
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataFile } from './data.mjs';

const SCRIPT = fileURLToPath(import.meta.url);
// The same question for all readers of CSV: findings and the last time seen, by host and risk, and how many are critical.
const [RISK, HOST, LAST] = [3, 4, 11];
const CHUNK = { highWaterMark: 1024 * 1024 };

/** In the order of the table; the first of each form is what the others are held against. */
const WAYS = {
  csv: {
    'csv-parse': csvParse,
    papaparse,
    'wc -l': undefined,
    'ours: cells': ourCells,
    'ours: records': ourRecords,
    'ours: facts': ourFacts,
  },
  'json-lines': { 'JSON.parse a line': parsedLines, 'ours: records': ourRecords, 'ours: facts': ourFacts },
  json: { 'JSON.parse whole': parsedWhole, 'ours: records': ourRecords, 'ours: facts': ourFacts },
  xml: { 'saxes alone': saxesAlone, 'ours: records': ourRecords, 'ours: facts': ourFacts },
};

const LARGE = { csv: 5_000_000, 'json-lines': 760_000, json: 760_000, xml: 570_000 };

const [first, second, ...rest] = process.argv.slice(2);
if (first === 'run') await run(second, rest);
else if (first === 'large') large(second === undefined ? Object.keys(LARGE) : [second, ...rest]);
else compare(Number(first ?? 200) * 1000, Number(second ?? 3), rest.length > 0 ? rest : Object.keys(WAYS));

function needBuild() {
  if (existsSync(new URL('../dist/intake/index.js', import.meta.url))) return;
  console.error('There is no dist/: run "npm run build" first.');
  process.exit(2);
}

function large(forms) {
  needBuild();
  for (const form of forms) {
    const { path, bytes } = dataFile(form, LARGE[form]);
    const { cpu, grown, peak, what } = inProcess(form, 'ours: records', path);
    const speed = `${(bytes / 1e6 / cpu).toFixed(1)} MB/CPU s`;
    console.log(
      `${form.padEnd(11)} ${Math.round(bytes / 1e6)} MB  ${cpu.toFixed(1)} CPU s  ${speed}  +${grown} MB (${peak} in all)  ${what}`,
    );
  }
}

function compare(rows, rounds, forms) {
  needBuild();
  for (const form of forms) {
    const { path, bytes } = dataFile(form, rows);
    console.log(`\n${form}, ${rows} rows, ${Math.round(bytes / 1e6)} MB; median of ${rounds}, interleaved`);
    const runs = new Map(Object.keys(WAYS[form]).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const [name, all] of runs) all.push(name === 'wc -l' ? countLines(path) : inProcess(form, name, path));
    const base = median([...runs.values()][0]).cpu;
    for (const [name, all] of runs) {
      const { cpu, grown, peak, what } = median(all);
      const speed = `${Math.round(rows / 1000 / cpu)} k rows/CPU s`;
      const memory = peak === undefined ? '' : `+${grown} MB (${peak} in all)`;
      console.log(
        `${name.padEnd(18)} ${cpu.toFixed(2).padStart(7)} CPU s  ${speed.padStart(18)}  ${`${(base / cpu).toFixed(2)}x`.padStart(8)}  ${memory.padStart(20)}  ${what}`,
      );
    }
  }
}

function median(runs) {
  return runs.toSorted((a, b) => a.cpu - b.cpu)[Math.floor(runs.length / 2)];
}

function inProcess(form, name, path) {
  const child = spawnSync(process.execPath, [SCRIPT, 'run', form, name, path], { encoding: 'utf8' });
  if (child.status === 0) return JSON.parse(child.stdout);
  return { cpu: Number.NaN, what: (child.stderr.match(/.*Error.*/)?.[0] ?? child.stderr).slice(0, 60) };
}

/** The shell tells what its children took. */
function countLines(path) {
  const child = spawnSync('sh', ['-c', `wc -l < "$0" && times`, path], { encoding: 'utf8' });
  const [lines, , children = ''] = child.stdout.trim().split('\n');
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { cpu: Math.max(cpu, 0.01), what: `${lines.trim()} lines` };
}

async function run(form, [name, path]) {
  const work = await WAYS[form][name]();
  const before = process.memoryUsage.rss();
  const start = process.cpuUsage();
  const what = await work(path);
  const { user, system } = process.cpuUsage(start);
  const peak = process.resourceUsage().maxRSS * 1024;
  const megabytes = (bytes) => Math.max(0, Math.round(bytes / 1_048_576));
  console.log(
    JSON.stringify({ cpu: (user + system) / 1e6, grown: megabytes(peak - before), peak: megabytes(peak), what }),
  );
}

function counting() {
  const groups = new Map();
  let rows = 0;
  return {
    see(risk, host, last) {
      rows += 1;
      const hosts = groups.get(risk) ?? new Map();
      groups.set(risk, hosts);
      const group = hosts.get(host) ?? { count: 0, last: '' };
      hosts.set(host, group);
      group.count += 1;
      if (last > group.last) group.last = last;
    },
    told() {
      const critical = [...(groups.get('Critical')?.values() ?? [])].reduce((sum, { count }) => sum + count, 0);
      return `${rows} rows, ${critical} critical`;
    },
  };
}

async function csvParse() {
  const { parse } = await import('csv-parse');
  return async (path) => {
    const counted = counting();
    const rows = createReadStream(path, CHUNK).pipe(parse({ from_line: 2 }));
    for await (const row of rows) counted.see(row[RISK], row[HOST], row[LAST]);
    return counted.told();
  };
}

async function papaparse() {
  const { default: Papa } = await import('papaparse');
  return (path) =>
    new Promise((resolve, reject) => {
      const counted = counting();
      let isHeader = true;
      const step = ({ data }) => {
        if (!isHeader && data.length > 1) counted.see(data[RISK], data[HOST], data[LAST]);
        isHeader = false;
      };
      Papa.parse(createReadStream(path, CHUNK), { step, complete: () => resolve(counted.told()), error: reject });
    });
}

async function ourCells() {
  const { cellText, splitDelimited } = await import('../dist/intake/delimited.js');
  return async (path) => {
    const counted = counting();
    let isHeader = true;
    const splitter = splitDelimited(
      ',',
      (record) => {
        if (!isHeader) counted.see(cellText(record, RISK), cellText(record, HOST), cellText(record, LAST));
        isHeader = false;
      },
      { recordBytes: 1_000_000 },
    );
    for await (const chunk of createReadStream(path, CHUNK)) splitter.write(chunk);
    splitter.end();
    return counted.told();
  };
}

async function ourRecords() {
  return reading(() => undefined);
}

async function ourFacts() {
  const FACTS = await import('../dist/facts/index.js');
  const { startMeasuring } = await import('../dist/facts/kit/measuring.js');
  return reading((scope) => startMeasuring(FACTS, scope));
}

/** As `proofpack assess` does: recognised, read within its budget, and every record handed to who wants it. */
async function reading(start) {
  const [{ readEvidence }, SOURCES, { Engagement }, { startingBudgets }] = await Promise.all([
    import('../dist/intake/index.js'),
    import('../dist/sources/index.js'),
    import('../dist/model/engagement.js'),
    import('../dist/budget.js'),
  ]);
  const engagement = Engagement.parse({
    client: { name: 'Bench', timeZone: 'America/Chicago' },
    period: { from: '2026-01-01', to: '2026-12-01' },
    asOf: '2026-12-01',
    frameworks: ['nist-csf-2.0'],
    operatingModel: 'co-managed',
  });
  const { asOf, period, client } = engagement;
  const scope = { asOf, period, zone: client.timeZone, thresholds: {}, clientDomains: [], populations: {} };
  return async (path) => {
    let measuring = start(scope);
    let records = 0;
    const onStartAgain = () => {
      measuring = start(scope);
      records = 0;
    };
    const exhibit = { id: '0'.repeat(64), path: 'export', size: 0, open: () => createReadStream(path, CHUNK) };
    const request = { engagement, sources: SOURCES, startGuard: startingBudgets(), onStartAgain };
    const { reports } = await readEvidence([exhibit], request, (record, from) => {
      records += 1;
      measuring?.see(record, from);
    });
    const facts = measuring?.finish().facts.filter(({ fact }) => fact.status === 'known');
    const [{ status, source, notes }] = reports;
    if (status !== 'read') return `${status}: ${notes.map(({ message }) => message).join(' ')}`;
    return `${records} records of ${source}${facts ? `, ${facts.length} facts known` : ''}`;
  };
}

async function parsedLines() {
  const { splitLines } = await import('../dist/intake/lines.js');
  return async (path) => {
    let objects = 0;
    const splitter = splitLines((line) => {
      if (line !== '' && typeof JSON.parse(line) === 'object') objects += 1;
    }, 1e9);
    for await (const chunk of createReadStream(path, CHUNK)) splitter.write(chunk);
    splitter.end();
    return `${objects} objects`;
  };
}

async function parsedWhole() {
  return (path) => `${JSON.parse(readFileSync(path, 'utf8')).Records.length} objects`;
}

async function saxesAlone() {
  const { SaxesParser } = await import('saxes');
  return async (path) => {
    let elements = 0;
    const parser = new SaxesParser();
    parser.on('opentag', () => {
      elements += 1;
    });
    for await (const chunk of createReadStream(path, { ...CHUNK, encoding: 'utf8' })) parser.write(chunk);
    parser.close();
    return `${elements} elements`;
  };
}
