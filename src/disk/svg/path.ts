/** A path in absolute steps: to move, a line, a cubic curve, to close. */
export type Step =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

type Point = readonly [number, number];

const OPERANDS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const NUMBER = /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i;
const FLAG = /^[\s,]*([01])/;

/** The data of an SVG path; nothing when it does not read as one. */
export function pathSteps(data: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  const pen = { at: [0, 0] as Point, start: [0, 0] as Point, handle: undefined as Point | undefined, kind: '' };
  let rest = data.trim();
  while (rest !== '') {
    const [head, letter = ''] = /^([MLHVCSQTAZ])/i.exec(rest) ?? [];
    if (head === undefined) return undefined;
    rest = rest.slice(1);
    const count = OPERANDS[letter.toUpperCase()] ?? 0;
    let command = letter;
    do {
      const read = count === 0 ? { numbers: [], rest } : operands(rest, letter.toUpperCase(), count);
      if (read === undefined) return undefined;
      rest = read.rest.replace(/^[\s,]+/, '');
      steps.push(...draw(command, read.numbers, pen));
      // Further pairs after a move are lines.
      if (command === 'M') command = 'L';
      if (command === 'm') command = 'l';
    } while (count > 0 && NUMBER.test(rest));
  }
  return steps;
}

function operands(text: string, kind: string, count: number) {
  const numbers: number[] = [];
  let rest = text;
  for (let index = 0; index < count; index += 1) {
    const found = (kind === 'A' && (index === 3 || index === 4) ? FLAG : NUMBER).exec(rest);
    if (found?.[1] === undefined) return undefined;
    numbers.push(Number(found[1]));
    rest = rest.slice(found[0].length);
  }
  return { numbers, rest };
}

interface Pen {
  at: Point;
  start: Point;
  handle: Point | undefined;
  kind: string;
}

function draw(command: string, numbers: readonly number[], pen: Pen): readonly Step[] {
  const kind = command.toUpperCase();
  const [ox, oy] = command === kind ? [0, 0] : pen.at;
  const [x0, y0] = pen.at;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers;
  const mirrored = (of: string): Point =>
    pen.handle !== undefined && of.includes(pen.kind) ? [2 * x0 - pen.handle[0], 2 * y0 - pen.handle[1]] : pen.at;
  const moved = (to: Point, handle?: Point): undefined => {
    pen.at = to;
    pen.handle = handle;
    pen.kind = kind;
  };
  const line = (to: Point): readonly Step[] => {
    moved(to);
    return [['L', ...to]];
  };
  const curve = (one: Point, two: Point, to: Point): readonly Step[] => {
    moved(to, two);
    return [['C', ...one, ...two, ...to]];
  };
  const quadratic = (handle: Point, to: Point): readonly Step[] => {
    moved(to, handle);
    const third = (end: Point): Point => [
      end[0] + (2 / 3) * (handle[0] - end[0]),
      end[1] + (2 / 3) * (handle[1] - end[1]),
    ];
    return [['C', ...third([x0, y0]), ...third(to), ...to]];
  };
  switch (kind) {
    case 'M': {
      const to: Point = [ox + a, oy + b];
      pen.start = to;
      moved(to);
      return [['M', ...to]];
    }
    case 'L':
      return line([ox + a, oy + b]);
    case 'H':
      return line([ox + a, y0]);
    case 'V':
      return line([x0, oy + a]);
    case 'C':
      return curve([ox + a, oy + b], [ox + c, oy + d], [ox + e, oy + f]);
    case 'S':
      return curve(mirrored('CS'), [ox + a, oy + b], [ox + c, oy + d]);
    case 'Q':
      return quadratic([ox + a, oy + b], [ox + c, oy + d]);
    case 'T':
      return quadratic(mirrored('QT'), [ox + a, oy + b]);
    case 'A': {
      const to: Point = [ox + f, oy + g];
      const steps = arc({
        from: [x0, y0],
        to,
        radii: [Math.abs(a), Math.abs(b)],
        turn: c,
        large: d === 1,
        sweep: e === 1,
      });
      moved(to);
      return steps;
    }
    default:
      moved(pen.start);
      return [['Z']];
  }
}

interface Arc {
  readonly from: Point;
  readonly to: Point;
  readonly radii: Point;
  /** Degrees. */
  readonly turn: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** SVG 1.1, appendix F.6: from end points to a centre, then a curve for each quarter at most. */
function arc({ from, to, radii, turn, large, sweep }: Arc): readonly Step[] {
  const [x1, y1] = from;
  const [x2, y2] = to;
  let [rx, ry] = radii;
  if (rx === 0 || ry === 0) return [['L', x2, y2]];
  if (x1 === x2 && y1 === y2) return [];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(x1 - x2) / 2, (y1 - y2) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const over = (px / rx) ** 2 + (py / ry) ** 2;
  if (over > 1) [rx, ry] = [rx * Math.sqrt(over), ry * Math.sqrt(over)];
  const under = rx * rx * py * py + ry * ry * px * px;
  const root = Math.sqrt(Math.max(0, (rx * rx * ry * ry - under) / under)) * (large === sweep ? -1 : 1);
  const [qx, qy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * qx - sin * qy + (x1 + x2) / 2, sin * qx + cos * qy + (y1 + y2) / 2];
  const begin = Math.atan2((py - qy) / ry, (px - qx) / rx);
  let span = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - begin;
  if (sweep && span < 0) span += 2 * Math.PI;
  if (!sweep && span > 0) span -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const reach = (4 / 3) * Math.tan(span / parts / 4);
  const place = (x: number, y: number): Point => [cx + cos * rx * x - sin * ry * y, cy + sin * rx * x + cos * ry * y];
  return Array.from({ length: parts }, (_, index): Step => {
    const [u, v] = [begin + (span * index) / parts, begin + (span * (index + 1)) / parts];
    const one = place(Math.cos(u) - reach * Math.sin(u), Math.sin(u) + reach * Math.cos(u));
    const two = place(Math.cos(v) + reach * Math.sin(v), Math.sin(v) - reach * Math.cos(v));
    const end = index === parts - 1 ? to : place(Math.cos(v), Math.sin(v));
    return ['C', ...one, ...two, ...end];
  });
}
