import { type Filled, startFilling } from './filling.ts';
import type { Flow, Strip } from './setting.ts';
import type { Sheet } from './theme.ts';

export type { Filled, Placed } from './filling.ts';

/** Of a page: what a new chapter, and a figure that finds no room, may leave white. */
const WHITE_AT_CHAPTER = 0.34;
const WHITE_AT_FIGURE = 0.14;
/** And before a table or a section of its section, that a figure waits for no longer: no picture comes between two rows. */
const WHITE_AT_TABLE = 0.4;
/** Above a chapter that begins amid a page. */
const ABOVE_CHAPTER = 16;

/** A figure that found no room where it was told, and the level of the heading that it stays under. */
interface Waiting {
  readonly figure: readonly Strip[];
  readonly section: number;
}

/**
 * Strips onto pages, each handed out when it is full: glued ones together, heads repeated, frames drawn behind what of them stands on each page. A figure for which
 * a page has no room left waits for the next one, and what follows it in its section fills the page; it comes between blocks, never between the rows of a table.
 */
export function* paginate(flow: Iterable<Flow>, sheet: Sheet): Generator<Filled> {
  const room = sheet.bottom - sheet.top;
  const page = startFilling(sheet);
  let section = 0;
  let waiting: readonly Waiting[] = [];
  /** What stood before a figure that waits: it stays with what follows it instead. */
  let carried: readonly Strip[] = [];

  /** On a new page those that have waited longest, one at least, so that none waits for ever. */
  const putWaiting = (): boolean => {
    const before = waiting.length;
    for (const { figure } of waiting) {
      if (page.begun() && (figure[0]?.space ?? 0) + heightOf(figure) > page.left() + 0.01) break;
      page.put(figure);
      waiting = waiting.slice(1);
    }
    return waiting.length < before;
  };
  /** A section keeps its figures: where it ends they get pages of their own, the last one under the words that led to it. */
  function* settle(): Generator<Filled> {
    const last = carried.length > 0 ? waiting.at(-1) : undefined;
    const together = [...carried, ...(last?.figure ?? [])];
    if (last) waiting = waiting.slice(0, -1);
    carried = [];
    while (waiting.length > 0) {
      yield* page.close([]);
      putWaiting();
    }
    if (together.length === 0) return;
    yield* page.close([]);
    page.put(together);
  }
  /** Little room is left for a table or a section that begins while a figure waits: the figure comes before it. */
  const isTurnedBefore = (chain: readonly Strip[]): boolean => {
    const [first] = chain;
    const begins = first && !isAmid(first) && chain.some((strip) => isRow(strip) || strip.level !== undefined);
    if (!begins || waiting.length === 0 || !page.begun()) return false;
    return page.left() - first.space < room * WHITE_AT_TABLE;
  };
  /** Where the page is turned for the only one that waits, its heading goes with it, and not under it. */
  const isLedOver = (chain: readonly Strip[]): boolean => {
    const [only, ...others] = waiting;
    if (!only || others.length > 0 || carried.length === 0) return false;
    return isTurnedBefore([...carried, ...chain]) && heightOf([...carried, ...only.figure]) <= room;
  };
  function* place(chain: readonly Strip[]): Generator<Filled> {
    const [first] = chain;
    if (!first) return;
    // Behind a table there may be room again for what waited while its rows ran over the page.
    if (waiting.length > 0 && !isAmid(first) && page.begun()) putWaiting();
    const needed = heightOf(chain);
    const left = page.left() - (page.begun() ? first.space : 0);
    const fits = needed <= left + 0.01;
    // Space alone never opens a page.
    if (chain.every((strip) => strip.marks.length === 0) && (!page.begun() || !fits)) return;
    // A chain taller than a page cannot be kept together; it only gets a decent start.
    const loose = needed > room - (first.head?.height ?? 0);
    const figure = loose ? [] : figureOf(chain);
    // No figure overtakes another.
    if (figure.length > 0 && (waiting.length > 0 || (page.begun() && !fits && left > room * WHITE_AT_FIGURE))) {
      waiting = [...waiting, { figure, section }];
      carried = chain.slice(0, -figure.length);
      return;
    }
    if (isTurnedBefore(chain) || (page.begun() && !fits && (!loose || left < room * 0.3))) {
      yield* page.close(first.frames ?? []);
      if (!isAmid(first) && putWaiting()) {
        yield* place(chain);
        return;
      }
    }
    for (const strip of chain) {
      const over = loose && page.begun() && strip.space + strip.height > page.left() + 0.01;
      if (over) yield* page.close(strip.frames ?? []);
      page.put([strip]);
    }
  }

  for (const chain of chains(flow)) {
    if ('turn' in chain) {
      yield* settle();
      if (chain.turn === 'chapter' && page.left() > room * WHITE_AT_CHAPTER) {
        if (page.begun()) page.skip(ABOVE_CHAPTER);
        continue;
      }
      yield* page.close([]);
      if (chain.turn === 'sheet') yield { placed: [{ marks: chain.marks, top: 0 }], frames: [], bare: true };
      continue;
    }
    const levels = chain.flatMap(({ level }) => level ?? []);
    if (waiting.some((each) => levels.some((level) => level <= each.section))) yield* settle();
    if (isLedOver(chain)) yield* settle();
    const whole = carried.length > 0 ? [...carried, ...chain] : chain;
    carried = [];
    section = levels.at(-1) ?? section;
    yield* place(whole);
  }
  yield* settle();
  yield* page.close([]);
}

/** In a table or a box that has begun: no figure comes between. */
function isAmid(strip: Strip): boolean {
  return isRow(strip) || strip.frames !== undefined;
}

function isRow({ head }: Strip): boolean {
  return head !== undefined && head.names !== true;
}

/** The figure that a chain ends with, if it stands in no box of others. */
function figureOf(chain: readonly Strip[]): readonly Strip[] {
  const from = chain.findIndex(({ figure }) => figure === true);
  const found = from < 0 ? [] : chain.slice(from);
  return found.every(({ figure, frames }) => figure === true && frames === undefined) ? found : [];
}

/** Strips that may not be parted, together. */
function* chains(flow: Iterable<Flow>): Generator<readonly Strip[] | Extract<Flow, { turn: string }>> {
  let chain: Strip[] = [];
  for (const item of flow) {
    if ('turn' in item) {
      if (chain.length > 0) yield chain;
      chain = [];
      yield item;
      continue;
    }
    chain.push(item);
    if (item.glued) continue;
    yield chain;
    chain = [];
  }
  if (chain.length > 0) yield chain;
}

/** Without the space above the first, which depends on where it stands. */
function heightOf(chain: readonly Strip[]): number {
  return chain.reduce((sum, strip, index) => sum + strip.height + (index === 0 ? 0 : strip.space), 0);
}
