import type { Verdict } from '../model/assessment.ts';
import type { Tone } from '../model/document.ts';
import type { Ink, Mark } from '../model/page.ts';
import { WHITE } from './colour.ts';
import type { Theme } from './theme.ts';

/** Nine shapes in a square of 8 by 8, told apart without colour: `solid` is filled, `cut` is drawn on it in white, `line` is stroked. */
interface Shape {
  readonly tone: Tone;
  readonly solid?: string;
  readonly cut?: string;
  readonly line?: string;
}

const DISC = 'M4 0C6.2 0 8 1.8 8 4S6.2 8 4 8 0 6.2 0 4 1.8 0 4 0Z';
const RING = 'M4 .5C5.9 .5 7.5 2.1 7.5 4S5.9 7.5 4 7.5 .5 5.9 .5 4 2.1 .5 4 .5Z';

export const VERDICT_SHAPES = {
  supported: { tone: 'good', solid: DISC, cut: 'M2.2 4.2L3.5 5.5L5.9 2.7' },
  'partly-supported': { tone: 'part', line: RING, solid: 'M4 .5C5.9 .5 7.5 2.1 7.5 4S5.9 7.5 4 7.5Z' },
  contradicted: { tone: 'bad', solid: 'M0 0H8V8H0Z', cut: 'M2.4 2.4L5.6 5.6M5.6 2.4L2.4 5.6' },
  stale: { tone: 'stale', line: `${RING}M4 2V4.1L5.5 5.2` },
  'attested-only': { tone: 'muted', line: 'M.5 .5H7.5V5.6H4L2.2 7.5V5.6H.5Z' },
  inherited: { tone: 'good', line: 'M.5 4H7M4.4 1.2L7.2 4L4.4 6.8' },
  'not-evidenced': { tone: 'unknown', line: 'M4 .7L7.5 7.2H.5Z' },
  'not-applicable': { tone: 'muted', line: 'M.6 4H7.4' },
  'accepted-risk': { tone: 'part', line: 'M1.5 7.8V.4M1.5 .7H7L5.5 2.4L7 4.1H1.5' },
} as const satisfies Record<Verdict, Shape>;

export const SHAPE_SIZE = 8;

/** A path in a smaller or larger square, moved nowhere: marks carry their own place. */
export function verdictMarks(
  verdict: Verdict,
  at: {
    readonly x: number;
    readonly y: number;
    readonly size: number;
    readonly tag?: number | undefined;
    readonly ink?: Ink;
    readonly cut?: Ink;
  },
  theme: Theme,
): readonly Mark[] {
  const shape: Shape = VERDICT_SHAPES[verdict];
  const ink = at.ink ?? theme.tones[shape.tone];
  const scale = at.size / SHAPE_SIZE;
  const place = { x: at.x, y: at.y, ...(at.tag === undefined ? {} : { tag: at.tag }) };
  const marks: Mark[] = [];
  if (shape.solid) marks.push({ mark: 'path', d: scaled(shape.solid, scale), fill: ink, ...place });
  if (shape.line)
    marks.push({ mark: 'path', d: scaled(shape.line, scale), stroke: ink, weight: 1.1 * scale, ...place });
  if (shape.cut)
    marks.push({ mark: 'path', d: scaled(shape.cut, scale), stroke: at.cut ?? WHITE, weight: 1.25 * scale, ...place });
  return marks;
}

/** `partly-supported` as it is said when a cell brings no word of its own. */
export function verdictWord(verdict: Verdict): string {
  const words = verdict.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const scaledPaths = new Map<string, string>();

function scaled(d: string, scale: number): string {
  if (scale === 1) return d;
  const key = `${scale}/${d}`;
  const known = scaledPaths.get(key);
  if (known !== undefined) return known;
  const made = d.replace(/-?\d*\.?\d+/g, (number) => String(Math.round(Number(number) * scale * 1000) / 1000));
  if (scaledPaths.size < 200) scaledPaths.set(key, made);
  return made;
}
