import type { Entry, Takes } from '../../model/questionnaire.ts';
import { type Edit, xmlText } from '../archive/xml.ts';
import { said } from '../guard.ts';
import type { WordArea } from './body.ts';
import { controlEdits, type Stretch } from './controls.ts';

/** Something in a document that an answer can be put into. */
export interface Place {
  readonly takes: Takes;
  /** Made to be filled, so that it is open where all else is protected. */
  readonly control: boolean;
  /** What stands there already. */
  readonly text: string;
  readonly edits: (entry: Entry) => readonly Edit[];
}

/** The control or controls of an area: one, or several boxes of which one is to be ticked. */
export function placeOfControls({ controls, text, before }: WordArea): Place | undefined {
  const ticks = controls.filter(({ kind }) => kind === 'tick');
  const [first] = controls;
  if (first === undefined) return undefined;
  if (ticks.length > 1) {
    const labelled = ticks.map((tick) => ({ tick, label: labelOf(tick.label) }));
    return {
      control: true,
      takes: { kind: 'list', words: labelled.map(({ label }) => label), format: 'text' },
      text: labelled.find(({ tick }) => tick.on)?.label ?? '',
      edits: (entry) => {
        const chosen = labelled.find(({ label }) => label === said(entry))?.tick;
        return chosen === undefined ? [] : controlEdits(chosen, '');
      },
    };
  }
  const control = controls.find(({ kind }) => kind !== 'text') ?? first;
  const shown =
    control.kind === 'tick'
      ? control.on
        ? 'X'
        : ''
      : text.startsWith(before)
        ? text.slice(before.length).trim()
        : text;
  return { control: true, takes: takesOf(control), text: shown, edits: (entry) => controlEdits(control, said(entry)) };
}

/** `☐ Yes   ☐ No` has the word behind its box. */
function labelOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[☐☒☑□■]/g, '')
    .trim();
}

function takesOf({ kind, words }: WordArea['controls'][number]): Takes {
  if (kind === 'tick') return { kind: 'tick', format: 'general' };
  if (kind === 'list') return { kind: 'list', words, format: 'text' };
  return { kind: 'anything', format: kind === 'date' ? 'date' : 'text' };
}

/** The end of a paragraph, or one that is blank. */
export function placeInParagraph({ paragraph }: WordArea, lead = ''): Place | undefined {
  if (paragraph === null) return undefined;
  const { prefix, empty, from, to } = paragraph;
  return {
    control: false,
    takes: { kind: 'anything', format: 'text' },
    text: '',
    edits: (entry) => {
      const run = runXml(lead + said(entry), prefix);
      return [{ from, to, text: empty ? `<${prefix}p>${run}</${prefix}p>` : run }];
    },
  };
}

/** A line to write on, drawn with underscores; the first becomes the answer, the others go. */
export function placeOnLine({ texts, before, text }: WordArea, xml: string): Place | undefined {
  const lines = texts.flatMap(({ from, to }) =>
    [...xml.slice(from, to).matchAll(/_{4,}/g)].map(
      ({ 0: line, index }): Stretch => ({ from: from + index, to: from + index + line.length }),
    ),
  );
  const [first, ...others] = lines;
  if (first === undefined || !/_{4,}/.test(before || text)) return undefined;
  return {
    control: false,
    takes: { kind: 'anything', format: 'text' },
    text: '',
    edits: (entry) => [
      { ...first, text: xmlText(said(entry).replaceAll('\n', ' ')) },
      ...others.map((each) => ({ ...each, text: '' })),
    ],
  };
}

function runXml(text: string, prefix: string): string {
  const lines = xmlText(text)
    .split('\n')
    .map((line) => `<${prefix}t xml:space="preserve">${line}</${prefix}t>`);
  return `<${prefix}r>${lines.join(`<${prefix}br/>`)}</${prefix}r>`;
}
