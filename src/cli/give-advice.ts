import { assessListening } from '../client/assess-folder.ts';
import { readAdviceRules } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { ADVICE_QUESTIONS, type AdviceAnswer, type AdviceAnswers, type AdviceRules } from '../model/advice.ts';
import type { Engagement } from '../model/engagement.ts';
import { adviseModel, answersShown, startAfterHours } from '../ownership/index.ts';
import { type Asker, askAt } from './ask.ts';
import { tellAdvice } from './tell-advice.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** What somebody says goes before what the engagement says, and that before what the exhibits show. */
export async function giveAdvice(given: Given, terminal: Terminal): Promise<number> {
  const folder = given.args[0] ?? '.';
  const rules = await readAdviceRules(folder);
  const { engagement, catalog, findings, heard } = await assessListening(folder, terminal, (of) =>
    startAfterHours(of, rules.reads.officeHours),
  );
  const said = [...saidOnTheLine(given), ...saidInEngagement(engagement)];
  const asker = terminal.interactive && given.flag('input') ? askAt(terminal) : undefined;
  const asked = await answersAsked(said, rules, asker).finally(() => asker?.close());
  const all = [...said, ...asked, ...answersShown(findings, heard.finish(), rules)];
  const answers = ADVICE_QUESTIONS.flatMap((question) => all.find((each) => each.question === question) ?? []);
  const advice = adviseModel({
    answers: valuesOf(answers),
    models: catalog.models,
    // A model is what it does with everything, whatever this engagement is asked about.
    practices: catalog.practices,
    rules,
    on: engagement.asOf,
  });
  const result = { client: engagement.client.name, on: engagement.asOf, inForce: findings.ownership.model, answers };
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.advice/1', ...result, ...advice }, null, 2));
  else tellAdvice(terminal, { ...result, advice });
  return DONE;
}

function valuesOf(answers: readonly AdviceAnswer[]): AdviceAnswers {
  return Object.fromEntries(answers.map(({ question, value }) => [question, value]));
}

/** Who says it on the command line is whoever asks. */
const ON_THE_LINE = '';

function saidOnTheLine(given: Given): readonly AdviceAnswer[] {
  const hours = (['capacityHours', 'neededHours'] as const).flatMap((question) => {
    const got = given.text(question);
    return got === undefined ? [] : [{ question, value: hoursFrom(question, got) }];
  });
  const night = given.text('nightCover');
  const lists = (['unowned', 'keep'] as const).flatMap((question) => {
    const value = given.texts(question);
    return value.length === 0 ? [] : [{ question, value }];
  });
  const cover = night === undefined ? [] : [{ question: 'nightCover' as const, value: night === 'yes' }];
  return [...hours, ...cover, ...lists].map((each) => answerOf(each, 'request', ON_THE_LINE));
}

function hoursFrom(question: 'capacityHours' | 'neededHours', got: string): number {
  const value = Number(got.trim());
  const flag = question === 'capacityHours' ? '--capacity-hours' : '--needed-hours';
  if (got.trim() === '' || !Number.isFinite(value) || value < 0)
    throw failure(diagnostic('number-wanted', { flag, got }));
  return value;
}

function saidInEngagement({ advice }: Engagement): readonly AdviceAnswer[] {
  if (advice === undefined) return [];
  const { by, on, ...values } = advice;
  return ADVICE_QUESTIONS.flatMap((question) => {
    const value = question in values ? values[question as keyof typeof values] : undefined;
    return value === undefined ? [] : [answerOf({ question, value }, 'engagement', `Said by ${by} on ${on}.`)];
  });
}

function answerOf(
  { question, value }: Pick<AdviceAnswer, 'question' | 'value'>,
  by: 'request' | 'engagement',
  because: string,
): AdviceAnswer {
  const text = Array.isArray(value)
    ? value.join(', ')
    : value === true
      ? 'yes'
      : value === false
        ? 'no'
        : String(value);
  return { question, value, by, text, places: [], because };
}

/** At a terminal: only what nobody has said, and an empty line leaves it open. */
async function answersAsked(
  said: readonly AdviceAnswer[],
  { questions }: AdviceRules,
  asker: Asker | undefined,
): Promise<readonly AdviceAnswer[]> {
  const answers: AdviceAnswer[] = [];
  if (asker === undefined) return answers;
  const isSaid = (question: string) => said.some((each) => each.question === question);
  for (const question of ['capacityHours', 'neededHours', 'nightCover', 'unowned', 'keep'] as const) {
    const typed = isSaid(question) ? undefined : await asker.ask(questions[question].question, undefined);
    if (typed === undefined) continue;
    const value =
      question === 'nightCover'
        ? /^y/i.test(typed)
        : question === 'unowned' || question === 'keep'
          ? typed.split(/[\s,]+/).filter((word) => word !== '')
          : hoursFrom(question, typed);
    answers.push(answerOf({ question, value }, 'request', ON_THE_LINE));
  }
  return answers;
}
