/** Where a text stops being JSON: line and column, from 1. The engine's own message differs between its versions; this one does not. */
export function jsonBreaksAt(text: string): { line: number; column: number } {
  const at = firstOffence(text);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}

const SPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma-or-end';

/** Walks the grammar with its own stack of open brackets: no nesting is too deep for it. */
function firstOffence(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = skip(SPACE, text, 0);
  for (;;) {
    const char = text[at];
    if (expected === 'comma-or-end') {
      const inside = open.at(-1);
      if (inside === undefined) return at;
      if (char === ',') expected = inside === '{' ? 'key' : 'value';
      else if (char === closing(inside)) open.pop();
      else return at;
      at += 1;
    } else if (expected === 'key' || (expected === 'key-or-end' && char !== '}')) {
      const colon = skip(SPACE, text, skip(STRING, text, at));
      if (char !== '"' || text[colon] !== ':') return Math.max(at, colon === at ? at : colon);
      at = colon + 1;
      expected = 'value';
    } else if ((expected === 'key-or-end' && char === '}') || (expected === 'value-or-end' && char === ']')) {
      open.pop();
      at += 1;
      expected = 'comma-or-end';
    } else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else {
      const end = skip(char === '"' ? STRING : SCALAR, text, at);
      if (end === at) return at;
      at = end;
      expected = 'comma-or-end';
    }
    at = skip(SPACE, text, at);
  }
}

function closing(bracket: '{' | '['): string {
  return bracket === '{' ? '}' : ']';
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
