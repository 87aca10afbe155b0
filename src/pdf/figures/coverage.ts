import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { mix, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import { amount, centredLines, type Easel, rowHeight, setLabel, sides, strip, underHead, widthOf } from './kit.ts';
import { linear } from './scale.ts';

type Coverage = Extract<Figure, { kind: 'coverage' }>;

const BAR = 9;
/** Labels are questions; a track can be read on a third of the width. */
const LABELS = 0.38;
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Each list as one track from nothing to all of it; the words beside it say the same, so that no shade has to be told from another. */
export function coverage(figure: Coverage, easel: Easel): readonly Strip[] {
  const { setting, tag } = easel;
  const { type, hairline } = setting.theme;
  const note = { ...type.label, font: 'semibold' as const };
  const texts = { labels: figure.rows.map((row) => row.label), notes: figure.rows.map((row) => row.note) };
  const frame = sides(texts, { label: type.label, note }, easel, LABELS);
  const scale = linear([0, 1], [frame.from, Math.max(frame.from + 1, frame.to - 2)]);
  const least = rowHeight(figure.rows.length, { normal: BAR + 9, least: BAR + 3.5 }, easel);
  const rows = figure.rows.map((row): Strip => {
    const label = setLabel(row.label, type.label, frame.label, easel);
    const words = setLabel(row.note, note, frame.note, easel);
    const height = Math.max(least, label.length * type.label.leading + 3, words.length * note.leading + 3);
    const place = { top: 0, height };
    const grid = TICKS.map((share): Mark => {
      const x = scale(share);
      return { mark: 'rule', x1: x, y1: 0, x2: x, y2: height, weight: 0.4, ink: hairline, tag };
    });
    return strip(height, [
      ...grid,
      ...centredLines(label, { x: setting.left, width: frame.label, style: type.label, ...place }),
      ...track(row, { scale, top: (height - BAR) / 2 }, easel),
      ...centredLines(words, { x: frame.noteLeft, width: frame.note, align: 'right', style: note, ...place }),
    ]);
  });
  return rows.length === 0 ? [] : underHead(axis(scale, easel), rows);
}

function track(
  { n, of, asked }: Coverage['rows'][number],
  at: { readonly scale: (share: number) => number; readonly top: number },
  { setting, tag }: Easel,
): readonly Mark[] {
  const { accent, hairline, ink, wash } = setting.theme;
  const [start, end] = [at.scale(0), at.scale(1)];
  const box = { mark: 'box' as const, x: start, y: at.top, height: BAR, tag };
  const marks: Mark[] = [{ ...box, width: end - start, fill: wash, stroke: hairline, weight: 0.5 }];
  const filled = at.scale(of > 0 ? amount(n) / of : 0) - start;
  if (filled > 0) marks.push({ ...box, width: filled, fill: mix(accent, WHITE, 0.15) });
  if (asked !== null && Number.isFinite(asked)) {
    const x = at.scale(asked);
    marks.push({ mark: 'rule', x1: x, y1: at.top - 2.5, x2: x, y2: at.top + BAR + 2.5, weight: 1.6, ink, tag });
  }
  return marks;
}

/** As many of the per cents as fit; nothing and all always where there is room for two. */
function axis(scale: (share: number) => number, easel: Easel): Strip {
  const style = easel.setting.theme.type.tick;
  const marks: Mark[] = [];
  const taken: { readonly from: number; readonly to: number }[] = [];
  for (const share of [0, 1, 0.5, 0.25, 0.75]) {
    const text = `${share * 100} %`;
    const width = widthOf(text, style, easel) + 1;
    const middle = scale(share) - width / 2;
    const x = share === 0 ? scale(0) : share === 1 ? scale(1) - width : middle;
    if (taken.some((other) => x < other.to + 4 && x + width + 4 > other.from)) continue;
    taken.push({ from: x, to: x + width });
    marks.push(
      ...centredLines(setLabel(text, style, width, easel), { x, width, top: 0, height: style.leading, style }),
    );
  }
  return strip(style.leading + 2, marks);
}
