import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS_UNDER_NAMES, plantedAnywhere, WORLD_FORMS } from '../../bench/planted.mjs';
import { RedactionEntry } from '../../src/model/redaction.ts';
import { SIGHTING_CLASSES, type SightingKind } from '../../src/model/sighting.ts';
import { redactedCopy, searchedWindows } from '../../src/redaction/index.ts';

const BY = { exhibit: 'x', action: 'redact', because: 'asked for', by: 'Dana Cole', on: '2026-10-14' };

async function* once(text: string) {
  yield Buffer.from(text);
}

async function redacted(text: string, columns: readonly string[]): Promise<string> {
  const made = await redactedCopy(once(text), [RedactionEntry.parse({ ...BY, columns })]);
  return Buffer.from(made.bytes).toString();
}

/** The text with all that is found taken out, whatever it is. */
async function without(text: string): Promise<string> {
  let rest = '';
  for await (const { window, sightings } of searchedWindows(once(text))) {
    let at = 0;
    for (const { from, to } of sightings) {
      rest += `${window.text.slice(at, from)}[x]`;
      at = to;
    }
    rest += window.text.slice(at);
  }
  return rest;
}

/** Small documents, and some that are longer than a window of the search. */
const anywhere = fc.record({
  seed: fc.nat(1_000_000),
  form: fc.constantFrom(...WORLD_FORMS),
  kind: fc.constantFrom(...KINDS_UNDER_NAMES),
  size: fc.oneof(
    { weight: 9, arbitrary: fc.nat(3_000) },
    { weight: 1, arbitrary: fc.integer({ min: 130_000, max: 600_000 }) },
  ),
});

/** As each format writes it. */
const formsOf = (value: string) => [
  value,
  JSON.stringify(value).slice(1, -1),
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  value.replaceAll('"', '""'),
];

describe('what is hidden under a telling name', () => {
  it('is found wherever it stands, in documents of any size', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, async ({ seed, ...of }) => {
        // Lines of a log name people and machines in a thousand ways; there only what stops a build is looked for under names.
        fc.pre(of.form !== 'log' || SIGHTING_CLASSES[of.kind as SightingKind] !== 'personal');
        const world = plantedAnywhere(seed, of);
        const rest = await without(world.text);
        for (const form of formsOf(world.value)) expect(rest.includes(form), `${of.form}: ${world.name}`).toBe(false);
      }),
      { numRuns: 150, seed: 7 },
    );
  }, 60_000);

  it('is taken out under any name that a person gives, whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, fc.jsonValue({ maxDepth: 3 }), async ({ seed, ...of }, inner) => {
        const world = plantedAnywhere(seed, { ...of, form: 'json' });
        const canary = { kept: [inner, { deep: 'Quirina Canary', more: { 'Canary key': 7 } }], last: 'Canary end' };
        const document = JSON.parse(world.text);
        const text = JSON.stringify(
          { before: [{ whom: canary }], rest: document, whom: [['Canary 1'], 'Canary 2', canary] },
          null,
          seed % 3,
        );
        const left = await redacted(text, ['whom']);
        expect(left).not.toContain('Canary');
        const { rest } = JSON.parse(left);
        expect(rest).toEqual(document);
      }),
      { numRuns: 40, seed: 7 },
    );
  }, 60_000);
});
