import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Advice, type AdviceAnswers, AdviceRules } from '../../src/model/advice.ts';
import { OperatingModelSource } from '../../src/model/ownership.ts';
import { adviseModel, resolveModels } from '../../src/ownership/index.ts';
import { day } from '../assessment/world.ts';
import fc from '../house/fast-check.ts';
import { MODELS, PRACTICES } from './shipped.ts';

const FILE = new URL('../../frameworks/operating-models/rules/advice.yaml', import.meta.url);
const RULES = AdviceRules.parse(parse(readFileSync(FILE, 'utf8')));

const advise = (answers: AdviceAnswers, models = MODELS): Advice =>
  adviseModel({ answers, models, practices: PRACTICES, rules: RULES, on: day('2026-10-15') });

/** A dental group with an IT manager; an office without IT; a software house. */
const DENTAL: AdviceAnswers = {
  capacityHours: 24,
  neededHours: 50,
  nightCover: false,
  unowned: ['security-monitoring-24x7', 'restore-testing'],
  keep: ['identity', 'vendor', 'policy'],
};
const OFFICE: AdviceAnswers = {
  capacityHours: 4,
  neededHours: 40,
  nightCover: false,
  unowned: ['patch-cadence', 'log-review', 'restore-testing', 'access-review'],
  keep: ['finance'],
};
const SOFTWARE: AdviceAnswers = {
  capacityHours: 60,
  neededHours: 60,
  nightCover: true,
  unowned: [],
  keep: ['development', 'identity', 'network', 'logging', 'patching'],
};
const of = (advice: Advice, model: string) => advice.standing.find((each) => each.model === model);
const rulesOf = (advice: Advice, model: string) => of(advice, model)?.reasons.map(({ rule }) => rule);

describe('which model fits', () => {
  it.each<[string, AdviceAnswers, string]>([
    ['a dental group with half the hours that it needs', DENTAL, 'co-managed'],
    ['an office without IT', OFFICE, 'fully-managed'],
    ['a software house that runs everything', SOFTWARE, 'internal'],
    ['a software house without a night duty', { ...SOFTWARE, nightCover: false, keep: ['development'] }, 'co-managed'],
    [
      'somebody who wants to keep everything and has no time',
      { ...OFFICE, keep: SOFTWARE.keep ?? [] },
      'fully-managed',
    ],
  ])('%s', (_, answers, model) => {
    expect(advise(answers).model).toBe(model);
  });

  it('is said with reasons that carry the numbers', () => {
    const reasons = of(advise(DENTAL), 'co-managed')?.reasons.map(({ text }) => text);
    expect(reasons).toEqual([
      '26 of 50 hours a week are missing, and under Co-managed the provider adds what is missing and leaves the rest.',
      'Nobody of your own acts at two in the morning; under Co-managed a provider does so in 83 % of the practices that need it.',
      'Practices that nobody does today: 2; Co-managed gives 100 % of them to a provider.',
      'Of the domains that you want to keep (3) Co-managed takes none out of your hands.',
    ]);
  });

  it('holds each model against the same rules, with what speaks against it', () => {
    const advice = advise(OFFICE);
    expect(rulesOf(advice, 'internal')).toEqual([
      'most-would-stay-undone',
      'too-few-to-be-a-team',
      'nobody-at-night',
      'orphans-stay',
      'control-is-kept',
    ]);
    expect(advice.standing.map(({ points }) => points)).toEqual(
      advice.standing.map(({ points }) => points).sort((a, b) => b - a),
    );
    expect(advice.certainty).toBe('clear');
  });

  it('counts what the exhibits show', () => {
    const seen = advise({ ...SOFTWARE, afterHoursTickets: 20, overduePatches: 9, testsNotDone: 2 });
    expect(rulesOf(seen, 'internal')).toContain('calls-at-night');
    expect(rulesOf(seen, 'co-managed')).toEqual(expect.arrayContaining(['patches-wait', 'tests-wait']));
  });

  it('is open when nothing is answered, and says what to ask', () => {
    const advice = advise({});
    expect([advice.model, advice.certainty]).toEqual([null, 'open']);
    expect(advice.unanswered.map(({ question }) => question)).toEqual([
      'capacityHours',
      'neededHours',
      'nightCover',
      'unowned',
      'keep',
      'afterHoursTickets',
      'overduePatches',
      'testsNotDone',
    ]);
  });

  it('is open when two models fit alike', () => {
    const advice = advise({ unowned: ['patch-cadence'] });
    expect(advice.standing.map(({ points }) => points)).toEqual([2, 2, -2]);
    expect([advice.model, advice.certainty]).toEqual([null, 'open']);
  });

  it('rests nothing on what is not answered', () => {
    const { capacityHours: _, ...rest } = DENTAL;
    const rules = advise(rest).standing.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
    expect(rules.filter((rule) => /missing|undone|twice|team/.test(rule))).toEqual([]);
  });

  it('is looked at again after a year', () => {
    expect(advise(DENTAL).reviewBy).toBe('2027-10-15');
  });

  it('also weighs a model of the user’s own', () => {
    const own = OperatingModelSource.parse({
      id: 'night-watch',
      extends: 'internal',
      title: 'Internal with a night watch',
      because: 'Tidewatch is awake when we are not.',
      authority: { msp: ['isolate-devices', 'disable-accounts', 'restore-backups'] },
      domains: Object.fromEntries(
        ['logging', 'endpoint', 'incident', 'identity', 'continuity'].map((domain) => [
          domain,
          { afterHours: 'msp', because: 'Tidewatch is awake when we are not.' },
        ]),
      ),
      practices: { 'disaster-recovery-plan': { afterHours: 'msp', because: 'Tidewatch restores at night.' } },
    });
    const models = resolveModels([...MODELS.map((model) => OperatingModelSource.parse(model)), own]);
    expect(advise({ ...SOFTWARE, nightCover: false }, models).model).toBe('night-watch');
  });

  it.each([
    ['a practice', { unowned: ['restore-test'] }, 'practice-unknown'],
    ['a domain', { keep: ['backups'] }, 'domain-unknown'],
  ])('refuses %s that there is not', (_, answers, code) => {
    expect(() => advise(answers)).toThrow(expect.objectContaining({ code }));
  });
});

