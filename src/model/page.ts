/** A finished page: dumb marks at fixed places (points, origin top left), each with its structure tag. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  /** How many of the first marks are running titles: those that many pages share, then those of this one. They are known last, with the number of pages. */
  readonly running: { readonly shared: number; readonly own: number };
}

/** What text is set in. */
export type RoleFont = 'regular' | 'italic' | 'semibold' | 'bold' | 'mono' | 'monobold';
/** Stand in for characters that those have no glyph for, in this order; the even ones in bold text first. */
export type FurtherFont = 'further1' | 'further2' | 'further3' | 'further4';
export type FontName = RoleFont | FurtherFont;
/** The bytes of one TrueType or OpenType font each. */
export type FontBytes = Readonly<Record<RoleFont, Uint8Array>> & Readonly<Partial<Record<FurtherFont, Uint8Array>>>;
export type Ink = readonly [number, number, number];

/** `tag` is an index into the layout's structure tree; decoration has none and becomes an artifact. */
export type Mark =
  | {
      readonly mark: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly font: FontName;
      readonly size: number;
      readonly ink: Ink;
      readonly width: number;
      /** By how many degrees it rises to the right, around its first point. */
      readonly turned?: number;
      readonly tag?: number;
    }
  | {
      readonly mark: 'rule';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly weight: number;
      readonly ink: Ink;
      readonly tag?: number;
    }
  | {
      readonly mark: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      readonly weight?: number;
      readonly radius?: number;
      readonly tag?: number;
    }
  | {
      readonly mark: 'path';
      /** Holes by the even-odd rule. */
      readonly evenOdd?: boolean;
      readonly d: string;
      readonly x: number;
      readonly y: number;
      readonly fill?: Ink;
      readonly stroke?: Ink;
      readonly weight?: number;
      readonly tag?: number;
    }
  | {
      readonly mark: 'image';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly bytes: Uint8Array;
      readonly tag?: number;
    }
  | {
      readonly mark: 'link';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly to: string;
      readonly text: string;
      readonly tag?: number;
    }
  | { readonly mark: 'target'; readonly x: number; readonly y: number; readonly id: string };
