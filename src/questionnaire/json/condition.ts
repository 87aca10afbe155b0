import type { Condition } from '../../model/questionnaire.ts';

/** An answer that a condition can speak of. */
export interface Known {
  readonly row: number;
  readonly word: string;
}

const TOKENS = /\s*(&&|\|\||!|\(|\)|[A-Za-z0-9_./-]+)/y;
const UNCLEAR: Condition = { kind: 'unclear' };

/** `a/yes && !(b || c)`: what VSAQ asks before it shows an item. Whatever cannot be read, or speaks of nothing known, is unclear. */
export function conditionOf(text: string, known: ReadonlyMap<string, Known>): Condition {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length > 200) return UNCLEAR;
  const reading = { tokens, at: 0, known };
  const condition = either(reading);
  return condition !== undefined && reading.at === tokens.length ? condition : UNCLEAR;
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.trimEnd().length) {
    const token = TOKENS.exec(text)?.[1];
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly known: ReadonlyMap<string, Known>;
  at: number;
}

function either(reading: Reading): Condition | undefined {
  return joined(reading, { by: '||', kind: 'any', each: both });
}

function both(reading: Reading): Condition | undefined {
  return joined(reading, { by: '&&', kind: 'all', each: single });
}

function joined(
  reading: Reading,
  { by, kind, each }: { by: string; kind: 'any' | 'all'; each: (reading: Reading) => Condition | undefined },
): Condition | undefined {
  const of: Condition[] = [];
  for (;;) {
    const condition = each(reading);
    if (condition === undefined) return undefined;
    of.push(condition);
    if (reading.tokens[reading.at] !== by) break;
    reading.at += 1;
  }
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function single(reading: Reading): Condition | undefined {
  const token = reading.tokens[reading.at];
  reading.at += 1;
  if (token === '!') {
    const of = single(reading);
    return of === undefined ? undefined : { kind: 'not', of };
  }
  if (token === '(') {
    const inner = either(reading);
    if (reading.tokens[reading.at] !== ')') return undefined;
    reading.at += 1;
    return inner;
  }
  if (token === undefined || !/^[A-Za-z0-9_./-]+$/.test(token)) return undefined;
  const known = reading.known.get(token);
  return known === undefined ? UNCLEAR : { kind: 'said', ...known };
}
