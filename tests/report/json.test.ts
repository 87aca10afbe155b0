import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VERDICTS } from '../../src/model/assessment.ts';
import { findingsJson, inspectionJson } from '../../src/report/index.ts';
import { WORLD } from './world.ts';

// The contract of outsiders, written down a second time: keys may be added to what stands here, none may go.
const Note = z.looseObject({ code: z.string(), message: z.string(), hint: z.string() });
const Exhibit = z.looseObject({
  path: z.string(),
  sha256: z.string().length(64),
  bytes: z.number(),
  status: z.enum(['read', 'ambiguous', 'empty', 'unrecognised', 'unreadable', 'refused']),
  source: z.string().nullable(),
  candidates: z.array(z.string()),
  kinds: z.record(z.string(), z.number()),
  records: z.number(),
  rejected: z.number(),
  notes: z.array(Note),
});
const Missing = z.looseObject({ practice: z.string(), kinds: z.array(z.string()), obtain: z.string(), by: z.string() });
const PlaceAt = z.looseObject({ path: z.string() });
const ReasonOf = z.looseObject({
  practice: z.string().nullable(),
  fact: z.string(),
  holds: z.boolean().nullable(),
  bears: z.enum(['directly', 'partly', 'as-context']),
  shows: z.enum(['design', 'operation']),
  text: z.string(),
  places: z.array(PlaceAt),
});
const Inspection = z.looseObject({
  schema: z.literal('proofpack.inspection/1'),
  exhibits: z.array(Exhibit),
  missing: z.array(Missing),
  notes: z.array(Note),
});
const Contract = z.looseObject({
  schema: z.literal('proofpack.findings/1'),
  client: z.string(),
  asOf: z.string(),
  period: z.strictObject({ from: z.string(), to: z.string() }),
  exhibits: z.array(Exhibit),
  facts: z.array(
    z.looseObject({
      id: z.string(),
      status: z.enum(['known', 'unknown', 'not-applicable']),
      measure: z.looseObject({ kind: z.string() }).nullable(),
      because: z.string().nullable(),
      basis: z.array(PlaceAt),
      exceptions: z.array(PlaceAt),
    }),
  ),
  practices: z.array(
    z.looseObject({
      id: z.string(),
      verdict: z.enum(VERDICTS),
      reasons: z.array(ReasonOf),
      owner: z.looseObject({
        accountable: z.string(),
        responsible: z.array(z.string()).min(1),
        evidence: z.string(),
        approves: z.string(),
        afterHours: z.string().nullable(),
        escalation: z.array(z.string()),
      }),
    }),
  ),
  frameworks: z.array(
    z.looseObject({
      id: z.string(),
      headline: z.strictObject({
        controls: z.number(),
        applicable: z.number(),
        supported: z.number(),
        assessed: z.number(),
      }),
      controls: z.array(
        z.looseObject({
          id: z.string(),
          verdict: z.enum(VERDICTS),
          answer: z.looseObject({ ceiling: z.string() }).nullable(),
          practices: z.array(z.string()),
          accountable: z.string(),
          responsible: z.array(z.string()).min(1),
          evidence: z.string(),
          reasons: z.array(ReasonOf),
          exhibits: z.array(z.string()),
        }),
      ),
    }),
  ),
  contradictions: z.array(
    z.looseObject({ control: z.string(), claimed: z.string(), ceiling: z.string(), text: z.string() }),
  ),
  ownership: z.looseObject({
    model: z.string(),
    issues: z.array(z.looseObject({ code: z.string(), practice: z.string(), message: z.string(), hint: z.string() })),
  }),
  notes: z.array(Note),
});

function written(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('the JSON for everybody outside', () => {
  it('keeps the contract of findings', () => {
    const json = written(findingsJson(WORLD));
    expect(Contract.safeParse(json).error?.issues ?? []).toEqual([]);
    expect(Object.keys(json as object).slice(0, 10)).toEqual([
      'schema',
      'client',
      'asOf',
      'period',
      'exhibits',
      'facts',
      'practices',
      'frameworks',
      'contradictions',
      'ownership',
    ]);
  });

  it('keeps the contract of inspection', () => {
    const json = written(inspectionJson(WORLD.exhibits, WORLD.missing, WORLD.notes));
    expect(Inspection.safeParse(json).error?.issues ?? []).toEqual([]);
  });

  it('names the exhibits of a control by path, those that only give context left out', () => {
    const { frameworks } = Contract.parse(written(findingsJson(WORLD)));
    const controls = frameworks.flatMap((framework) => framework.controls);
    expect(controls.find(({ id }) => id === 'A-01')?.exhibits).toEqual(['mfa/users.csv']);
    expect(controls.find(({ id }) => id === 'B-02')?.exhibits).toEqual([]);
  });

  it('says unknown with its reason and without a measure', () => {
    const { facts } = Contract.parse(written(findingsJson(WORLD)));
    expect(facts.find(({ id }) => id === 'log-reviews')).toMatchObject({
      status: 'unknown',
      measure: null,
      because: 'no-evidence',
    });
  });

  it('places a row where it was read', () => {
    const { facts } = Contract.parse(written(findingsJson(WORLD)));
    expect(facts.find(({ id }) => id === 'days-since-proven-restore')?.basis).toEqual([
      { path: 'backup/restore.txt', line: 3, text: 'restore finished' },
    ]);
  });
});
