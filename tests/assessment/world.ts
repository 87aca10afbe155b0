import type { CivilDate } from '../../src/kernel/civil-date.ts';
import type { Framework } from '../../src/model/control.ts';
import { Engagement } from '../../src/model/engagement.ts';
import type { Fact, KnownFact, Measure, NamedFact, UnknownReason } from '../../src/model/fact.ts';
import type { Ownership } from '../../src/model/ownership.ts';
import { Practice } from '../../src/model/practice.ts';

export const day = (text: string): CivilDate => text as CivilDate;

/** Lakeside, October 2025 to September 2026, judged on 15 October 2026. */
export function engagement(over: object = {}): Engagement {
  return Engagement.parse({
    client: { name: 'Lakeside', timeZone: 'America/Chicago' },
    period: { from: '2025-10-01', to: '2026-09-30' },
    asOf: '2026-10-15',
    frameworks: ['house'],
    operatingModel: 'co-managed',
    ...over,
  });
}

export function known(measure: Measure, over: Partial<KnownFact> = {}): KnownFact {
  return {
    status: 'known',
    measure,
    strength: 'R',
    newest: day('2026-10-10'),
    oldest: day('2026-10-10'),
    days: [day('2026-10-10')],
    dateAssumed: false,
    basis: [{ place: { path: 'a.csv', row: 1 }, text: 'a row' }],
    basisCount: 1,
    exceptions: [],
    exceptionCount: 0,
    remarks: [],
    populationKnown: true,
    ...over,
  };
}

export function unknown(because: UnknownReason): Fact {
  return { status: 'unknown', because, wouldNeed: [], remarks: [], basis: [] };
}

export const share = (n: number, of: number): Measure => ({ kind: 'share', n, of, unit: 'person' });
export const holds = (value: boolean): Measure => ({ kind: 'holds', holds: value });

export function named(facts: Readonly<Record<string, Fact>>): readonly NamedFact[] {
  return Object.entries(facts).map(([id, fact]) => ({ id, question: `What of ${id}?`, fact }));
}

export function practice(id: string, expects: readonly object[], over: object = {}): Practice {
  const parsed = Practice.parse({
    id,
    title: `Practice ${id}`,
    meaning: 'Somebody does something so that the business stays safe.',
    duty: 'operation',
    expects: expects.map((each) => ({
      shows: 'operation',
      bears: 'directly',
      because: 'It is what the practice is about.',
      ...each,
    })),
    evidence: { best: 'The export that shows it.', askFor: 'Ask for that export.', kinds: ['backup-job'] },
    remedy: 'Do it and show it.',
    severity: 'high',
    ...over,
  });
  return { ...parsed, domain: 'backup' };
}

export function framework(controls: readonly object[]): Framework {
  return {
    id: 'house',
    title: 'House rules',
    shortTitle: 'House',
    version: '1',
    publisher: 'us',
    kind: 'questionnaire',
    groupWord: 'Section',
    controlWord: 'question',
    notice: '',
    counts: {},
    because: 'tests',
    mappingNote: '',
    groups: [{ id: 'all', title: 'All' }],
    controls: controls.map((control) => ({
      title: 'A control',
      summary: 'A control of ours.',
      group: 'all',
      practices: [],
      own: [],
      ...control,
    })) as unknown as Framework['controls'],
  };
}

export const OWNERSHIP: Ownership = {
  model: 'co-managed',
  modelTitle: 'Co-managed',
  spans: [],
  parties: [],
  assignments: [],
  controls: [],
  issues: [],
};
