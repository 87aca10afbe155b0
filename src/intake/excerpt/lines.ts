import type { Excerpt, ExcerptLine } from '../../model/excerpt.ts';
import { splitLines } from '../lines.ts';
import { withoutColour } from '../sample.ts';
import { eachPiece, type TextFile } from '../text-file.ts';
import type { Shown } from './places.ts';

/** Certain lines of a text with their numbers, and how many lines there are. */
export async function excerptOfLines(file: TextFile, places: readonly Shown[]): Promise<Excerpt> {
  const wanted = new Map(places.flatMap(({ place, as }) => (place.line === undefined ? [] : [[place.line, as]])));
  const shown: ExcerptLine[] = [];
  let number = 0;
  const splitter = splitLines((text) => {
    number += 1;
    const as = wanted.get(number);
    if (as !== undefined) shown.push({ number, as, text: withoutColour(text) });
    return undefined;
  }, file.limits.lineBytes);
  await eachPiece(file, (piece) => splitter.write(piece));
  file.guard.step(() => splitter.end());
  return { path: file.path, form: 'lines', shown, of: number };
}
