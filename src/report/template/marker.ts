import type { At } from './problem.ts';

/** Between these two a template remembers where a piece of its text stands. Data cannot hold them: escaping takes them out. */
export const opening = '\u0002';
export const closing = '\u0003';

/** One rendered line without its markers, and a way back into the template. */
export interface SourceLine {
  readonly text: string;
  at(column: number): At;
}

const MARKER = /\u0002([^|\u0003]*)\|(\d+)\|(\d+)\u0003/g;

export function unmark(rendered: string, file: string): readonly SourceLine[] {
  let last: At = { file, line: 1, column: 1 };
  return rendered.split('\n').map((raw) => {
    const pieces: { from: number; at: At }[] = [];
    let text = '';
    let end = 0;
    for (const match of raw.matchAll(MARKER)) {
      text += raw.slice(end, match.index);
      end = match.index + match[0].length;
      last = { file: match[1] ?? file, line: Number(match[2]), column: Number(match[3]) };
      pieces.push({ from: text.length, at: last });
    }
    text += raw.slice(end);
    return { text, at: lookup(pieces, last) };
  });
}

function lookup(pieces: readonly { from: number; at: At }[], otherwise: At): (column: number) => At {
  return (column) => {
    const piece = pieces.findLast(({ from }) => from <= column);
    if (piece === undefined) return { ...(pieces[0]?.at ?? otherwise), column: 1 };
    return { ...piece.at, column: piece.at.column + column - piece.from };
  };
}
