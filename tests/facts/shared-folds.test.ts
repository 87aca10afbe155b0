import { describe, expect, it } from 'vitest';
import { defineFact, type Fold } from '../../src/facts/define-fact.ts';
import { known } from '../../src/facts/kit/known.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import type { RecordKind } from '../../src/model/record.ts';
import { agent, owned, SCOPE } from './records.ts';

/** Counts the records that it is shown, and how often it was started. */
function counting() {
  const world = { started: 0, shown: 0 };
  const start = (): Fold<unknown, number> => {
    world.started += 1;
    let count = 0;
    return {
      add: () => {
        world.shown += 1;
        count += 1;
      },
      result: () => count,
    };
  };
  return { world, start };
}

function fact(start: () => Fold<unknown, number>, from: readonly RecordKind[]) {
  return defineFact({
    question: 'How many records were there?',
    from,
    measures: 'count',
    means: 'All of them.',
    start,
    answer: (count, scope) => known({ kind: 'count', count, unit: 'record' }, { clock: scope, deciding: [] }),
  });
}

describe('facts that start the same fold', () => {
  it.each<[string, RecordKind[], RecordKind[], { started: number; shown: number }, number[]]>([
    ['over the same kinds share it', ['asset'], ['asset'], { started: 1, shown: 2 }, [2, 2]],
    ['over other kinds do not', ['asset'], ['asset', 'endpoint-protection'], { started: 2, shown: 5 }, [2, 3]],
  ])('%s', (_, first, second, expected, counts) => {
    const { world, start } = counting();
    const measuring = startMeasuring({ a: fact(start, first), b: fact(start, second) }, SCOPE);
    for (const record of [owned('WS01'), owned('WS02'), agent()]) measuring.see(record);
    const { facts } = measuring.finish();
    expect(world).toEqual(expected);
    expect(facts.map((each) => (each.fact.status === 'known' ? each.fact.measure : undefined))).toEqual(
      counts.map((count) => ({ kind: 'count', count, unit: 'record' })),
    );
  });
});
