import { addMonths, type CivilDate } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import {
  ADVICE_QUESTIONS,
  type Advice,
  type AdviceAnswers,
  type AdviceReason,
  type AdviceRule,
  type AdviceRules,
} from '../model/advice.ts';
import type { OperatingModel } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { changesOf } from './advice-changes.ts';
import { type Measures, type ModelTraits, measuresOf, traitsOf } from './advice-measures.ts';
import { filled } from './filled.ts';

export interface AdviceRequest {
  readonly answers: AdviceAnswers;
  readonly models: readonly OperatingModel[];
  readonly practices: readonly Practice[];
  readonly rules: AdviceRules;
  /** The day of the advice, from which its review is counted. */
  readonly on: CivilDate;
}

/** Which model fits, why, and which other answers would lead to another. */
export function adviseModel({ answers, models, practices, rules, on }: AdviceRequest): Advice {
  checkWords(answers, practices);
  const traits = models.map((model) => traitsOf(model, practices, on));
  const standing = standingOf(answers, traits, rules);
  const best = bestOf(standing);
  const [first, second] = standing;
  const ahead = (first?.points ?? 0) - (second?.points ?? 0);
  const trial = { rules, advise: (other: AdviceAnswers) => bestOf(standingOf(other, traits, rules)) };
  return {
    model: best?.model ?? null,
    certainty: best === undefined ? 'open' : second === undefined || ahead >= rules.clearBy ? 'clear' : 'narrow',
    standing: standing.map(({ model, title, points, applying, measures }) => ({
      model,
      title,
      points,
      reasons: applying.map((rule) => reasonOf(rule, title, measures)),
    })),
    changes: changesOf(answers, best?.model, trial),
    unanswered: ADVICE_QUESTIONS.filter((question) => answers[question] === undefined).map((question) => ({
      question,
      text: rules.questions[question].question,
    })),
    reviewBy: addMonths(on, rules.reviewMonths),
  };
}

function checkWords({ unowned = [], keep = [] }: AdviceAnswers, practices: readonly Practice[]): void {
  const ids = new Set(practices.map(({ id }) => id));
  const domains = new Set(practices.map(({ domain }) => domain));
  const practice = unowned.find((id) => !ids.has(id));
  if (practice !== undefined)
    throw failure(diagnostic('practice-unknown', { word: practice, nearest: nearest(practice, ids) }));
  const domain = keep.find((id) => !domains.has(id));
  if (domain !== undefined)
    throw failure(diagnostic('domain-unknown', { word: domain, nearest: nearest(domain, domains) }));
}

/** A model with the rules that speak of it, before they are put into words. */
interface Standing {
  readonly model: string;
  readonly title: string;
  readonly points: number;
  readonly applying: readonly AdviceRule[];
  readonly measures: Measures;
}

/** The best first; where points are equal, as the models stand in the catalogue. */
function standingOf(
  answers: AdviceAnswers,
  traits: readonly ModelTraits[],
  { rules }: AdviceRules,
): readonly Standing[] {
  return traits
    .map((each): Standing => {
      const measures = measuresOf(answers, each);
      const applying = rules.filter((rule) => applies(rule, measures));
      const points = applying.reduce((sum, rule) => sum + rule.points, 0);
      return { model: each.model.id, title: each.model.title, points, applying, measures };
    })
    .sort((a, b) => b.points - a.points);
}

function applies({ when }: AdviceRule, measures: Measures): boolean {
  return when.every(({ measure, atLeast, atMost }) => {
    const value = measures[measure];
    return value !== undefined && value >= (atLeast ?? value) && value <= (atMost ?? value);
  });
}

function reasonOf({ id, points, says, because }: AdviceRule, title: string, measures: Measures): AdviceReason {
  const numbers = Object.entries(measures).map(([name, value]) => [name, String(value)]);
  return { rule: id, points, text: filled(says, { ...Object.fromEntries(numbers), model: title }), because };
}

/** Nobody is best who is not ahead, and nobody is ahead for whom or against whom nothing speaks. */
function bestOf([first, second]: readonly Standing[]): Standing | undefined {
  if (first === undefined || first.points === second?.points) return undefined;
  return first.applying.length + (second?.applying.length ?? 0) > 0 ? first : undefined;
}
