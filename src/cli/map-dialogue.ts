import type { Explored, Proposal, Question, Said } from '../intake/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { isMappable, mappedKind } from '../model/mapping/kinds.ts';
import type { Asker } from './ask.ts';
import { headerNamed } from './map-flags.ts';
import { scoreText } from './tell-mapping.ts';
import type { Terminal } from './terminal.ts';

export interface Settled {
  readonly said: Said;
  readonly proposal: Proposal;
}

/** Asks what the file cannot tell, one point after the other, until nothing is open; each answer may settle others. */
export async function settle(
  explored: Explored,
  start: Said,
  at: { readonly asker: Asker; readonly terminal: Terminal },
): Promise<Settled> {
  let said = start;
  for (;;) {
    const proposal = explored.propose(said);
    const [question] = proposal.questions;
    if (!question) return { said, proposal };
    said = await answered(question, { said, explored }, at);
  }
}

interface Open {
  readonly said: Said;
  readonly explored: Explored;
}

async function answered(
  question: Question,
  open: Open,
  { asker, terminal }: { asker: Asker; terminal: Terminal },
): Promise<Said> {
  for (const line of choicesOf(question)) terminal.note(line);
  for (;;) {
    const { text, otherwise } = wordingOf(question);
    const typed = (await asker.ask(text, otherwise)) ?? otherwise;
    try {
      const said = typed === undefined ? undefined : answer(question, typed, open);
      if (said) return said;
      terminal.warn('  One of the choices is wanted.');
    } catch (error) {
      if (!(error instanceof ProofpackError)) throw error;
      terminal.warn(`  ${error.message}`);
    }
  }
}

function choicesOf(question: Question): readonly string[] {
  switch (question.about) {
    case 'kind':
      return [
        '',
        'What are the rows of this file?',
        ...question.choices.map(
          ({ kind, score, reasons }, i) =>
            `  ${i + 1}  ${kind} (${mappedKind(kind).title})  ${scoreText(score)}  ${reasons.join('; ')}`,
        ),
      ];
    case 'column':
      return [
        '',
        ...question.choices.map(
          ({ header, score, reasons }, i) => `  ${i + 1}  ${header}  ${scoreText(score)}  ${reasons.join('; ')}`,
        ),
      ];
    case 'word':
      return ['', ...question.choices.map((word, i) => `  ${i + 1}  ${word === '?' ? '?  leave it unknown' : word}`)];
    case 'date-order':
      return [];
  }
}

function wordingOf(question: Question): { readonly text: string; readonly otherwise: string | undefined } {
  switch (question.about) {
    case 'kind':
      return { text: 'Kind, by number or name', otherwise: undefined };
    case 'column':
      return {
        text: `Which column is "${question.field}"? A number or header${question.fixable ? ', =value for the same in all rows' : ''}, - for none`,
        otherwise: undefined,
      };
    case 'word':
      return {
        text: `"${question.theirs}" in ${question.field} (${counted(question.rows, 'row')}) means`,
        otherwise: '?',
      };
    case 'date-order':
      return { text: `In which order is "${question.example}" written: dmy, mdy or ymd`, otherwise: question.likely };
  }
}

/** Undefined when the answer is none. */
function answer(question: Question, typed: string, { said, explored }: Open): Said | undefined {
  switch (question.about) {
    case 'kind': {
      const kind = question.choices[Number(typed) - 1]?.kind ?? typed;
      return isMappable(kind) ? { ...said, kind } : undefined;
    }
    case 'column': {
      const { field, choices } = question;
      if (typed === '-') return { ...said, columns: { ...said.columns, [field]: null } };
      if (typed.startsWith('='))
        return typed.length < 2 ? undefined : { ...said, fixed: { ...said.fixed, [field]: typed.slice(1).trim() } };
      const header = choices[Number(typed) - 1]?.header ?? headerNamed('The header', typed, explored.survey.names);
      return { ...said, columns: { ...said.columns, [field]: header } };
    }
    case 'word': {
      const { field, theirs, choices } = question;
      const ours = choices.includes(typed) ? typed : choices[Number(typed) - 1];
      return ours === undefined
        ? undefined
        : { ...said, words: { ...said.words, [field]: { ...said.words[field], [theirs]: ours } } };
    }
    case 'date-order':
      return typed === 'dmy' || typed === 'mdy' || typed === 'ymd' ? { ...said, dateOrder: typed } : undefined;
  }
}

/** Every open point as the flag that would settle it. */
export function openFlags({ questions }: Proposal): readonly string[] {
  return questions.map(openFlag);
}

function openFlag(question: Question): string {
  switch (question.about) {
    case 'kind':
      return `--kind: ${question.choices.map(({ kind, score }) => `${kind} (${scoreText(score)})`).join(', ')}`;
    case 'column': {
      const { field, choices, fixable } = question;
      const near = choices.map(({ header, score }) => `${header} (${scoreText(score)})`).join(', ');
      return `--column ${field}=<header>${fixable ? ` or --fixed ${field}=<value>` : ''}${near === '' ? '' : `: perhaps ${near}`}`;
    }
    case 'word':
      return `--word "${question.field}:${question.theirs}=<ours>" (${counted(question.rows, 'row')}): ${question.choices.join(', ')}`;
    case 'date-order':
      return `--date-order: "${question.example}" can be read in two ways${question.likely ? `, likely ${question.likely}` : ''}`;
  }
}

/** One error that names them all. */
export function refuseOpen(points: readonly string[]): void {
  if (points.length > 0) throw failure(diagnostic('map-undecided', { questions: points }));
}
