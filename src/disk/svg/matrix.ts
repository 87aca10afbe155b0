import type { Step } from './path.ts';

/** `a b c d e f` as SVG writes them. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function times(m: Matrix, n: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const [g, h, i, j, k, l] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The list of an attribute `transform`; nothing when it does not read as one. */
export function matrixOf(text: string): Matrix | undefined {
  let matrix = IDENTITY;
  const rest = text.replace(/\s*(\w+)\s*\(([^)]*)\)\s*,?/g, (_, name: string, inside: string) => {
    const numbers = inside
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const one = numbers.every(Number.isFinite) ? single(name, numbers) : undefined;
    if (one === undefined) return '?';
    matrix = times(matrix, one);
    return '';
  });
  return rest.trim() === '' ? matrix : undefined;
}

function single(name: string, [a = 0, b, c, d = 0, e = 0, f = 0]: readonly number[]): Matrix | undefined {
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      return [a, b ?? 0, c ?? 0, d, e, f];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const turned: Matrix = [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians), 0, 0];
      const [x, y] = [b ?? 0, c ?? 0];
      return times(times([1, 0, 0, 1, x, y], turned), [1, 0, 0, 1, -x, -y]);
    }
    case 'skewX':
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians), 0, 1, 0, 0];
    default:
      return undefined;
  }
}

export function moved(step: Step, [a, b, c, d, e, f]: Matrix): Step {
  const x = (px: number, py: number): number => a * px + c * py + e;
  const y = (px: number, py: number): number => b * px + d * py + f;
  if (step[0] === 'Z') return step;
  if (step[0] !== 'C') return [step[0], x(step[1], step[2]), y(step[1], step[2])];
  const [, p, q, r, s, t, u] = step;
  return ['C', x(p, q), y(p, q), x(r, s), y(r, s), x(t, u), y(t, u)];
}

/** By how much lengths grow, on the average. */
export function growth([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
