import { partsOfPng, pixelsOf } from './png.ts';

/** Of 255, in each of red, green and blue. */
const NEARLY_WHITE = 220;
const OPAQUE = 128;
/** A logo of more is not looked into: it is for a wall. */
const MOST_LOOKED_AT = 4_000_000;

/** Whether a colour is lost on white paper. */
export function isNearlyWhite(red: number, green: number, blue: number): boolean {
  return Math.min(red, green, blue) > NEARLY_WHITE;
}

/** Whether most of what shows of a PNG on a ground that shows through is nearly white. One that brings its ground is not. */
export function isWhiteOnNothing(bytes: Uint8Array): boolean {
  const parts = partsOfPng(bytes);
  // Grey or colours, each with how much shows, in whole bytes: what programs for pictures write.
  const channels = parts?.colours === 6 ? 4 : parts?.colours === 4 ? 2 : 0;
  if (parts === undefined || channels === 0 || parts.depth !== 8 || parts.interlaced) return false;
  const { width, height } = parts;
  const rows = width * height <= MOST_LOOKED_AT ? pixelsOf(parts.data, parts) : undefined;
  if (rows === undefined || rows.length < (width * channels + 1) * height) return false;
  const [green, blue] = channels === 4 ? [1, 2] : [0, 0];
  let [shown, white] = [0, 0];
  for (const row of unfiltered(rows, { height, channels, bytes: width * channels })) {
    for (let at = 0; at < row.length; at += channels) {
      if ((row[at + channels - 1] ?? 0) < OPAQUE) continue;
      shown += 1;
      if (isNearlyWhite(row[at] ?? 0, row[at + green] ?? 0, row[at + blue] ?? 0)) white += 1;
    }
  }
  return white * 2 > shown;
}

/** Rows as they were before each byte was told by its neighbours, which makes them pack well. */
function* unfiltered(
  packed: Uint8Array,
  { height, channels, bytes }: { readonly height: number; readonly channels: number; readonly bytes: number },
): Generator<Uint8Array> {
  let above = new Uint8Array(bytes);
  for (let index = 0; index < height; index += 1) {
    const start = index * (bytes + 1);
    const filter = packed[start] ?? 0;
    const row = packed.slice(start + 1, start + 1 + bytes);
    for (let at = 0; at < bytes; at += 1) {
      const [left, up] = [row[at - channels] ?? 0, above[at] ?? 0];
      row[at] = (row[at] ?? 0) + told(filter, { left, up, corner: above[at - channels] ?? 0 });
    }
    yield row;
    above = row;
  }
}

/** What a PNG's filter of rows foretells of a byte. */
function told(
  filter: number,
  { left, up, corner }: { readonly left: number; readonly up: number; readonly corner: number },
): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
