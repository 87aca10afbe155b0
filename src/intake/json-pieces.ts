import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { bytesGrowing } from './bytes-growing.ts';
import { escaped } from './json-path.ts';
import { Unreadable } from './trouble.ts';

/** Keys and positions from the document down. */
export type JsonPath = readonly (string | number)[];

export interface CutOptions {
  /** How many elements of the list at this path stay in the document; those behind are cut out of it. */
  readonly keeps: (path: () => JsonPath) => number;
  /** An element that was cut out, as it stands, with its JSON pointer. */
  readonly onCut?: (text: string, at: string) => void;
  /** What may be left of the document, and what one element may have. */
  readonly documentBytes: number;
  readonly elementBytes: number;
}

interface Frame {
  readonly isList: boolean;
  readonly keeps: number;
  /** Pointer to a list of which elements are cut. */
  readonly at: string;
  /** Elements that are complete. */
  count: number;
  /** Where the key before the value stands in what is left. */
  keyFrom: number;
  keyTo: number;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Cuts the elements of long lists out of a JSON document that streams past. Only brackets, commas and strings are understood here: who
 * parses what is left and each element strictly has parsed the whole document strictly.
 */
export function cutJson(options: CutOptions) {
  const left = bytesGrowing(options.documentBytes, INTAKE_REASONS.jsonTooLarge);
  const element = bytesGrowing(options.elementBytes, INTAKE_REASONS.jsonItemTooLarge);
  const frames: Frame[] = [];
  let isCutting = false;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let stringFrom = 0;
  let stringTo = 0;

  function write(chunk: Buffer): void {
    let from = 0;
    let at = 0;
    const keep = (to: number): void => {
      if (!isCutting) left.add(chunk, from, to);
      else if (options.onCut) element.add(chunk, from, to);
      from = to;
    };
    while (at < chunk.length) {
      if (inString) {
        at = endOfString(chunk, at);
        if (!inString && !isCutting) stringTo = left.length() + at - from;
        continue;
      }
      const byte = chunk[at];
      at += 1;
      if (byte === QUOTE) {
        inString = true;
        if (!isCutting) stringFrom = left.length() + at - 1 - from;
      } else if (isCutting) {
        if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
        else if (depth > 0 && (byte === CLOSE_OBJECT || byte === CLOSE_LIST)) depth -= 1;
        else if (depth === 0 && (byte === COMMA || byte === CLOSE_OBJECT || byte === CLOSE_LIST)) {
          keep(at - 1);
          endElement(byte !== COMMA);
          // A comma goes with the elements that it parts; a bracket is the list's own.
          if (byte === COMMA) from = at;
          else leave();
        }
      } else if (byte === OPEN_OBJECT) frames.push(frame(false, Number.POSITIVE_INFINITY));
      else if (byte === OPEN_LIST) {
        // First, for the keys that lead here are read from what is left.
        keep(at);
        const keeps = options.keeps(() => pathOf(frames));
        frames.push(frame(true, keeps));
        isCutting = keeps === 0;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) frames.pop();
      else if (byte === COLON) markKey();
      else if (byte === COMMA && endOfKept()) {
        keep(at - 1);
        from = at;
        isCutting = true;
      }
    }
    keep(chunk.length);
  }

  function endOfString(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (isEscaped) isEscaped = false;
      else if (byte === BACKSLASH) isEscaped = true;
      else if (byte === QUOTE) {
        inString = false;
        return at + 1;
      }
    }
    return chunk.length;
  }

  function frame(isList: boolean, keeps: number): Frame {
    const at = keeps === Number.POSITIVE_INFINITY || !options.onCut ? '' : pointerOf(pathOf(frames));
    return { isList, keeps, at, count: 0, keyFrom: 0, keyTo: 0 };
  }

  /** Whether the comma that was just met ends the last element that stays. */
  function endOfKept(): boolean {
    const list = frames.at(-1);
    if (!list?.isList) return false;
    list.count += 1;
    return list.count >= list.keeps;
  }

  function endElement(isLast: boolean): void {
    const list = frames.at(-1);
    if (!list || !options.onCut) return;
    const text = element.text();
    element.clear();
    if (isLast && list.count === 0 && text.trim() === '') return;
    options.onCut(text, `${list.at}/${list.count}`);
    list.count += 1;
  }

  function leave(): void {
    isCutting = false;
    frames.pop();
  }

  function markKey(): void {
    const object = frames.at(-1);
    if (!object) return;
    object.keyFrom = stringFrom;
    object.keyTo = stringTo;
  }

  function pathOf(above: readonly Frame[]): JsonPath {
    return above.map(({ isList, count, keyFrom, keyTo }) => (isList ? count : keyOf(left.text(keyFrom, keyTo))));
  }

  return {
    write,
    /** What is left of the document, as text. A key that stands in it twice is found by whoever parses it. */
    end(): string {
      if (isCutting || inString || frames.length > 0) throw new Unreadable(INTAKE_REASONS.jsonEnds());
      return left.text();
    },
  };
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    // No key at all: what is left will not parse.
    return text;
  }
}

function pointerOf(path: JsonPath): string {
  return path.map((step) => `/${escaped(String(step))}`).join('');
}