describe('what would change the answer', () => {
  const changes = (answers: AdviceAnswers) =>
    advise(answers).changes.map(({ question, value, model }) => [question, value, model]);

  it('is the nearest other answer each way', () => {
    expect(changes(DENTAL)).toEqual([
      ['capacityHours', 15, 'fully-managed'],
      ['neededHours', 80, 'fully-managed'],
    ]);
  });

  it('is said in words', () => {
    expect(advise(DENTAL).changes[0]?.text).toBe(
      'With 15 hours a week of your own people, Fully managed would fit better.',
    );
  });

  it('includes what is kept, one domain at a time', () => {
    expect(changes({ ...SOFTWARE, nightCover: false, keep: ['development', 'logging'] })).toContainEqual([
      'keep',
      ['logging'],
      'co-managed',
    ]);
  });

  it('includes what nobody does', () => {
    const said = { capacityHours: 20, neededHours: 20, unowned: ['patch-cadence', 'log-review'], keep: [] };
    expect(advise(said).changes.filter(({ question }) => question === 'unowned')).toEqual([
      {
        question: 'unowned',
        value: ['patch-cadence', 'log-review'],
        model: 'internal',
        text: 'If nobody had to be found any more for 2 practices, Internal IT would fit better.',
      },
    ]);
  });

  it('tells of what is not answered which answer would decide', () => {
    const { nightCover: _, ...rest } = SOFTWARE;
    expect(changes({ ...rest, keep: [] })).toContainEqual(['nightCover', false, 'co-managed']);
  });

  it('holds: with that answer the advice is the model that was named', () => {
    const hours = fc.integer({ min: 0, max: 80 });
    const answers: fc.Arbitrary<AdviceAnswers> = fc.record(
      {
        capacityHours: hours,
        neededHours: hours,
        nightCover: fc.boolean(),
        unowned: fc.uniqueArray(fc.constantFrom(...PRACTICES.map(({ id }) => id)), { maxLength: 6 }),
        keep: fc.uniqueArray(fc.constantFrom(...PRACTICES.map(({ domain }) => domain)), { maxLength: 6 }),
        overduePatches: hours,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, (said) => {
        const advice = advise(said);
        for (const { question, value, model } of advice.changes) {
          const kept = (said.keep ?? []).filter((domain) => !Array.isArray(value) || !value.includes(domain));
          const other = question === 'keep' ? kept : question === 'unowned' ? [] : value;
          expect(model).not.toBe(advice.model);
          expect(advise({ ...said, [question]: other }).model).toBe(model);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the rules', () => {
  it('each speak somewhere, and leave no word unfilled', () => {
    const scenes: AdviceAnswers[] = [
      DENTAL,
      OFFICE,
      SOFTWARE,
      { ...SOFTWARE, unowned: ['patch-cadence'], keep: PRACTICES.map(({ domain }) => domain) },
      { capacityHours: 18, neededHours: 50 },
      { ...OFFICE, afterHoursTickets: 20, overduePatches: 3, testsNotDone: 1 },
    ];
    const reasons = scenes.flatMap((answers) => advise(answers).standing.flatMap((each) => each.reasons));
    const spoken = new Set(reasons.map(({ rule }) => rule));
    expect(RULES.rules.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([]);
    expect(reasons.filter(({ text }) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
  });

  it('never know a model by its name', () => {
    const names = MODELS.flatMap(({ id, title }) => [id, title]);
    const text = JSON.stringify(RULES.rules);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});
