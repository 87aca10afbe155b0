/** Whole numbers by their place, 0 where nobody put one: four bytes each, of which a report may have a million. In pieces, so that to grow copies nothing. */
export interface Numbers {
  readonly pieces: Int32Array[];
}

const BITS = 14;
const MASK = (1 << BITS) - 1;

export function startNumbers(): Numbers {
  return { pieces: [] };
}

export function putNumber({ pieces }: Numbers, index: number, value: number): void {
  const piece = index >> BITS;
  while (pieces.length <= piece) pieces.push(new Int32Array(MASK + 1));
  const target = pieces[piece];
  if (target) target[index & MASK] = value;
}

export function numberAt({ pieces }: Numbers, index: number): number {
  return pieces[index >> BITS]?.[index & MASK] ?? 0;
}
