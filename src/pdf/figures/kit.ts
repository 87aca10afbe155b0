import type { Mark } from '../../model/page.ts';
import type { Setting, Strip } from '../setting.ts';
import type { TextStyle } from '../theme.ts';
import { type Align, type Line, lineMarks, typeset, typesetBalanced } from '../typeset.ts';

/** What every figure draws with: all marks carry its tag, so that the alternative text speaks for them. */
export interface Easel {
  readonly setting: Setting;
  readonly tag: number;
}

export function setLabel(text: string, style: TextStyle, width: number, easel: Easel): readonly Line[] {
  return text.trim() === '' ? [] : typesetBalanced([{ text }], { style, width, tag: easel.tag }, easel.setting);
}

export function widthOf(text: string, style: TextStyle, { setting }: Easel): number {
  return Math.max(0, ...typeset([{ text }], { style, width: 10_000 }, setting).map((line) => line.width));
}

export function widest(texts: readonly string[], style: TextStyle, easel: Easel): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(text, style, easel)), 0);
}

/** Lines one below the other, in the middle of a height. */
export function centredLines(
  lines: readonly Line[],
  at: {
    readonly x: number;
    readonly width: number;
    readonly top: number;
    readonly height: number;
    readonly align?: Align;
    readonly style: TextStyle;
  },
): readonly Mark[] {
  const first = at.top + (at.height - lines.length * at.style.leading) / 2;
  return lines.flatMap((line, index) =>
    lineMarks(line, {
      x: at.x,
      y: first + index * at.style.leading,
      width: at.width,
      align: at.align,
      style: at.style,
    }),
  );
}

export function strip(height: number, marks: readonly Mark[], space = 0): Strip {
  return { height, space, marks, glued: true };
}

/** The height of one of many rows: comfortable, but small enough for all to share a page if they can at all. */
export function rowHeight(
  count: number,
  heights: { readonly normal: number; readonly least: number },
  { setting }: Easel,
) {
  const page = setting.sheet.bottom - setting.sheet.top - AROUND_ROWS;
  return Math.min(heights.normal, Math.max(heights.least, page / Math.max(1, count)));
}

/** Caption, axis and legend take about this much beside the rows. */
const AROUND_ROWS = 84;

/** Rows under a head that is drawn again on each page they run over; only its first showing belongs to the figure's content. */
export function underHead(head: Strip, rows: readonly Strip[]): readonly Strip[] {
  const marks = head.marks.map((mark) => (mark.mark === 'target' ? mark : untagged(mark)));
  const repeated = { strips: [{ ...head, space: 0, marks }], height: head.height };
  return [head, ...rows.map((row) => ({ ...row, head: repeated }))];
}

function untagged(mark: Exclude<Mark, { mark: 'target' }>): Mark {
  const { tag: _tag, ...plain } = mark;
  return plain;
}

/** A number fit to draw: what is not one counts as nothing. */
export function amount(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;
}

/** Columns left and right of a drawing: as wide as their words, within a share of the whole; `most` is that of the labels. */
export function sides(
  texts: { readonly labels: readonly string[]; readonly notes: readonly string[] },
  styles: { readonly label: TextStyle; readonly note: TextStyle },
  easel: Easel,
  most = 0.28,
) {
  const { left, width } = easel.setting;
  const label = Math.min(widest(texts.labels, styles.label, easel), width * most);
  const note = Math.min(widest(texts.notes, styles.note, easel), width * 0.24);
  const from = left + label + (label > 0 ? 10 : 0);
  const to = left + width - note - (note > 0 ? 10 : 0);
  return { label, note, from, to, noteLeft: left + width - note };
}
