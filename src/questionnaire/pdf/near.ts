/** Where something stands on a page, in points from its lower left. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Letter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page's text with the place of each letter. */
export interface Line {
  readonly bottom: number;
  readonly top: number;
  readonly letters: readonly Letter[];
}

/** How far above its field a question may stand, and how far apart its lines. */
const ABOVE = 42;
const LINES = 3;

/** The words before a field in its line; where there are none, those above it. */
export function wordsBefore(box: Box, lines: readonly Line[]): string {
  const beside = lines
    .filter((line) => isBeside(line, box))
    .map((line) => textWithin(line, { from: -Infinity, to: box.left + 1 }));
  const words = beside.join(' ').trim();
  return /\p{L}{2}/u.test(words) ? words : wordsAbove(box, lines);
}

/** The word behind a box to be ticked, up to the next such box. */
export function wordsBehind(box: Box, lines: readonly Line[], boxes: readonly Box[]): string {
  const next = Math.min(
    ...boxes.filter((each) => each.left > box.right && isLevel(each, box)).map(({ left }) => left),
    Infinity,
  );
  const within = { from: box.right - 1, to: next };
  const line = lines.find((each) => isBeside(each, box) && textWithin(each, within) !== '');
  return line === undefined ? '' : textWithin(line, within);
}

/** Lines right above, as long as they follow one another. */
function wordsAbove(box: Box, lines: readonly Line[]): string {
  const over = lines
    .filter((line) => line.bottom >= box.top - 3 && line.bottom - box.top < ABOVE)
    .filter((line) => line.letters.some(({ left, right }) => right > box.left && left < box.right))
    .toSorted((a, b) => a.bottom - b.bottom);
  const found: string[] = [];
  let below = box.top;
  for (const line of over.slice(0, LINES)) {
    const text = textWithin(line, { from: -Infinity, to: Infinity });
    // A gap, or the end of another sentence, and it is no longer the same question.
    if (found.length > 0 && (line.bottom - below > (line.top - line.bottom) * 1.2 || /[.?!:]$/.test(text))) break;
    found.unshift(text);
    below = line.top;
  }
  return found.join(' ').trim();
}

function isBeside({ bottom, top }: Line, box: Box): boolean {
  const middle = (bottom + top) / 2;
  return middle >= box.bottom - 1 && middle <= box.top + 1;
}

export function isLevel(a: Box, b: Box): boolean {
  return Math.abs(a.bottom - b.bottom) < 6;
}

function textWithin({ letters }: Line, { from, to }: { readonly from: number; readonly to: number }): string {
  const inside = letters.filter(({ left, right }) => left >= from && right <= to);
  return inside
    .map(({ text }) => text)
    .join('')
    .replace(/[_.…]{4,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
