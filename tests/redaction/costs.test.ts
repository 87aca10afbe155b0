import { describe, expect, it } from 'vitest';
import { startingBudgets } from '../../src/budget.ts';
import { isFileTrouble } from '../../src/intake/index.ts';
import { RedactionEntry } from '../../src/model/redaction.ts';
import { handleExhibits, searchTexts } from '../../src/redaction/index.ts';
import { exhibit, KEY } from './world.ts';

/** Nothing can be done in so short a time. */
const startGuard = startingBudgets({ seconds: 0, secondsPerMegabyte: 0, heapBytes: 512 * 1024 * 1024 });
const SWITCH = 'hostname,running\nsw01,snmp-server community k3epOut77 RO\n';
const { id, open } = exhibit('sw.csv', Buffer.from(SWITCH));

describe('a text that costs more than one file may', () => {
  it('is told as unsearched, and the next one is searched', async () => {
    async function* texts() {
      yield { path: 'sw.csv', sha256: id, open };
      yield { path: 'other.csv', sha256: 'other', open };
    }
    const [strict, usual] = [startGuard, startingBudgets()];
    let texted = 0;
    const guards = () => {
      texted += 1;
      return texted === 1 ? strict() : usual();
    };
    const { found, unsearched } = await searchTexts(texts(), {
      key: KEY,
      tolerates: isFileTrouble,
      startGuard: guards,
    });
    expect(unsearched).toEqual([{ path: 'sw.csv', sha256: id, because: 'broken-off' }]);
    expect(new Set(found.map(({ path }) => path))).toEqual(new Set(['other.csv']));
  });

  it.each(['redact', 'sanitise'] as const)('is not to be had as a copy (%s), and the build stops', async (action) => {
    const entry = RedactionEntry.parse({
      exhibit: 'sw.csv',
      action,
      because: 'ticket 4821',
      by: 'Ann',
      on: '2026-10-14',
    });
    const packaged = action === 'redact' ? 'data/exhibits/E-001' : null;
    const { problems, copies } = await handleExhibits({
      sightings: { found: [], unsearched: [], searched: { files: 0, bytes: 0 }, values: new Map(), valuesWhole: true },
      entries: [entry],
      placements: [{ number: 'E-001', original: 'sw.csv', packaged, sha256: id, omitted: null, withheld: true }],
      exhibit: async () => ({ open, text: open }),
      standIn: () => 'x',
      costs: { startGuard, tolerates: isFileTrouble },
      key: KEY,
    });
    expect(problems).toEqual([expect.objectContaining({ code: 'redaction-impossible' })]);
    expect(problems[0]?.message).toContain('more time or memory than one file may');
    expect(copies.size).toBe(0);
  });
});
