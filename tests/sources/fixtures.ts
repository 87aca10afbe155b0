import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { placeText } from '../../src/kernel/place.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import { isDated, type Observed } from '../../src/model/observed.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';

const ROOT = new URL('../../fixtures/sources/', import.meta.url);

/** One export in `fixtures/sources/<source>/<case>.<ext>`, with its golden and, where it needs one, `<case>.said.json`. */
export interface FixtureCase {
  readonly source: string;
  readonly file: string;
  readonly name: string;
  readonly golden: URL;
  readonly exhibit: Exhibit;
  readonly engagement: Engagement;
  /** What becomes of it, by the case's name. */
  readonly expects: 'read' | 'ambiguous' | 'empty' | 'unreadable' | 'foreign';
}

const BESIDE = /\.(?:records|said)\.json$/;

export function fixtureCases(): readonly FixtureCase[] {
  if (!existsSync(ROOT)) return [];
  return readdirSync(ROOT)
    .sort()
    .flatMap((source) =>
      readdirSync(new URL(`${source}/`, ROOT))
        .filter((file) => !BESIDE.test(file))
        .sort()
        .map((file) => fixtureCase(source, file)),
    );
}

function fixtureCase(source: string, file: string): FixtureCase {
  const name = basename(file).split('.')[0] ?? file;
  const folder = new URL(`${source}/`, ROOT);
  const bytes = readFileSync(new URL(file, folder));
  const said = new URL(`${name}.said.json`, folder);
  const entry: unknown = existsSync(said) ? JSON.parse(readFileSync(said, 'utf8')) : {};
  return {
    source,
    file,
    name,
    golden: new URL(`${name}.records.json`, folder),
    exhibit: {
      id: sha256(bytes),
      path: file,
      size: bytes.length,
      open: async function* () {
        yield bytes;
      },
    },
    engagement: engagementWith({ [file]: entry }),
    expects:
      (['ambiguous', 'empty', 'unreadable', 'foreign'] as const).find((word) => name.startsWith(`${word}-`)) ?? 'read',
  };
}

/** The one client of all fixtures. */
export function engagementWith(exhibits: unknown = {}): Engagement {
  return Engagement.parse({
    client: {
      name: 'Fixture Client',
      timeZone: 'America/Chicago',
      dateOrder: 'mdy',
      identifiers: {
        domains: ['northlake.example'],
        tenants: ['11111111-2222-4333-8444-555555555555'],
        hostPrefixes: ['NL-'],
        publicAddresses: [],
      },
    },
    period: { from: '2026-01-01', to: '2026-10-15' },
    asOf: '2026-10-15',
    frameworks: ['nist-csf-2.0'],
    operatingModel: 'co-managed',
    exhibits,
  });
}

/** One record a line; places and times in short, so that a golden can be read and reviewed. */
export function goldenText(records: readonly EvidenceRecord[]): string {
  const lines = records.map((record) => JSON.stringify(record, (key, value) => compact(key, value)));
  return lines.length === 0 ? '[]\n' : `[\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`;
}

function compact(key: string, value: unknown): unknown {
  if (isObserved(value)) return timeText(value);
  // Of one source it is the same in every record.
  if (key === 'exportedBy') return undefined;
  return key === 'from' && isPlace(value) ? placeText(value) : value;
}

function timeText(observed: Observed): string {
  if (!isDated(observed)) return observed.raw === null ? 'undated' : `undated: ${observed.raw}`;
  const marks = [
    observed.precision === 'day' ? 'day' : '',
    observed.zoneAssumed ? 'zone assumed' : '',
    observed.orderAssumed ? 'order assumed' : '',
    observed.basis === 'stated' ? 'stated' : '',
  ].filter((mark) => mark !== '');
  const iso = new Date(observed.instant).toISOString();
  return marks.length === 0 ? iso : `${iso} (${marks.join(', ')})`;
}

function isObserved(value: unknown): value is Observed {
  return typeof value === 'object' && value !== null && 'zoneAssumed' in value && 'precision' in value;
}

function isPlace(value: unknown): value is Parameters<typeof placeText>[0] {
  return typeof value === 'object' && value !== null && 'path' in value;
}
