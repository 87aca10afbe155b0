import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { jsonBreaksAt } from './json-syntax.ts';
import type { Limits } from './limits.ts';
import { Refused, Unreadable } from './trouble.ts';

/**
 * Parses a document after looking over its text: what is nested without end or made of more values than memory holds is refused before it is
 * built, and a key that one object names twice (JSON.parse keeps the last in silence) makes two statements of one, so that neither counts.
 */
export function parseJson(text: string, limits: Limits): unknown {
  const survey = surveyJson(text);
  if (survey.depth > limits.jsonDepth) throw new Refused(INTAKE_REASONS.jsonTooDeep(limits.jsonDepth));
  if (survey.values > limits.jsonValues) throw new Refused(INTAKE_REASONS.jsonTooMany(limits.jsonValues));
  const value = parsed(text);
  if (countKeys(value) === survey.keys) return value;
  const { key, at } = firstKeyTwice(text);
  const { line, column } = positionIn(text, at);
  throw new Unreadable(INTAKE_REASONS.jsonTwice(key.slice(0, 60), line, column));
}

/** The same for one line of JSON Lines: undefined when it is none, or is nested too deep, or names a key twice. */
export function parseJsonLine(text: string, limits: Limits): unknown {
  const survey = surveyJson(text);
  if (survey.depth > limits.jsonDepth) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === survey.keys ? value : undefined;
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, column } = jsonBreaksAt(text);
    throw new Unreadable(INTAKE_REASONS.jsonBroken(line, column), { cause: error });
  }
}

interface Survey {
  readonly depth: number;
  readonly values: number;
  readonly keys: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** Brackets, commas and colons outside strings; of a text that is no JSON the figures mean nothing, and nobody asks for them. */
export function surveyJson(text: string): Survey {
  let [depth, deepest, values, keys] = [0, 0, 1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > BACKSLASH && code !== 0x5d && code !== 0x7b && code !== 0x7d) continue;
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COLON) keys += 1;
    else if (code === COMMA) values += 1;
    else if (OPEN.has(code)) {
      depth += 1;
      values += 1;
      if (depth > deepest) deepest = depth;
    } else if (CLOSE.has(code)) depth -= 1;
  }
  return { depth: deepest, values, keys };
}

/** The closing quotation mark of the string that begins at `at`; the end of the text when there is none. */
function endOfString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** With a list of its own instead of calls: no nesting is too deep for it. */
function countKeys(value: unknown): number {
  const open: unknown[] = [value];
  let keys = 0;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const values: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) keys += values.length;
    for (const each of values) if (typeof each === 'object' && each !== null) open.push(each);
  }
  return keys;
}

function firstKeyTwice(text: string): { readonly key: string; readonly at: number } {
  const objects: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (OPEN.has(code)) objects.push(new Set());
    else if (CLOSE.has(code)) objects.pop();
    if (code !== QUOTE) continue;
    const begin = at;
    at = endOfString(text, at);
    if (!/^[ \t\r\n]*:/.test(text.slice(at + 1, at + 100).trimStart())) continue;
    const key = String(JSON.parse(text.slice(begin, at + 1)));
    const met = objects.at(-1);
    if (met?.has(key)) return { key, at: begin };
    met?.add(key);
  }
  return { key: '', at: 0 };
}

function positionIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
