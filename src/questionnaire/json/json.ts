import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Form } from '../../model/questionnaire.ts';
import { guard, said } from '../guard.ts';
import { gridOfList } from '../listed.ts';
import type { OpenForm } from '../open.ts';
import { readVsaq, TooDeep } from './vsaq.ts';

const LARGEST = 16 * 1024 * 1024;
const ANSWERS = 'answers';

/**
 * A questionnaire as VSAQ writes it. Its answers are a file of their own, `{ "id": "value" }`, that VSAQ loads; where they stand in the
 * questionnaire itself, under `answers`, they are written there and all else keeps its bytes.
 */
export function openJson(path: string, bytes: Uint8Array): OpenForm {
  const refuse = (reason: string) => failure(diagnostic('form-refused', { path, reason }, { path }));
  if (bytes.length > LARGEST) throw refuse(REASONS.tooLarge(LARGEST));
  const text = textOf(bytes, refuse);
  const document = parsed(text, refuse);
  const inside = answersInside(document);
  const vsaq = read(document, inside, refuse);
  const form: Form = { kind: 'json', grids: [gridOfList(vsaq.title, vsaq.questions)] };
  return {
    form,
    outputName: (name) => (inside === undefined ? `answers_${name}` : name),
    fill: ({ writings, allow }) => {
      const { written, refused } = guard({ form, writings, allow });
      const pairs = written.flatMap(({ spot, entry }) => {
        const pair = vsaq.questions[spot.row - 1]?.writes(said(entry));
        return pair === undefined ? [] : [pair];
      });
      const answers = Object.fromEntries([...(inside ?? []), ...pairs]);
      const made = `${JSON.stringify(answers, null, 2)}`;
      return {
        bytes: new TextEncoder().encode(inside === undefined ? `${made}\n` : replaced(text, made)),
        written,
        refused,
      };
    },
  };
}

function textOf(bytes: Uint8Array, refuse: (reason: string) => Error): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse(REASONS.notUtf8File());
  }
}

/** VSAQ allows lines of comment. */
function parsed(text: string, refuse: (reason: string) => Error): unknown {
  try {
    return JSON.parse(text.replace(/^[ \t]*\/\/.*$/gm, ''));
  } catch (error) {
    throw refuse(REASONS.notJson(error instanceof Error ? error.message.slice(0, 120) : ''));
  }
}

function answersInside(document: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof document !== 'object' || document === null || !(ANSWERS in document)) return undefined;
  const inside: unknown = document[ANSWERS];
  if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) return undefined;
  return new Map(Object.entries(inside).map(([id, value]) => [id, String(value)]));
}

function read(document: unknown, answers: ReadonlyMap<string, string> | undefined, refuse: (reason: string) => Error) {
  try {
    const vsaq = readVsaq(document, answers ?? new Map());
    if (vsaq === undefined) throw refuse(REASONS.noItems());
    return vsaq;
  } catch (error) {
    throw error instanceof TooDeep ? refuse(REASONS.tooDeep()) : error;
  }
}

/** The text with another object under its outermost `answers`; every other character stays. */
function replaced(text: string, answers: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      const key = depth === 1 && text.slice(at, end) === `"${ANSWERS}"`;
      const colon = /^\s*:\s*/.exec(text.slice(end, end + 200))?.[0];
      if (key && colon !== undefined) return withObject(text, end + colon.length, answers);
      at = end - 1;
    } else if (sign === '/' && text[at + 1] === '/') at = Math.max(at, text.indexOf('\n', at));
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
  }
  return text;
}

function withObject(text: string, from: number, object: string): string {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') at = endOfString(text, at) - 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(0, from) + object.replaceAll('\n', '\n  ') + text.slice(at + 1);
    }
  }
  return text;
}

function endOfString(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end + 1;
}
