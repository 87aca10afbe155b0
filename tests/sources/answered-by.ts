import * as definitions from '../../src/facts/index.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { civilDate } from '../../src/kernel/civil-date.ts';
import { byCodeUnit } from '../../src/kernel/order.ts';
import type { NamedFact } from '../../src/model/fact.ts';
import type { EvidenceRecord } from '../../src/model/record.ts';

/** What the records of one sample answer, by source. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, string>>;

// Every sample counts, however old.
const SCOPE = {
  asOf: day('2026-10-15'),
  period: { from: day('2010-01-01'), to: day('2026-10-15') },
  zone: 'America/Chicago',
  thresholds: {},
  clientDomains: ['northlake.example'],
  publicAddresses: ['203.0.113.10'],
  populations: {},
};

/** Unknown for want of something else than the export that was read. */
const ANSWERED_BUT_FOR = ['population-unknown', 'undated', 'only-outside-period', 'needs-release-date'];
const STRONGEST_FIRST = 'RC?SA';

/** `src/answered-by.ts`: which sources answer which fact, by what their samples answer. */
export function answeredByModule(samples: readonly Sample[]): string {
  const alone = strengthsOf(samples, { facts: Object.keys(definitions), lists: [] });
  const lists = samples.filter(({ source, records }) => isList(source) && records.length > 0);
  // What can only be told of a list of devices or people is asked once more beside such lists.
  const rest = Object.keys(definitions).filter((id) => !alone.has(id));
  const beside = strengthsOf(samples, { facts: rest, lists });
  const lines = [...alone, ...beside]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, bySource]) => lineOf(id, [...bySource].sort(strongestFirst)));
  return `// Written by "npm run accept" from the samples in fixtures/sources; do not edit.

/** Which sources answer a fact, those with the strongest evidence first. */
export const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
${lines.join('\n')}
};
`;
}

interface Sample {
  readonly source: string;
  readonly records: readonly EvidenceRecord[];
}

interface Asking {
  readonly facts: readonly string[];
  /** Samples that are the list of devices and of people. */
  readonly lists: readonly Sample[];
}

type Strengths = ReadonlyMap<string, ReadonlyMap<string, string>>;

function strengthsOf(samples: readonly Sample[], asking: Asking): Strengths {
  const strengths = new Map<string, Map<string, string>>();
  const base = asking.lists.flatMap(({ records }) => records);
  const before = new Map(measured(base, asking).map(({ id, fact }) => [id, JSON.stringify(fact)]));
  for (const { source, records } of samples)
    for (const { id, fact } of measured([...base, ...records], asking)) {
      const strength = JSON.stringify(fact) === before.get(id) ? undefined : answering(fact);
      if (strength === undefined) continue;
      const bySource = strengths.get(id) ?? new Map<string, string>();
      const held = bySource.get(source);
      if (held === undefined || rank(strength) < rank(held)) bySource.set(source, strength);
      strengths.set(id, bySource);
    }
  return strengths;
}

function isList(source: string): boolean {
  return source === 'asset-inventory' || source === 'staff-register';
}

/** As the formatter wants it: in one line where it fits. */
function lineOf(id: string, bySource: readonly (readonly [string, string])[]): string {
  const sources = bySource.map(([source]) => `'${source}'`);
  const line = `  '${id}': [${sources.join(', ')}],`;
  return line.length <= 120 ? line : `  '${id}': [\n${sources.map((source) => `    ${source},\n`).join('')}  ],`;
}

function measured(records: readonly EvidenceRecord[], { facts, lists }: Asking): readonly NamedFact[] {
  const asked = Object.fromEntries(Object.entries(definitions).filter(([id]) => facts.includes(id)));
  const pathOf = (kind: string) =>
    lists.flatMap((list) => list.records).find((record) => record.kind === kind)?.from.path;
  const populations = { devices: pathOf('asset'), people: pathOf('user-account') };
  const measuring = startMeasuring(asked, { ...SCOPE, populations });
  for (const record of records) measuring.see(record);
  return measuring.finish().facts;
}

function answering(fact: NamedFact['fact']): string | undefined {
  if (fact.status === 'known') return fact.strength;
  return ANSWERED_BUT_FOR.includes(fact.because) ? '?' : undefined;
}

function strongestFirst([a, one]: [string, string], [b, other]: [string, string]): number {
  return rank(one) - rank(other) || byCodeUnit(a, b);
}

function rank(strength: string): number {
  return STRONGEST_FIRST.indexOf(strength);
}

function day(text: string) {
  const found = civilDate(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}
