import type { Mark } from './look.ts';

/** What stands in one row of a file: other clients' identifiers, and whether one of the client's own stands beside them. */
export interface MarkedRow {
  readonly line: number;
  readonly marks: readonly Mark[];
  readonly ours: boolean;
}

interface Looked {
  readonly marks: readonly (Mark & { readonly at: number })[];
  readonly owns: readonly number[];
}

/** Whether a text is made of objects instead of lines. */
export function isOfObjects(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

interface Frame {
  readonly line: number;
  readonly marks: Mark[];
  ours: boolean;
}

/**
 * The objects of a text in braces (JSON, or one JSON a line) that hold other clients' identifiers. What stands in an object inside another is the
 * inner one's: a guest's address and the tenant that it is a guest of stand side by side.
 */
export function markedObjects(text: string, { marks, owns }: Looked): readonly MarkedRow[] {
  const rows: MarkedRow[] = [];
  const stack: Frame[] = [{ line: 1, marks: [], ours: false }];
  const top = () => stack[stack.length - 1];
  let [line, nextMark, nextOwn, quoted] = [1, 0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    for (; (marks[nextMark]?.at ?? Number.POSITIVE_INFINITY) <= at; nextMark += 1) {
      const mark = marks[nextMark];
      if (mark) top()?.marks.push(mark);
    }
    for (; (owns[nextOwn] ?? Number.POSITIVE_INFINITY) <= at; nextOwn += 1) {
      const frame = top();
      // Outside of all objects nothing stands beside anything.
      if (frame && stack.length > 1) frame.ours = true;
    }
    const sign = text.charCodeAt(at);
    if (sign === 10) line += 1;
    else if (quoted && sign === 92) at += 1;
    else if (sign === 34) quoted = !quoted;
    else if (!quoted && sign === 123) stack.push({ line, marks: [], ours: false });
    else if (!quoted && sign === 125 && stack.length > 1) {
      const closed = stack.pop();
      if (closed && closed.marks.length > 0) rows.push(closed);
    }
  }
  return [...rows, ...stack.filter((frame) => frame.marks.length > 0)];
}

/** The same for a text of lines: what stands in one line belongs together. */
export function markedLines(text: string, { marks, owns }: Looked, firstLine: number): readonly MarkedRow[] {
  const rows: MarkedRow[] = [];
  let [line, counted, end] = [firstLine, 0, -1];
  for (const mark of marks) {
    if (mark.at <= end) {
      const last = rows.pop();
      if (last) rows.push({ ...last, marks: [...last.marks, mark] });
      continue;
    }
    const start = text.lastIndexOf('\n', mark.at) + 1;
    const next = text.indexOf('\n', mark.at);
    end = next < 0 ? text.length : next;
    line += linesIn(text, counted, start);
    counted = start;
    rows.push({ line, marks: [mark], ours: owns.some((at) => at >= start && at < end) });
  }
  return rows;
}

/** How many lines end between two places. */
export function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
