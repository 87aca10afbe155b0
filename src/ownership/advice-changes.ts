import { counted } from '../kernel/text.ts';
import type { AdviceAnswers, AdviceChange, AdviceRules, AdvisedModel } from '../model/advice.ts';
import { filled } from './filled.ts';

type Advised = Pick<AdvisedModel, 'model' | 'title'>;

interface Trial {
  readonly advise: (answers: AdviceAnswers) => Advised | undefined;
  readonly rules: AdviceRules;
}

const NUMBERS = ['capacityHours', 'neededHours', 'afterHoursTickets', 'overduePatches', 'testsNotDone'] as const;
const HOURS_OF_A_WEEK = 168;

/** Each question asked again with other answers, one at a time, until another model comes first. */
export function changesOf(answers: AdviceAnswers, model: string | undefined, trial: Trial): readonly AdviceChange[] {
  const { questions } = trial.rules;
  const changed = (other: AdviceAnswers): Advised | undefined => {
    const best = trial.advise(other);
    return best?.model === model ? undefined : best;
  };
  const changes: AdviceChange[] = [];
  for (const question of NUMBERS) {
    const tried = (value: number) => changed({ ...answers, [question]: value });
    for (const { value, best } of nearestEachWay(answers[question], tried, trial.rules)) {
      const text = filled(questions[question].change, { value: String(value), model: best.title });
      changes.push({ question, value, model: best.model, text });
    }
  }
  for (const value of [true, false].filter((each) => each !== answers.nightCover)) {
    const best = changed({ ...answers, nightCover: value });
    const { change, changeToNo } = questions.nightCover;
    if (best !== undefined)
      changes.push({
        question: 'nightCover',
        value,
        model: best.model,
        text: filled(value ? change : changeToNo, { model: best.title }),
      });
  }
  return [
    ...changes,
    ...withoutOrphans(answers, changed, trial.rules),
    ...withLessToKeep(answers, changed, trial.rules),
  ];
}

interface Turn {
  readonly value: number;
  readonly best: Advised;
}

/** The nearest number below and above that turns the advice; where none was said, the lowest one for each other model. */
function nearestEachWay(
  said: number | undefined,
  tried: (value: number) => Advised | undefined,
  { rules }: AdviceRules,
): readonly Turn[] {
  const marks = rules.flatMap(({ when }) => when.flatMap(({ atLeast = 0, atMost = 0 }) => [atLeast, atMost]));
  const most = Math.max(HOURS_OF_A_WEEK, said ?? 0, ...marks) + 1;
  const all = Array.from({ length: most + 1 }, (_, value) => value);
  const turns = (values: readonly number[]): readonly Turn[] =>
    values.flatMap((value) => {
      const best = tried(value);
      return best === undefined ? [] : [{ value, best }];
    });
  if (said !== undefined) {
    const below = turns(all.filter((value) => value < said)).slice(-1);
    return [...below, ...turns(all.filter((value) => value > said)).slice(0, 1)];
  }
  const found = turns(all);
  return found.filter(({ best }, i) => found.findIndex((each) => each.best.model === best.model) === i);
}

function withoutOrphans(
  answers: AdviceAnswers,
  changed: (other: AdviceAnswers) => Advised | undefined,
  { questions }: AdviceRules,
): readonly AdviceChange[] {
  const { unowned = [] } = answers;
  const best = unowned.length === 0 ? undefined : changed({ ...answers, unowned: [] });
  if (best === undefined) return [];
  const value = counted(unowned.length, 'practice');
  const text = filled(questions.unowned.change, { value, model: best.title });
  return [{ question: 'unowned', value: unowned, model: best.model, text }];
}

/** One domain less where one is enough, else all of them. */
function withLessToKeep(
  answers: AdviceAnswers,
  changed: (other: AdviceAnswers) => Advised | undefined,
  { questions }: AdviceRules,
): readonly AdviceChange[] {
  const { keep = [] } = answers;
  const without = (gone: readonly string[]): readonly AdviceChange[] => {
    const best = changed({ ...answers, keep: keep.filter((domain) => !gone.includes(domain)) });
    if (best === undefined) return [];
    const text = filled(questions.keep.change, { value: gone.join(', '), model: best.title });
    return [{ question: 'keep', value: gone, model: best.model, text }];
  };
  const single = keep.flatMap((domain) => without([domain]));
  return single.length > 0 || keep.length < 2 ? single : without(keep);
}
