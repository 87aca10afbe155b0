import { placeText } from '../kernel/place.ts';
import { counted } from '../kernel/text.ts';
import type { Advice, AdviceAnswer } from '../model/advice.ts';
import { wrap } from './table.ts';
import { heading } from './tell.ts';
import type { Terminal } from './terminal.ts';

export interface GivenAdvice {
  readonly client: string;
  readonly on: string;
  /** The model that the engagement has today. */
  readonly inForce: string;
  readonly answers: readonly AdviceAnswer[];
  readonly advice: Advice;
}

const CERTAINTY = {
  clear: 'clearly ahead of the others',
  narrow: 'ahead, and not by much',
  open: 'no model is ahead of the others',
} as const;

const BY = {
  request: 'said with this request',
  engagement: 'said in the engagement',
  exhibits: 'read from exhibits',
  matrix: 'read from the matrix',
} as const;
const MOST_PLACES = 5;

/** Answer, model, reasons for and against, what would change it: every line with where it comes from. */
export function tellAdvice(terminal: Terminal, { client, on, inForce, answers, advice }: GivenAdvice): void {
  const { standing, certainty, changes, unanswered, reviewBy } = advice;
  const best = standing.find(({ model }) => model === advice.model);
  const say = (text: string, indent = '    ') => terminal.say(`  ${wrap(text, terminal.width - 2, indent)}`);
  const title = best === undefined ? 'The answers set no model before the others' : `${best.title} fits best`;
  terminal.say(terminal.style('bold', `${client}, ${on}: ${title}`));
  say(`${CERTAINTY[certainty]}; in force today: ${standing.find(({ model }) => model === inForce)?.title ?? inForce}.`);
  heading(terminal, `What is known (${answers.length})`);
  for (const { question, by, text, places, because } of answers) {
    const rows = places.slice(0, MOST_PLACES).map(placeText);
    const more = places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : '';
    const from = rows.length === 0 ? '' : ` From ${rows.join(', ')}${more}.`;
    say(
      `${terminal.style('cyan', question)} (${BY[by]}): ${[text, because].filter((part) => part !== '').join(' ')}${from}`,
    );
  }
  for (const { title: name, points, reasons, model } of standing) {
    heading(
      terminal,
      `${name}: ${counted(Math.abs(points), 'point').replace(/^/, points < 0 ? '-' : '')}${model === advice.model ? ', the advice' : ''}`,
    );
    if (reasons.length === 0) say('Nothing that is known speaks for it or against it.');
    for (const { points: weight, text, because } of reasons) {
      const sign = terminal.style(weight > 0 ? 'green' : 'red', weight > 0 ? `+${weight}` : String(weight));
      say(`${sign}  ${text} ${terminal.style('dim', because)}`);
    }
  }
  if (changes.length > 0) heading(terminal, 'What would change the answer');
  for (const { text } of changes) say(text);
  if (unanswered.length > 0) heading(terminal, `Not answered (${unanswered.length}); it moves nothing`);
  for (const { question, text } of unanswered) say(`${terminal.style('cyan', question)}: ${text}`);
  terminal.say(`\nReview by ${reviewBy}. This advises; the engagement decides.`);
}
