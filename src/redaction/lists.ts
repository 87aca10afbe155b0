import { matchesOf } from './matches.ts';

/** One value of a list in JSON, with the key that the list stands under. */
export interface Listed {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const HEAD = /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}\[/g;
const ITEM = /\s{0,200}(?:"((?:[^"\\\n]|\\.){0,16384})"|[-\d.eE+]{1,40}|true|false|null)\s{0,200}(,?)/y;

/** `"recoveryCodes": ["…", "…"]`: what the key of a list says, it says of each text in it. */
export function* valuesInLists(text: string): Generator<Listed> {
  for (const head of matchesOf(HEAD, text)) {
    ITEM.lastIndex = head.index + head[0].length;
    for (let item = ITEM.exec(text); item !== null; item = ITEM.exec(text)) {
      const [whole, value = '', comma] = item;
      const resume = ITEM.lastIndex;
      const from = item.index + whole.indexOf('"') + 1;
      if (value !== '') yield { name: head[1] ?? '', text: value, from, to: from + value.length };
      if (comma === '') break;
      ITEM.lastIndex = resume;
    }
  }
}
