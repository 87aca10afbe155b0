import type { Mark } from '../model/page.ts';
import type { Flow, Frame, Late, RepeatedHead, Strip } from './setting.ts';
import { lower } from './setting.ts';
import type { Sheet } from './theme.ts';

/** A page being filled: what lies under, what lies over, and whether it is a sheet of its own (a cover) without running titles. */
export interface Filled {
  readonly under: Mark[];
  readonly over: (Mark | Late)[];
  readonly bare: boolean;
}

/** Strips onto pages: glued ones together, heads repeated, frames drawn behind what of them stands on each page. */
export function paginate(flow: Iterable<Flow>, sheet: Sheet): readonly Filled[] {
  const pages: Filled[] = [];
  let page: Filled | undefined;
  let y = sheet.top;
  let open = new Map<Frame, { top: number; bottom: number; begins: boolean }>();
  const seen = new Set<Frame>();

  const closePage = (next: readonly Frame[]): void => {
    for (const [frame, part] of open) page?.under.push(...frame.draw({ ...part, ends: !next.includes(frame) }));
    open = new Map();
    page = undefined;
    y = sheet.top;
  };
  const fresh = (): Filled => {
    const made: Filled = { under: [], over: [], bare: false };
    pages.push(made);
    return made;
  };
  const put = (strip: Strip): void => {
    const target = page ?? fresh();
    const top = page ? y + strip.space : y;
    page = target;
    for (const mark of strip.marks) {
      if (mark.mark === 'late') target.over.push({ ...mark, y: mark.y + top });
      else if (isDecoration(mark)) target.under.push(lower(mark, top));
      else target.over.push(lower(mark, top));
    }
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
      closePage([]);
      if (chain.turn === 'sheet') pages.push({ under: [], over: [...chain.marks], bare: true });
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
    if (page && !fits && (!loose || left < (sheet.bottom - sheet.top) * 0.3)) closePage(first.frames ?? []);
    for (const strip of chain) {
      if (loose && page && y + strip.space + strip.height > sheet.bottom + 0.01) closePage(strip.frames ?? []);
      putHead(strip.head, strip.frames);
      put(strip);
    }
  }
  closePage([]);
  return pages;
}

function isDecoration(mark: Mark): boolean {
  return mark.mark !== 'text' && mark.mark !== 'link' && mark.mark !== 'target' && mark.tag === undefined;
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
