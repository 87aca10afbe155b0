/** Many words that are looked for in many texts at once: whole words only, without regard to case, the longest first. */
export interface Needles {
  readonly size: number;
  /** Each place where one of them stands; none within another. */
  find(text: string): readonly Found[];
  replace(text: string, by: (needle: string) => string): string;
}

interface Found {
  /** As it was given. */
  readonly needle: string;
  readonly from: number;
  readonly to: number;
}

/** Where a needle can begin: so many signs before the first run of letters and figures in it, and how long needles are that begin so. */
interface Start {
  readonly lead: number;
  readonly lengths: number[];
}

const RUN_HERE = /[\p{L}\p{N}]+/uy;
const LETTER = /[\p{L}\p{N}]/u;

/** Time goes with the text, not with the number of words: each run of letters is looked up, and then one lookup for each length. */
export function needlesOf(words: Iterable<string>): Needles {
  const byText = new Map<string, string>();
  const starts = new Map<string, Start[]>();
  const signs: string[] = [];
  for (const word of words) {
    const small = word.toLowerCase();
    if (byText.has(small) || small === '') continue;
    byText.set(small, word);
    const run = small.match(/[\p{L}\p{N}]+/u);
    if (run) addStart(starts, run[0], run.index ?? 0, small.length);
    else signs.push(small);
  }
  const mayBegin = filterOf(starts.keys());
  const find = (text: string): readonly Found[] => {
    const found: Found[] = [];
    let end = 0;
    eachRun(text, mayBegin, (from, to) => {
      if (from < end) return;
      const hit = hitAt(text, from, end, starts.get(text.slice(from, to).toLowerCase()), byText);
      if (!hit) return;
      found.push(hit);
      end = hit.to;
    });
    return signs.length === 0 ? found : [...found, ...signsIn(text, signs, byText)].sort((a, b) => a.from - b.from);
  };
  return {
    size: byText.size,
    find,
    replace: (text, by) => {
      let made = '';
      let at = 0;
      for (const { needle, from, to } of find(text)) {
        if (from < at) continue;
        made += text.slice(at, from) + by(needle);
        at = to;
      }
      return at === 0 ? text : made + text.slice(at);
    },
  };
}

/** Whether a run of ASCII letters and figures may be one of those that needles begin with: `false` is sure. */
type Filter = (text: string, from: number, to: number) => boolean;

const FILTER_SIZE = 1 << 14;

/** Nearly all runs of a text are told apart by their length and both ends, without a copy of any. */
function filterOf(runs: Iterable<string>): Filter {
  const known = new Uint8Array(FILTER_SIZE);
  const slot = (first: number, last: number, length: number) =>
    ((first | SMALL) * 31 * 31 + (last | SMALL) * 31 + length) & (FILTER_SIZE - 1);
  for (const run of runs) known[slot(run.charCodeAt(0), run.charCodeAt(run.length - 1), run.length)] = 1;
  return (text, from, to) => known[slot(text.charCodeAt(from), text.charCodeAt(to - 1), to - from)] === 1;
}

/** What makes a capital letter of ASCII small, and leaves small ones and figures as they are. */
const SMALL = 0x20;

/** Each run of letters and figures in a text; of those in ASCII alone, only such as may be one that is looked for. */
function eachRun(text: string, mayBegin: Filter, see: (from: number, to: number) => void): void {
  let at = 0;
  while (at < text.length) {
    let to = at;
    while (isAsciiLetter(text.charCodeAt(to))) to += 1;
    if (text.charCodeAt(to) > 0x7f) {
      // Which of the other signs are letters is known to the engine alone; the run begins where its part in ASCII does.
      RUN_HERE.lastIndex = at;
      const run = RUN_HERE.exec(text)?.[0] ?? '';
      if (run !== '') see(at, at + run.length);
      at = run === '' ? at + String.fromCodePoint(text.codePointAt(at) ?? 0).length : at + run.length;
    } else {
      if (to > at && mayBegin(text, at, to)) see(at, to);
      at = to + 1;
    }
  }
}

function isAsciiLetter(sign: number): boolean {
  return sign < 0x3a ? sign >= 0x30 : (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
}

function addStart(starts: Map<string, Start[]>, run: string, lead: number, length: number): void {
  const known = starts.get(run) ?? [];
  starts.set(run, known);
  let start = known.find((each) => each.lead === lead);
  if (!start) {
    start = { lead, lengths: [] };
    known.push(start);
  }
  if (!start.lengths.includes(length)) start.lengths.push(length);
  start.lengths.sort((a, b) => b - a);
}

function hitAt(
  text: string,
  index: number,
  after: number,
  starts: readonly Start[] | undefined,
  byText: ReadonlyMap<string, string>,
): Found | undefined {
  let best: Found | undefined;
  for (const { lead, lengths } of starts ?? []) {
    const from = index - lead;
    if (from < after || LETTER.test(text.charAt(from - 1))) continue;
    for (const length of lengths) {
      const to = from + length;
      if (to > text.length || LETTER.test(text.charAt(to))) continue;
      const needle = byText.get(text.slice(from, to).toLowerCase());
      if (needle === undefined) continue;
      if (!best || to - from > best.to - best.from) best = { needle, from, to };
      break;
    }
  }
  return best;
}

/** Words without a letter or figure: few, and looked for one by one. */
function signsIn(text: string, signs: readonly string[], byText: ReadonlyMap<string, string>): readonly Found[] {
  const found: Found[] = [];
  for (const sign of signs) {
    for (let from = text.indexOf(sign); from >= 0; from = text.indexOf(sign, from + sign.length)) {
      const to = from + sign.length;
      if (!LETTER.test(text.charAt(from - 1)) && !LETTER.test(text.charAt(to)))
        found.push({ needle: byText.get(sign) ?? sign, from, to });
    }
  }
  return found;
}
