import type { Mark } from '../model/page.ts';
import type { Flow, Frame, Late, RepeatedHead, Strip } from './setting.ts';
import type { Sheet } from './theme.ts';

/** What stands on a page, and whether it is a sheet of its own (a cover) without running titles. */
export interface Filled {
  readonly placed: readonly Placed[];
  /** Drawn behind what is placed. */
  readonly frames: readonly Mark[];
  readonly bare: boolean;
}

/** The marks of a strip, and how far down the page it stands. */
export interface Placed {
  readonly marks: readonly Mark[];
  readonly late?: readonly Late[] | undefined;
  readonly top: number;
}

/** Strips onto pages, each handed out when it is full: glued ones together, heads repeated, frames drawn behind what of them stands on each page. */
export function* paginate(flow: Iterable<Flow>, sheet: Sheet): Generator<Filled> {
  let page: { readonly placed: Placed[] } | undefined;
  let y = sheet.top;
  let open = new Map<Frame, { top: number; bottom: number; begins: boolean }>();
  const seen = new Set<Frame>();

  function* closePage(next: readonly Frame[]): Generator<Filled> {
    const frames = [...open].flatMap(([frame, part]) => frame.draw({ ...part, ends: !next.includes(frame) }));
    if (page) yield { placed: page.placed, frames, bare: false };
    open = new Map();
    page = undefined;
    y = sheet.top;
  }
  const put = (strip: Strip): void => {
    const top = page ? y + strip.space : y;
    page ??= { placed: [] };
    if (strip.marks.length > 0) page.placed.push({ marks: strip.marks, late: strip.late, top });
    y = top + strip.height;
    for (const frame of strip.frames ?? []) {
      const part = open.get(frame);
      open.set(frame, part ? { ...part, bottom: y } : { top, bottom: y, begins: !seen.has(frame) });
      seen.add(frame);
    }
  };
  const putHead = (head: RepeatedHead | undefined, frames: readonly Frame[] | undefined): void => {
    if (!page) for (const strip of head?.strips ?? []) put(frames ? { ...strip, frames } : strip);
  };

  for (const chain of chains(flow)) {
    if ('turn' in chain) {
      yield* closePage([]);
      if (chain.turn === 'sheet') yield { placed: [{ marks: chain.marks, top: 0 }], frames: [], bare: true };
      continue;
    }
    const [first] = chain;
    if (!first) continue;
    const needed = heightOf(chain);
    const whole = sheet.bottom - sheet.top - (first.head?.height ?? 0);
    const left = sheet.bottom - y - (page ? first.space : 0);
    const fits = needed <= left + 0.01;
    // Space alone never opens a page.
    if (chain.every((strip) => strip.marks.length === 0) && (!page || !fits)) continue;
    // A chain taller than a page cannot be kept together; it only gets a decent start.
    const loose = needed > whole;
    if (page && !fits && (!loose || left < (sheet.bottom - sheet.top) * 0.3)) yield* closePage(first.frames ?? []);
    for (const strip of chain) {
      if (loose && page && y + strip.space + strip.height > sheet.bottom + 0.01) yield* closePage(strip.frames ?? []);
      putHead(strip.head, strip.frames);
      put(strip);
    }
  }
  yield* closePage([]);
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
