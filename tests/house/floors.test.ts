import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FILES, ROOT, type SourceFile, withoutComments } from './house.ts';

const FLOORS: Readonly<Record<string, number>> = {
  kernel: 0,
  model: 1,
  intake: 2,
  sources: 2,
  facts: 2,
  assessment: 2,
  ownership: 2,
  report: 2,
  pdf: 2,
  workbook: 2,
  deck: 2,
  questionnaire: 2,
  bundle: 2,
  redaction: 2,
  review: 2,
  'answered-by.ts': 1,
  'obtainable.ts': 1.5,
  'explain-catalogue.ts': 2,
  bucket: 3,
  disk: 3.05,
  // It keeps what the pipeline was asked, and asks it again.
  store: 3.55,
  'budget.ts': 3,
  'pdf-reader.ts': 3.1,
  'exhibit-words.ts': 3.2,
  'leaks.ts': 3.3,
  'own-words.ts': 3.3,
  'excerpts.ts': 3,
  'pipeline.ts': 3.5,
  'reading.ts': 3.5,
  'explain.ts': 3,
  client: 3.6,
  fleet: 3.8,
  storage: 3.85,
  queue: 3.9,
  cli: 4,
  'index.ts': 4,
};

/** What a room shows to others beside its index. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  intake: ['intake/contract.ts'],
  // Who only opens or reads a client waits for nothing that makes documents.
  client: ['client/open.ts', 'client/assess-folder.ts', 'client/conditions.ts', 'client/fail-on.ts'],
  facts: ['facts/define-fact.ts', 'facts/kit/measuring.ts'],
  report: ['report/json.ts'],
  cli: ['cli/main.ts'],
};

/** Whose business a package is; what is not listed here is nobody's. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pdfkit: ['pdf'],
  'd3-shape': ['pdf'],
  fontkit: ['pdf'],
  archiver: ['bundle'],
  yauzl: ['bundle', 'intake', 'questionnaire'],
  handlebars: ['report', 'review'],
  hono: ['review'],
  '@libpdf/core': ['questionnaire'],
  '@hono/node-server': ['cli'],
  hucre: ['workbook'],
  pptxgenjs: ['client'],
  saxes: ['intake', 'disk', 'questionnaire', 'bucket'],
  'iconv-lite': ['intake'],
  'node-sqlite3-wasm': ['store'],
  pg: ['store'],
  bullmq: ['queue'],
  ioredis: ['queue'],
  aws4fetch: ['bucket'],
  commander: ['cli'],
  'age-encryption': ['client'],
  'bcrypt-pbkdf': ['client'],
  '@zip.js/zip.js': ['client'],
  yaml: ['kernel', 'intake', 'report'],
  zod: ['kernel', 'model', 'bundle', 'disk', 'cli', 'report', 'intake', 'store', 'storage'],
  'date-fns': ['kernel', 'facts', 'assessment', 'report', 'intake'],
  '@date-fns/tz': ['kernel'],
  'node:fs': ['disk'],
  'node:fs/promises': ['disk'],
};

const PURE_NODE = [
  'node:crypto',
  'node:zlib',
  'node:stream',
  'node:stream/promises',
  'node:util',
  'node:buffer',
  'node:string_decoder',
];

const floorOf = (file: Pick<SourceFile, 'room'>): number => FLOORS[file.room] ?? Number.NaN;
const byPath = new Map(FILES.map((file) => [file.path, file]));

describe('the house', () => {
  it('has no room that is not in the plan', () => {
    expect(FILES.filter((file) => Number.isNaN(floorOf(file))).map(({ path }) => path)).toEqual([]);
  });

  it('is entered from above, and rooms of one floor do not know one another', () => {
    const wrong = FILES.flatMap((file) =>
      file.imports
        .filter((each) => !each.package)
        .flatMap(({ to }) => {
          const target = byPath.get(to);
          if (!target) return [`${file.path} imports ${to}, which is not there`];
          if (target.room === file.room || floorOf(target) < floorOf(file)) return [];
          return file.room === 'sources' && to === 'intake/contract.ts' ? [] : [`${file.path} imports ${to}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('is entered by its doors', () => {
    const wrong = FILES.flatMap((file) =>
      file.imports
        .filter(({ to, package: foreign }) => !foreign && (FLOORS[byPath.get(to)?.room ?? ''] ?? 0) >= 2)
        .filter(({ to }) => {
          const room = byPath.get(to)?.room ?? '';
          return room !== file.room && to !== `${room}/index.ts` && !(DOORS[room] ?? []).includes(to) && to !== room;
        })
        .map(({ to }) => `${file.path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps each package in its room', () => {
    const wrong = FILES.flatMap((file) =>
      file.imports
        .filter((each) => each.package && !each.typeOnly)
        .filter(({ to }) => {
          const rooms = PACKAGES[to];
          if (rooms) return !rooms.includes(file.room);
          return !(to.startsWith('node:') && (floorOf(file) >= 3 || PURE_NODE.includes(to)));
        })
        .map(({ to }) => `${file.path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has a pipeline that knows no disk', () => {
    const knowing = FILES.filter(({ room }) => floorOf({ room }) === 3.5).filter(({ imports }) =>
      imports.some(({ to }) => byPath.get(to)?.room === 'disk'),
    );
    expect(knowing.map(({ path }) => path)).toEqual([]);
  });

  it('takes date-fns by its parts only: the whole costs a third of a second', () => {
    expect(FILES.filter(({ text }) => /from ['"]date-fns['"]/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['the clock', /\bDate\.now\(|\bnew Date\(\)|\bDate\(\)|\bperformance\.now\(|\bhrtime\b/],
    ['chance', /\bMath\.random\(|\brandomBytes\b|\brandomUUID\b|\brandomInt\b/],
    ['the environment', /\bprocess\.(env|argv|cwd|platform|stdout|stderr|exit)\b|\bnavigator\b/],
    ['the network', /\bfetch\(|node:(https?|net|dgram|dns|tls)\b/],
    ['the locale of the machine', /\.toLocale|\.localeCompare\(|\bIntl\.(?!DateTimeFormat\([^)]*timeZone)/],
  ])('asks nothing of %s below the third floor', (_, pattern) => {
    const asking = FILES.filter((file) => floorOf(file) < 3 && pattern.test(withoutComments(file.text)));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });

  it('has no file that is too long to be read at once', () => {
    // The message table, the closed list of evidence and generated indexes are lists, not code.
    const lists = /^kernel\/messages\/|^sources\/index|^facts\/index|^answered-by|^cli\/verbs\/index|^model\/topic/;
    const long = FILES.filter(({ path, text }) => !lists.test(path) && text.split('\n').length > 251);
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });

  it('has no circles', () => {
    expect(circles()).toEqual([]);
  });

  it('uses no word that hides a type', () => {
    const hiding = FILES.filter(({ text }) =>
      /\bas any\b|:\s*any\b|@ts-(ignore|nocheck|expect-error)/.test(withoutComments(text)),
    );
    expect(hiding.filter(({ path }) => path !== 'kernel/messages/message.ts').map(({ path }) => path)).toEqual([]);
  });

  it('has indexes that are current', () => {
    const check = spawnSync(process.execPath, ['scripts/indexes.mjs', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });
});

describe('starting the command line', () => {
  it('for help or the version loads nothing that makes documents, reads YAML or knows dates', () => {
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      const follow = byPath
        .get(path)
        ?.imports.filter(({ typeOnly, dynamic }) => !typeOnly && (!dynamic || path === 'cli/verbs/index.ts'));
      for (const each of follow ?? []) {
        if (each.package) packages.add(each.to);
        else load(each.to);
      }
    };
    load('cli/main.ts');
    expect([...packages].filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
    expect(loaded.size).toBeGreaterThan(8);
  });
});

function circles(): readonly string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' > '));
    if (at >= 0 || done.has(path)) return;
    for (const { to, package: foreign, typeOnly, dynamic } of byPath.get(path)?.imports ?? []) {
      if (!foreign && !typeOnly && !dynamic) visit(to, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of FILES) visit(path, []);
  return found;
}
