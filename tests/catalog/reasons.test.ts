import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/model/control.ts';
import { allPractices, frameworkIds, frameworkOf } from './catalog-files.ts';

/** Too short to say both why the practice bears on the control and how far. */
const SHORTEST = 45;
/** Words that neither title has: with fewer of them a reason only repeats what it joins. */
const OWN_WORDS = 4;

const FRAMEWORKS = frameworkIds().map(frameworkOf);
const PRACTICES = new Map(allPractices().map((practice) => [practice.id, practice]));

interface Reason {
  readonly at: string;
  readonly control: Control;
  readonly practice: string | undefined;
  readonly bears: string;
  readonly because: string;
}

function reasonsOf(control: Control): readonly Reason[] {
  const edges = control.practices.map((edge) => ({ ...edge, at: `${control.id} ${edge.practice}`, control }));
  const own = control.own.map(({ fact, bears, because }) => {
    return { at: `${control.id} ${fact}`, control, practice: undefined, bears, because };
  });
  return [...edges, ...own];
}

const reasonsIn = (controls: readonly Control[]): readonly Reason[] => controls.flatMap(reasonsOf);
const ALL = reasonsIn(FRAMEWORKS.flatMap(({ controls }) => controls));
const placesOf = (reasons: readonly Reason[]): readonly string[] => reasons.map(({ at }) => at);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]{4,}/g) ?? [];

/** Words of the reason that the title of the practice lacks, or those that the title of the control lacks, whichever are fewer. */
function ownWords({ because, control, practice }: Reason): number {
  const beyond = (title: string) => {
    const taken = new Set(wordsOf(title));
    return new Set(wordsOf(because).filter((word) => !taken.has(word))).size;
  };
  return Math.min(beyond(PRACTICES.get(practice ?? '')?.title ?? ''), beyond(control.title));
}

describe('the reason of each edge from a control', () => {
  it('is there for each of them', () => {
    expect(ALL.length).toBeGreaterThan(1300);
  });

  it('is long enough to say why and how far', () => {
    expect(placesOf(ALL.filter(({ because }) => because.length < SHORTEST))).toEqual([]);
  });

  it('is one sentence, and ends as one', () => {
    const whole = /^[A-Z0-9].*[^.]\.$/;
    const next = /[.!?] [A-Z]/;
    expect(placesOf(ALL.filter(({ because }) => !whole.test(because) || next.test(because)))).toEqual([]);
  });

  it('is that of one control alone: no other, of any framework, has it word for word', () => {
    const seen = new Map<string, string[]>();
    for (const { because, at } of ALL) seen.set(because, [...(seen.get(because) ?? []), at]);
    expect([...seen.values()].filter((places) => places.length > 1)).toEqual([]);
  });

  it('says more than the title of the practice or of the control does', () => {
    expect(placesOf(ALL.filter((reason) => ownWords(reason) < OWN_WORDS))).toEqual([]);
  });

  it('never admits a gap where the practice alone would carry the whole control', () => {
    const admits =
      /not in the exports|(is|are) not (told|shown|measured|seen|known|read|compared|covered)|do(es)? not (show|reach|cover)|one part of/;
    const alone = ALL.filter(({ control, bears }) => {
      const bearing = reasonsOf(control).filter((each) => each.bears !== 'as-context');
      return bears === 'directly' && bearing.length === 1 && control.notMeasured === undefined;
    });
    expect(alone.length).toBeGreaterThan(100);
    expect(placesOf(alone.filter(({ because }) => admits.test(because)))).toEqual([]);
  });
});
