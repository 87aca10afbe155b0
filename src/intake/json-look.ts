import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { LOOK_ROWS } from './fit.ts';
import type { JsonDocument } from './fit-json.ts';
import { isObject } from './json-path.ts';
import { cutJson } from './json-pieces.ts';
import { parseJson, parseJsonLine } from './json-survey.ts';
import { LIMITS } from './limits.ts';
import { parseAround } from './read-json-pieces.ts';
import type { Sample } from './sample.ts';
import { eachPiece, type TextFile, wholeText } from './text-file.ts';
import { Refused } from './trouble.ts';

/** A text that begins as a JSON document does, and not as a log line in brackets. */
const BEGINS = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/;

/** Whether the file claims to be one JSON document (JSON Lines begin alike: there the first line is complete and others follow). */
export function claimsJson(sample: Sample): boolean {
  return BEGINS.test(sample.start) && !claimsJsonLines(sample);
}

export function claimsJsonLines(sample: Sample): boolean {
  const filled = sample.lines().filter((line) => line.trim() !== '');
  return filled.length > 1 && filled[0] !== undefined && parsedObject(filled[0]) !== undefined;
}

/** Lines of the sample that are JSON objects by themselves. */
export function jsonLinesOf(sample: Sample): readonly Record<string, unknown>[] {
  const objects = sample.lines().slice(0, LOOK_ROWS).map(parsedObject);
  return objects.filter((object) => object !== undefined);
}

export function parsedObject(line: string): Record<string, unknown> | undefined {
  const text = line.trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  const value = parseJsonLine(text, LIMITS);
  return isObject(value) ? value : undefined;
}

/** The document, after what some tools write in front of it; of a large one the first elements of each list. Throws when the file breaks. */
export async function parseDocument(sample: Sample, prefix: RegExp | undefined): Promise<JsonDocument> {
  const { limits, guard } = sample.file;
  const whole = sample.whole ? sample.head.toString('utf8') : await wholeText(sample.file, limits.jsonBytes);
  if (whole === undefined) {
    if (prefix !== undefined) throw new Refused(INTAKE_REASONS.jsonTooLarge(limits.jsonBytes));
    return { value: await firstElements(sample.file), inPart: true };
  }
  const text = prefix === undefined ? whole : blanked(whole, prefix);
  return { value: guard.step(() => parseJson(text, limits)), inPart: false };
}

/** As much of each list as recognition looks at. */
async function firstElements(file: TextFile): Promise<unknown> {
  const { limits } = file;
  const cutting = cutJson({
    keeps: () => LOOK_ROWS,
    documentBytes: limits.jsonBytes,
    elementBytes: limits.recordBytes,
  });
  await eachPiece(file, (piece) => cutting.write(piece));
  return file.guard.step(() => parseAround(cutting.end(), limits));
}

/** Whether the text begins with the prefix. */
export function hasPrefix(sample: Sample, prefix: RegExp): boolean {
  return prefixOf(sample.start, prefix) !== undefined;
}

function prefixOf(start: string, prefix: RegExp): string | undefined {
  const match = new RegExp(prefix.source, prefix.flags.replace(/[gy]/g, '')).exec(start);
  return match && match.index === 0 && match[0] !== '' ? match[0] : undefined;
}

/** The prefix gives way to spaces, so that a position in what is left is one in the file. */
function blanked(text: string, prefix: RegExp): string {
  const start = text.length - text.trimStart().length;
  const found = prefixOf(text.slice(start), prefix) ?? '';
  const blank = found.replace(/[^\n]/g, ' ');
  return `${text.slice(0, start)}${blank}${text.slice(start + found.length)}`.replace(/;\s*$/, '');
}
