import type { ColumnRole, Saying } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';

/** Without case, signs at the ends and doubled blanks: heads of forms carry double blanks and stars. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*:?()[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A head is short; what is longer is a sentence. */
const LONGEST_HEAD = 90;

export interface Role {
  readonly role: ColumnRole;
  readonly word: string;
  readonly whole: boolean;
}

/** What a column is for by its head: the phrase that is the whole head, else the longest that stands in it. */
export function roleOf(head: string, { heads }: QuestionnaireWords): Role | undefined {
  const said = plain(head);
  if (said === '' || head.length > LONGEST_HEAD) return undefined;
  let best: Role | undefined;
  for (const [role, words] of entries(heads)) {
    for (const word of words) {
      const phrase = plain(word) || word;
      const whole = said === phrase;
      if (!whole && (phrase.length < 4 || !` ${said} `.includes(` ${phrase} `))) continue;
      const better =
        best === undefined || (whole && !best.whole) || (whole === best.whole && phrase.length > best.word.length);
      if (better) best = { role, word: phrase, whole };
    }
  }
  return best;
}

/** The way of answering that a word of the form stands for. */
export function sayingOf(word: string, { sayings }: QuestionnaireWords): Saying | undefined {
  const said = plain(word);
  return entries(sayings).find(([, words]) => words.some((each) => plain(each) === said))?.[0];
}

export function looksAsked(text: string, { asking }: QuestionnaireWords): boolean {
  const said = text.trim();
  if (/[?？]\s*\*?$/.test(said)) return true;
  const first = /^[\p{L}'-]+/u.exec(said.replace(/^[\d.()\s]+/, ''))?.[0]?.toLowerCase() ?? '';
  return asking.includes(first) && wordCount(said) >= 4;
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’/-]*/gu)?.length ?? 0;
}

/** The answer to the question before that this one waits for, when it begins with `If yes` or its like. */
export function waitsFor(text: string, { followUps }: QuestionnaireWords): Saying | undefined {
  const said = plain(text.replace(/^[\d.()a-z]{1,4}[.)]\s*/i, ''));
  return entries(followUps).find(([, words]) => words?.some((word) => new RegExp(`^${word}\\b`).test(said)))?.[0];
}

function entries<K extends string, V>(record: Readonly<Partial<Record<K, V>>>): readonly (readonly [K, V])[] {
  return Object.entries(record) as [K, V][];
}
