import type { Mark } from '../model/page.ts';
import type { Frame, Late, Strip } from './setting.ts';
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

/** One page being filled from its top, then the next. */
export interface Filling {
  /** Whether anything stands on the page. */
  begun(): boolean;
  /** What is left of the page, in points. */
  left(): number;
  put(strips: readonly Strip[]): void;
  skip(height: number): void;
  /** The page as it is, if it was begun; what of `next` is open goes on over the page. */
  close(next: readonly Frame[]): readonly Filled[];
}

export function startFilling(sheet: Sheet): Filling {
  let page: { readonly placed: Placed[] } | undefined;
  let y = sheet.top;
  let open = new Map<Frame, { top: number; bottom: number; begins: boolean }>();
  const seen = new Set<Frame>();
  const putOne = (strip: Strip): void => {
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
  return {
    begun: () => page !== undefined,
    left: () => sheet.bottom - y,
    put(strips) {
      for (const strip of strips) {
        const { frames } = strip;
        if (!page)
          for (const again of strip.head?.strips ?? [])
            putOne(frames && again.frames === undefined ? { ...again, frames } : again);
        putOne(strip);
      }
    },
    skip(height) {
      y += height;
    },
    close(next) {
      const frames = [...open].flatMap(([frame, part]) => frame.draw({ ...part, ends: !next.includes(frame) }));
      const filled = page ? [{ placed: page.placed, frames, bare: false }] : [];
      open = new Map();
      page = undefined;
      y = sheet.top;
      return filled;
    },
  };
}
