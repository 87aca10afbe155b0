import { decimal } from './objects.ts';

/** Our own small paths, absolute `M L H V C S Z` only, as PDF operators; y counts downwards from `top`. */
export function pathOperators(d: string, left: number, top: number): string {
  const out: string[] = [];
  let [x, y] = [0, 0];
  let [handleX, handleY] = [0, 0];
  const point = (px: number, py: number): string => `${decimal(left + px)} ${decimal(top - py)}`;
  const curve = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
    out.push(`${point(x1, y1)} ${point(x2, y2)} ${point(toX, toY)} c`);
    [x, y, handleX, handleY] = [toX, toY, 2 * toX - x2, 2 * toY - y2];
  };
  for (const { command, numbers } of stepsOf(d)) {
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
    if (command === 'C') curve(a, b, c, e, f, g);
    else if (command === 'S') curve(handleX, handleY, a, b, c, e);
    else if (command === 'Z') out.push('h');
    else {
      [x, y] = command === 'H' ? [a, y] : command === 'V' ? [x, a] : [a, b];
      out.push(`${point(x, y)} ${command === 'M' ? 'm' : 'l'}`);
    }
  }
  return out.join(' ');
}

const OPERANDS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Z: 0 };

interface Step {
  readonly command: string;
  readonly numbers: readonly number[];
}

/** The same few shapes are drawn thousands of times. */
const parsed = new Map<string, readonly Step[]>();

function stepsOf(d: string): readonly Step[] {
  let steps = parsed.get(d);
  if (!steps) {
    steps = parse(d);
    if (parsed.size > 500) parsed.clear();
    parsed.set(d, steps);
  }
  return steps;
}

/** One step an operator; a command's further operands repeat it. */
function parse(d: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [, command = '', operands = ''] of d.matchAll(/([MLHVCSZ])([^MLHVCSZ]*)/g)) {
    const numbers = (operands.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const count = OPERANDS[command] ?? 0;
    if (count === 0) steps.push({ command, numbers: [] });
    for (let at = 0; count > 0 && at < numbers.length; at += count)
      steps.push({ command: command === 'M' && at > 0 ? 'L' : command, numbers: numbers.slice(at, at + count) });
  }
  return steps;
}
