import type { Figure } from '../../model/document.ts';
import type { Mark } from '../../model/page.ts';
import { mix, WHITE } from '../colour.ts';
import type { Strip } from '../setting.ts';
import { verdictMarks } from '../verdict-shapes.ts';
import { type Key, keyStrip } from './keys.ts';
import { amount, centredLines, type Easel, rowHeight, setLabel, sides, strip, underHead, widthOf } from './kit.ts';

type Freshness = Extract<Figure, { kind: 'freshness' }>;

const BAR = 9;
const SIGN = 8;
const KEY = 14;
/** Bars are shares of what is allowed, so that one line marks the limit of all; beyond this they end in an arrow. */
const MOST = 2.4;
/** One bar needs less room than the name of a practice. */
const LABELS = 0.42;

export function freshness(figure: Freshness, easel: Easel): readonly Strip[] {
  const { setting, tag } = easel;
  const { type, hairline, rule, ink, tones } = setting.theme;
  const note = { ...type.label, font: 'semibold' as const };
  const texts = { labels: figure.rows.map((row) => row.label), notes: figure.rows.map((row) => row.note) };
  const frame = sides(texts, { label: type.label, note }, easel, LABELS);
  const shares = figure.rows.map((row) => amount(row.ageDays) / Math.max(1, amount(row.allowedDays)));
  const end = Math.min(MOST, Math.max(1.3, ...shares));
  const scale = Math.max(1, frame.to - frame.from - SIGN - 6) / end;
  const limit = frame.from + scale;

  const least = rowHeight(figure.rows.length, { normal: BAR + 9, least: BAR + 3.5 }, easel);
  const rows = figure.rows.map((row, index): Strip => {
    const share = shares[index] ?? 0;
    const late = share > 1;
    const label = setLabel(row.label, type.label, frame.label, easel);
    const style = { ...note, ink: late ? tones.stale : ink };
    const words = setLabel(row.note, style, frame.note, easel);
    const height = Math.max(least, label.length * type.label.leading + 3, words.length * note.leading + 3);
    const place = { top: 0, height };
    return strip(height, [
      ...centredLines(label, { x: setting.left, width: frame.label, style: type.label, ...place }),
      ...bar(share, { left: frame.from, scale, top: (height - BAR) / 2 }, easel),
      ...centredLines(words, { x: frame.noteLeft, width: frame.note, align: 'right', style, ...place }),
    ]);
  });
  const upright = (x: number, weight: number, colour: typeof ink, height: number): Mark => {
    return { mark: 'rule', x1: x, y1: 0, x2: x, y2: height, weight, ink: colour, tag };
  };
  const lined = rows.map((row): Strip => {
    const lines = [upright(frame.from, 0.6, hairline, row.height), upright(limit, 0.9, rule, row.height)];
    return { ...row, marks: [...lines, ...row.marks] };
  });
  if (rows.length === 0) return [];
  return [
    ...underHead(axis(figure.asOf, frame.from, limit, easel), lined),
    keyStrip(keysOf(figure, shares, easel), KEY, easel),
  ];
}

/** Of the signs that the picture has. */
function keysOf({ legend }: Freshness, shares: readonly number[], easel: Easel): readonly Key[] {
  const { theme } = easel.setting;
  const sign = (verdict: 'supported' | 'stale') => (x: number, middle: number) =>
    verdictMarks(verdict, { x: x + (KEY - SIGN) / 2, y: middle - SIGN / 2, size: SIGN, tag: easel.tag }, theme);
  const keys = [
    { text: legend.current, seen: shares.some((share) => share <= 1), draw: sign('supported') },
    { text: legend.late, seen: shares.some((share) => share > 1), draw: sign('stale') },
    {
      text: legend.beyond,
      seen: shares.some((share) => share > MOST),
      draw: (x: number, middle: number): readonly Mark[] => {
        const box = { mark: 'box' as const, x, y: middle - BAR / 2, width: KEY - BAR / 2, height: BAR, tag: easel.tag };
        return [{ ...box, fill: theme.tones.stale }, arrow(x + KEY - BAR / 2, middle - BAR / 2, easel)];
      },
    },
  ];
  return keys.filter(({ seen }) => seen);
}

/** The end of a bar that is longer than there is room for. */
function arrow(x: number, y: number, { setting, tag }: Easel): Mark {
  const d = `M0 0L${BAR / 2} ${BAR / 2}L0 ${BAR}Z`;
  return { mark: 'path', d, x, y, fill: setting.theme.tones.stale, tag };
}

/** Words above the two lines; the left one gives way when there is no room for both. */
function axis(asOf: string, from: number, limit: number, easel: Easel): Strip {
  const style = easel.setting.theme.type.tick;
  const [start, edge] = [asOf, 'oldest allowed'];
  const edgeWidth = widthOf(edge, style, easel);
  const edgeLeft = limit - edgeWidth / 2;
  const marks: Mark[] = [];
  const put = (text: string, x: number): void => {
    const lines = setLabel(text, style, 400, easel);
    marks.push(...centredLines(lines, { x, width: 400, top: 0, height: style.leading, style }));
  };
  if (from + widthOf(start, style, easel) + 8 < edgeLeft) put(start, from);
  put(edge, edgeLeft);
  return strip(style.leading + 2, marks);
}

function bar(
  share: number,
  at: { readonly left: number; readonly scale: number; readonly top: number },
  easel: Easel,
): readonly Mark[] {
  const { setting, tag } = easel;
  const { tones } = setting.theme;
  const late = share > 1;
  const fill = late ? tones.stale : tones.good;
  const drawn = Math.min(share, MOST);
  const width = Math.max(1, drawn * at.scale);
  const box = { mark: 'box' as const, y: at.top, height: BAR, tag };
  const inside = Math.min(width, at.scale);
  const marks: Mark[] = [{ ...box, x: at.left, width: inside, fill: late ? mix(fill, WHITE, 0.45) : fill }];
  if (late) marks.push({ ...box, x: at.left + inside, width: width - inside, fill });
  let end = at.left + width;
  if (share > MOST) {
    marks.push(arrow(end, at.top, easel));
    end += BAR / 2;
  }
  const sign = { x: end + 4, y: at.top + (BAR - SIGN) / 2, size: SIGN, tag };
  return [...marks, ...verdictMarks(late ? 'stale' : 'supported', sign, setting.theme)];
}
