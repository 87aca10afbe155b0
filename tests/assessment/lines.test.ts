import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/index.ts';
import { linesOf } from '../../src/assessment/lines.ts';
import type { ControlAssessment, Outcome, Reason, Verdict } from '../../src/model/assessment.ts';
import type { Fact } from '../../src/model/fact.ts';
import { engagement, framework, holds, known, named, OWNERSHIP, practice, share } from './world.ts';

const YES = known(holds(true));
const NO = known(holds(false));
const SAID = known(holds(true), { strength: 'A' });

/** A control of ours that rests on one practice. */
function control(over: object, expects: readonly object[], facts: Readonly<Record<string, Fact>>): ControlAssessment {
  const edges = [{ practice: 'p', bears: 'directly', because: 'It is the same thing.' }];
  const [first] =
    assess({
      engagement: engagement(),
      practices: [practice('p', expects)],
      frameworks: [framework([{ id: 'C', practices: edges, ...over }])],
      facts: named(facts),
      ownership: OWNERSHIP,
      exhibits: [],
      obtainable: {},
    }).frameworks[0]?.controls ?? [];
  if (first === undefined) throw new Error('no control');
  return first;
}

const POLICY = { fact: 'policy', is: { holds: true }, shows: 'design', bears: 'partly' };
const DONE = { fact: 'done', is: { holds: true } };
const told = ({ verdict, design, operation }: ControlAssessment) => ({ verdict, design, operation });

describe('the lines of design and operation', () => {
  it('stand for themselves where one of them is as weak as the verdict', () => {
    expect(told(control({}, [POLICY, DONE], { policy: SAID, done: YES }))).toEqual({
      verdict: 'supported',
      design: 'attested-only',
      operation: 'supported',
    });
    const part = { fact: 'part', is: { holds: true }, bears: 'partly' };
    expect(
      told(control({}, [DONE, part, { ...POLICY, bears: 'directly' }], { done: YES, part: SAID, policy: SAID })),
    ).toEqual({
      verdict: 'partly-supported',
      design: 'attested-only',
      operation: 'partly-supported',
    });
    expect(told(control({}, [POLICY, DONE], { policy: YES, done: NO }))).toEqual({
      verdict: 'contradicted',
      design: 'supported',
      operation: 'contradicted',
    });
  });

  it('do not look better than a verdict that something unmeasured keeps down', () => {
    const notMeasured = 'What nobody looks at.';
    expect(told(control({ notMeasured }, [DONE], { done: YES }))).toEqual({
      verdict: 'partly-supported',
      design: null,
      operation: 'partly-supported',
    });
    expect(told(control({ notMeasured }, [{ ...DONE, shows: 'design' }], { done: YES })).design).toBe(
      'partly-supported',
    );
  });

  it('do not look better than a verdict that nothing decides, nor worse than one that only a part speaks against', () => {
    const part = { fact: 'part', is: { holds: true }, bears: 'partly' };
    expect(told(control({}, [DONE, part], { part: YES }))).toMatchObject({
      verdict: 'not-evidenced',
      operation: 'not-evidenced',
    });
    const contrary = { shows: 'the-contrary', because: 'One is enough to show it.' };
    const against = { ...part, fallingShort: contrary };
    expect(told(control({}, [DONE, against], { done: YES, part: NO }))).toMatchObject({
      verdict: 'partly-supported',
      operation: 'partly-supported',
    });
  });

  it('of which the one that the verdict was made on is lowered, and none that nothing is asked of', () => {
    const reason = (shows: Reason['shows'], outcome: Outcome): Reason => ({
      practice: 'p',
      fact: shows,
      outcome,
      holds: null,
      bears: 'directly',
      shows,
      fallingShort: 'the-contrary',
      text: '',
      because: '',
      measured: '',
      expected: '',
      newest: null,
      places: [],
      placeCount: 0,
      exceptions: [],
      exceptionCount: 0,
    });
    const both = [reason('design', 'attested'), reason('operation', 'met')];
    const lines = (found: Verdict) => linesOf(both, found);
    expect(lines('stale')).toEqual({ design: 'stale', operation: 'supported' });
    expect(lines('attested-only')).toEqual({ design: 'attested-only', operation: 'supported' });
    expect(linesOf([], 'not-evidenced')).toEqual({ design: null, operation: null });
  });
});

describe('a row', () => {
  it('shows the contrary in each control, also where it weighs as too little', () => {
    const partly = { practices: [{ practice: 'p', bears: 'partly', because: 'It is a piece of it.' }] };
    const [whole, piece] = [{}, partly].map((over) => control(over, [DONE], { done: NO }).reasons[0]);
    expect(whole).toMatchObject({ outcome: 'refuted' });
    expect(piece).toMatchObject({ outcome: 'short', byItself: 'contrary' });
  });

  it('that some go without is the contrary in part of each, if it bears on the practice in part', () => {
    const people = {
      fact: 'people',
      is: { atLeastPercent: 100 },
      bears: 'partly',
      fallingShort: { shows: 'the-contrary', because: 'One is enough to show it.' },
    };
    const partly = { practices: [{ practice: 'p', bears: 'partly', because: 'It is a piece of it.' }] };
    for (const facts of [{ people: known(share(2, 4)) }, { people: known(share(2, 4)), done: YES }])
      for (const over of [{}, partly])
        expect(control(over, [DONE, people], facts).reasons[1]).toMatchObject({ byItself: 'contrary-in-part' });
    expect(
      control({}, [{ ...people, bears: 'directly', fallingShort: undefined }], { people: known(share(2, 4)) })
        .reasons[0]?.byItself,
    ).toBeUndefined();
  });
});

describe('an accepted risk', () => {
  it('is spoken for what a control asks with a mark of its own on the same fact, and for no other', () => {
    const over = (fact: string) => ({
      own: [
        {
          fact,
          is: { holds: true },
          shows: 'operation',
          bears: 'directly',
          because: 'The question has a mark of its own.',
        },
      ],
    });
    const accepted = (own: string) =>
      assess({
        engagement: engagement({
          riskAcceptances: [
            { practice: 'p', until: '2027-01-01', because: 'It is known.', by: 'Dana', on: '2026-01-01' },
          ],
        }),
        practices: [practice('p', [DONE])],
        frameworks: [
          framework([
            { id: 'C', practices: [{ practice: 'p', bears: 'directly', because: 'It is it.' }], ...over(own) },
          ]),
        ],
        facts: named({ done: NO, other: NO }),
        ownership: OWNERSHIP,
        exhibits: [],
        obtainable: {},
      }).frameworks[0]?.controls[0]?.verdict;
    expect(accepted('done')).toBe('accepted-risk');
    expect(accepted('other')).toBe('contradicted');
  });
});
