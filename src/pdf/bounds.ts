import type { Mark } from '../model/page.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The room a mark takes: for text its line from ascender to descender, for a target nothing. */
export function boundsOf(mark: Mark): Box | undefined {
  switch (mark.mark) {
    case 'text': {
      const line = { above: mark.size * 0.74, width: mark.width, height: mark.size * 0.95 };
      if (mark.turned !== undefined) return turnedBounds(mark.x, mark.y, line, (mark.turned * Math.PI) / 180);
      return box(mark.x, mark.y - line.above, line.width, line.height);
    }
    case 'rule': {
      const [left, top] = [Math.min(mark.x1, mark.x2), Math.min(mark.y1, mark.y2)];
      return box(left, top, Math.abs(mark.x2 - mark.x1), Math.abs(mark.y2 - mark.y1));
    }
    case 'box':
    case 'image':
    case 'link':
      return box(mark.x, mark.y, mark.width, mark.height);
    case 'path':
      return pathBounds(mark.d, mark.x, mark.y);
    case 'target':
      return undefined;
  }
}

export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Of a line that rises by an angle around the point at which it begins. */
function turnedBounds(
  x: number,
  y: number,
  { above, width, height }: { readonly above: number; readonly width: number; readonly height: number },
  angle: number,
): Box | undefined {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let found: Box | undefined;
  for (const along of [0, width])
    for (const down of [-above, height - above])
      found = union(found, box(x + along * cos + down * sin, y - along * sin + down * cos, 0, 0));
  return found;
}

/** Of the points and handles of a curve, which never lie inside it. */
function pathBounds(d: string, x: number, y: number): Box | undefined {
  let found: Box | undefined;
  let [atX, atY] = [0, 0];
  for (const [, command = '', operands = ''] of d.matchAll(/([MLHVCS])([^MLHVCSZ]*)/g)) {
    const numbers = (operands.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const pairs =
      command === 'H'
        ? numbers.map((to) => [to, atY] as const)
        : command === 'V'
          ? numbers.map((to) => [atX, to] as const)
          : numbers.flatMap((value, index) => (index % 2 === 0 ? [[value, numbers[index + 1] ?? 0] as const] : []));
    for (const [px, py] of pairs) {
      [atX, atY] = [px, py];
      found = union(found, box(x + px, y + py, 0, 0));
    }
  }
  return found;
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}
