import { matchesOf } from './matches.ts';

/** One value of a list in JSON, with the key that the list stands under. */
export interface Listed {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Lists {
  readonly values: readonly Listed[];
  /** The key of a list that goes on where the text ends. */
  readonly open: string | undefined;
}

const HEAD = /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}\[/g;
const TOKEN = /\s{0,200}(?:"((?:[^"\\\n]|\\.)*)"|(-?\d[\d.eE+-]{0,40})|true|false|null|([[\],]))/y;

/**
 * `"recoveryCodes": ["…", "…"]`: what the key of a list says, it says of each value in it, also in lists within it. `open`: the key of the list
 * that the text begins in.
 */
export function listsIn(text: string, open?: string): Lists {
  const values: Listed[] = [];
  let left: string | undefined;
  const collect = (name: string, at: number) => {
    if (collectList(text, { name, at, values })) left = name;
  };
  if (open !== undefined) collect(open, 0);
  for (const head of matchesOf(HEAD, text)) collect(head[1] ?? '', head.index + head[0].length);
  return { values, open: left };
}

/** Whether the text ends before the list does. */
function collectList(
  text: string,
  { name, at, values }: { readonly name: string; readonly at: number; readonly values: Listed[] },
): boolean {
  let depth = 1;
  let end = at;
  while (depth > 0) {
    TOKEN.lastIndex = end;
    const token = TOKEN.exec(text);
    if (token === null) return /^\s*$/.test(text.slice(end, end + 200)) && end + 200 >= text.length;
    end = TOKEN.lastIndex;
    const [whole, quoted, number, sign] = token;
    if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    const value = quoted ?? number ?? '';
    if (value === '') continue;
    const from = token.index + whole.length - value.length - (quoted === undefined ? 0 : 1);
    values.push({ name, text: value, from, to: from + value.length });
  }
  return false;
}
