import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { sayingIn } from '../answer/earlier.ts';
import { looksAsked, roleOf } from '../find/words.ts';
import type { Listed } from '../listed.ts';
import type { WordArea } from './body.ts';
import { type Place, placeInParagraph, placeOfControls, placeOnLine } from './place.ts';

/** A question outside of tables with the place for its answer. */
export interface Asked extends Listed {
  readonly place: Place | null;
}

interface Reading {
  readonly words: QuestionnaireWords;
  readonly xml: string;
}

/** Questions among the paragraphs: with something to be filled in or below them, a label such as `Answer:`, a line, or a blank paragraph. */
export function askedIn(areas: readonly (WordArea | null)[], { words, xml }: Reading): readonly Asked[] {
  const found: Asked[] = [];
  let section = '';
  let pending: string | null = null;
  const ask = (text: string, place: Place | null, answer = place?.text ?? '') => {
    const name = `paragraph ${found.length + 1}`;
    const takes = place?.takes ?? { kind: 'anything' as const, format: 'text' as const };
    found.push({ name, section, text, takes, answer, locked: place === null, place });
    pending = null;
  };
  for (const area of areas) {
    if (area === null) {
      pending = null;
      continue;
    }
    const { label, own, rest } = partsOf(area, words);
    const place = placeOfControls(area) ?? placeOnLine(area, xml);
    if (place !== undefined) {
      if (own !== '') ask(own, place);
      else if (pending !== null && label !== 'comment') ask(pending, place);
    } else if (label === 'comment') continue;
    else if (label === 'answer' && pending !== null) {
      const after = rest === '' ? placeInParagraph(area, ' ') : undefined;
      ask(pending, after ?? null, rest);
    } else if (area.text === '') {
      // A blank line asks for an answer only below what asks.
      const blank = pending !== null && asks(pending, words) ? placeInParagraph(area) : undefined;
      if (pending !== null && blank !== undefined) ask(pending, blank);
      pending = null;
    } else if (pending !== null && asks(pending, words) && sayingIn(area.text, words) !== null)
      ask(pending, null, area.text);
    else if ((area.heading || area.bold) && !looksAsked(area.text, words)) {
      section = area.text;
      pending = null;
    } else pending = area.text;
  }
  return found;
}

/** `Please describe …` asks, `Please answer in full.` does not. */
function asks(text: string, words: QuestionnaireWords): boolean {
  return looksAsked(text.replace(/^please,?\s+/i, ''), words);
}

interface Parts {
  readonly label: 'answer' | 'comment' | null;
  /** The question that stands in the same paragraph as its place. */
  readonly own: string;
  readonly rest: string;
}

/** `Answer: …`, `Comments: …`, or words of its own. */
function partsOf({ text, before, controls }: WordArea, words: QuestionnaireWords): Parts {
  const told = (controls.length > 0 ? before : text).replace(/_{4,}[\s_]*/g, ' ').trim();
  const [, head = '', rest = ''] = /^([^:：]{2,40})[:：]\s*([\s\S]*)$/.exec(told) ?? [];
  const role = head === '' ? undefined : roleOf(head, words);
  if (role?.whole === true && role.role === 'answer') return { label: 'answer', own: '', rest: rest.trim() };
  const besides = role?.whole === true && (role.role === 'comment' || role.role === 'evidence');
  return besides
    ? { label: 'comment', own: '', rest: rest.trim() }
    : { label: null, own: told.replace(/[:：]\s*$/, ''), rest: '' };
}
