import type { SourceLine } from '../template/marker.ts';
import { type At, problem, type TemplateProblem } from '../template/problem.ts';

/** A stretch of markup that knows, for each of its characters, where that stands in a template. */
export type Text = SourceLine;

export interface Problems {
  say(at: At, says: string): void;
  readonly found: readonly TemplateProblem[];
}

export function problems(): Problems {
  const found: TemplateProblem[] = [];
  return { found, say: (at, says) => void found.push(problem(at, says)) };
}

/** Part of a text without the blanks around it. */
export function part(text: Text, from: number, to = text.text.length): Text {
  const raw = text.text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  return { text: raw.trim(), at: (column) => text.at(start + column) };
}

/** Lines that belong together, joined by blanks. */
export function joined(texts: readonly Text[]): Text {
  const starts: number[] = [];
  let text = '';
  for (const each of texts) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += each.text;
  }
  return {
    text,
    at: (column) => {
      const index = Math.max(
        starts.findLastIndex((start) => start <= column),
        0,
      );
      const owner = texts[index];
      return owner === undefined ? { file: '', line: 1, column: 1 } : owner.at(column - (starts[index] ?? 0));
    },
  };
}

/** Splits at a sign that no backslash precedes. */
export function splitAt(text: Text, sign: string): readonly Text[] {
  const parts: Text[] = [];
  let from = 0;
  for (let at = 0; at < text.text.length; at += 1) {
    if (text.text[at] === '\\') at += 1;
    else if (text.text[at] === sign) {
      parts.push(part(text, from, at));
      from = at + 1;
    }
  }
  return [...parts, part(text, from)];
}

/** The words as they are read: without the backslashes that made them inert. */
export function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
