import type { Inline } from '../model/document.ts';
import type { Mark } from '../model/page.ts';
import type { Measurer } from './measurer.ts';
import type { Structure } from './structure.ts';
import type { Sheet, Theme } from './theme.ts';

/** What every block is given to lay itself out: where it may stand and what it shares with the others. */
export interface Setting {
  readonly left: number;
  readonly width: number;
  readonly sheet: Sheet;
  readonly theme: Theme;
  readonly measurer: Measurer;
  readonly structure: Structure;
  /** The structure node under which the block puts its own. */
  readonly parent: number;
  readonly undrawn: Set<string>;
  /** Ids that can be linked to; a link to anything else is printed as text. */
  readonly targets: ReadonlySet<string>;
}

/** An unbreakable slice of a page. Its marks stand at their final x; their y counts from the slice's top. */
export interface Strip {
  readonly height: number;
  /** Wanted above it, not at the top of a page. */
  readonly space: number;
  readonly marks: readonly Mark[];
  /** Drawn over them, when all pages are laid. */
  readonly late?: readonly Late[];
  /** Not parted from the strip that follows. */
  readonly glued: boolean;
  readonly frames?: readonly Frame[];
  /** What stands on top again when this strip is the first of a page. */
  readonly head?: RepeatedHead;
  /** Of the heading that begins here. */
  readonly level?: number;
  /** Part of a figure, which may wait for the next page where this one has no room for it. */
  readonly figure?: true;
}

export interface RepeatedHead {
  readonly strips: readonly Strip[];
  readonly height: number;
  /** Only the name of a section that goes on, above a block that is whole without it. */
  readonly names?: true;
}

/** Something drawn behind all its strips that share a page. */
export interface Frame {
  draw(part: {
    readonly top: number;
    readonly bottom: number;
    readonly begins: boolean;
    readonly ends: boolean;
  }): readonly Mark[];
}

/** Marks that are known only when all pages are, such as the number of one; their room is reserved before. */
export type Late = (pageOf: (id: string) => number | undefined) => readonly Mark[];

/** A chapter turns the page unless that left too much of it white. */
export type Flow =
  | Strip
  | { readonly turn: 'page' | 'chapter' }
  | { readonly turn: 'sheet'; readonly marks: readonly Mark[] };

export function inset(setting: Setting, by: { readonly left: number; readonly right?: number }): Setting {
  return { ...setting, left: setting.left + by.left, width: setting.width - by.left - (by.right ?? 0) };
}

export function within(setting: Setting, parent: number): Setting {
  return { ...setting, parent };
}

export function isBlank(inline: Inline): boolean {
  return inline.every((run) => run.text.trim() === '');
}

/** Of a page: what is smaller may rather leave a gap at its foot than be parted. */
const KEPT_SHARE = 0.3;

/** Strips of which none leaves the others, unless that would cost too much of a page. */
export function keptWhole(strips: readonly Strip[], sheet: Sheet): readonly Strip[] {
  const height = strips.reduce((sum, strip) => sum + strip.height + strip.space, 0);
  if (height > (sheet.bottom - sheet.top) * KEPT_SHARE) return strips;
  return strips.map((strip, index) => (index < strips.length - 1 ? { ...strip, glued: true } : strip));
}
