import type { Inline, Run } from '../model/document.ts';
import type { FontName, Ink } from '../model/page.ts';
import type { Measurer } from './measurer.ts';
import type { Setting } from './setting.ts';
import { spell } from './spell.ts';
import type { TextStyle } from './theme.ts';

/** A stretch of text in one look. */
export interface Part {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly ink: Ink;
  readonly width: number;
  readonly tag: number | undefined;
  readonly to: string | undefined;
}

/** Another text in the same look. Written out, since copying by spread costs a table a third of its layout. */
export function resized({ font, size, ink, tag, to }: Part, text: string, width: number): Part {
  return { text, font, size, ink, width, tag, to };
}

/** Parts that stay on one line; a line may break after it, with a hyphen when it stands at a soft one. */
export interface Segment {
  readonly parts: readonly Part[];
  readonly width: number;
  readonly hyphen: boolean;
}

export type Atom =
  | { readonly atom: 'word'; readonly segments: readonly Segment[]; readonly width: number }
  | { readonly atom: 'space'; readonly part: Part }
  | { readonly atom: 'newline' };

const SMALLER_CODE = 0.93;
// After a hyphen or dash between letters (not between capitals, as in INS-MFA-01), after a slash between letters, and between two stand-ins; never inside dates or identifiers. Chinese and
// Japanese are written without spaces: a line may end after any sign that does not open something, before any that does not close.
const BREAKS =
  /(?<=\p{L}\p{L}[-\u2010\u2013\u2014])(?!(?<=\p{Lu}\p{Lu}-)\p{Lu}\p{Lu})(?=\p{L}\p{L})|(?<=\p{L}\p{L}\p{L}\/)(?=\p{L}\p{L}\p{L})|(?<=\])(?=\[U\+)|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，．：；！？」』）】])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（【])(?![ぁぃぅぇぉっゃゅょァィゥェォッャュョーー々])/u;
const STAND_INS = /(?<=\])(?=\[U\+)/u;
const MAY_BREAK = /[-\u2010\u2013\u2014/\]\u3001-\u9fff\uff01-\uff1f\u{20000}-\u{3ffff}]./u;

/** A single run of plain text that may well fit on one line, which most cells are: its part, measured at once. */
export function plainPart(
  inline: Inline,
  style: TextStyle,
  tag: number | undefined,
  setting: Setting,
  /** As it was found before, in the same font. */
  width?: number | undefined,
): Part | undefined {
  const run = lookRun(inline);
  if (!run || (width === undefined && !PLAIN.test(run.text))) return undefined;
  const ink = run.colour ? setting.theme.tones[run.colour] : style.ink;
  const { text } = run;
  const { size } = style;
  const font = fontOf(run, style.font);
  const known = width ?? (setting.measurer.width(font, text) * size) / 1000;
  return { text, font, size, ink, width: known, tag, to: undefined };
}

/** All of it in one look that is no code and leads nowhere. */
function lookRun(inline: Inline): Run | undefined {
  const run = inline[0];
  return run === undefined || inline.length > 1 || run.to !== undefined || run.code ? undefined : run;
}

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** A number and its percent sign are one word: parted, a page says 73 and a line later nothing of what. */
const TOKENS = /\n|\u00AD| +|[^\n\u00AD ]*\d %[^\n\u00AD ]*|[^\n\u00AD ]+/g;

/** Cuts runs into words, spaces and line ends, and measures them. */
export function atomsOf(inline: Inline, style: TextStyle, tag: number | undefined, setting: Setting): readonly Atom[] {
  const atoms: Atom[] = [];
  let segments: Segment[] = [];
  let parts: Part[] = [];
  const closeSegment = (hyphen: boolean): void => {
    if (parts.length === 0) return;
    segments.push({ parts, width: parts.reduce((sum, part) => sum + part.width, 0), hyphen });
    parts = [];
  };
  const closeWord = (): void => {
    closeSegment(false);
    if (segments.length === 0) return;
    atoms.push({ atom: 'word', segments, width: segments.reduce((sum, segment) => sum + segment.width, 0) });
    segments = [];
  };
  for (const piece of looksOf(inline, style, tag, setting)) {
    for (const token of piece.text.match(TOKENS) ?? []) {
      if (token === '\n') {
        closeWord();
        atoms.push({ atom: 'newline' });
      } else if (token === '\u00AD') closeSegment(true);
      else if (token.startsWith(' ')) {
        closeWord();
        atoms.push({ atom: 'space', part: measured(piece, token, setting) });
      } else
        for (const [index, bit] of bitsOf(token, piece.font).entries()) {
          if (index > 0) closeSegment(false);
          parts.push(measured(piece, bit, setting));
        }
    }
  }
  closeWord();
  return atoms;
}

/** Where a word may break. Code keeps its hyphens: `Get-HotFix` is one word. */
function bitsOf(word: string, font: FontName): readonly string[] {
  if (!MAY_BREAK.test(word)) return [word];
  const code = font === 'mono' || font === 'monobold';
  return word.split(code ? STAND_INS : BREAKS);
}

const PLAIN_BREAK = /(?![A-Z]{2}-[A-Z]{2})[a-zA-Z]{2}-[a-zA-Z]{2}|[a-zA-Z]{3}\/[a-zA-Z]{3}|\]\[U/;

/** Whether a word of plain text may break: a test that says no at once. */
export function breaksInside(text: string): boolean {
  return PLAIN_BREAK.test(text);
}

type Look = Omit<Part, 'width'>;

function measured(look: Look, text: string, setting: Setting): Part {
  const { font, size, ink, tag, to } = look;
  return { text, font, size, ink, width: (setting.measurer.width(font, text) * size) / 1000, tag, to };
}

/** Runs with their font, ink, link and structure node decided. */
function looksOf(inline: Inline, style: TextStyle, tag: number | undefined, setting: Setting): readonly Look[] {
  const linked = tag !== undefined && inline.some((run) => linkOf(run, setting) !== undefined);
  const looks: Look[] = [];
  for (const run of inline) {
    if (run.text === '') continue;
    const to = tag === undefined ? undefined : linkOf(run, setting);
    const role = to === undefined ? 'Span' : 'Link';
    const own = linked ? setting.structure.add({ role, parent: tag ?? 0 }) : tag;
    const size = run.code ? style.size * SMALLER_CODE : style.size;
    for (const { text, font, shown } of spell(run.text, fontOf(run, style.font), setting.measurer, setting.undrawn)) {
      const ink = shown ? setting.theme.tones.stale : inkOf(run, to, style, setting);
      looks.push({ text, font, size, ink, tag: own, to });
    }
  }
  return looks;
}

function inkOf(run: Run, to: string | undefined, style: TextStyle, setting: Setting): Ink {
  if (run.colour) return setting.theme.tones[run.colour];
  return to === undefined ? style.ink : setting.theme.accent;
}

function fontOf(run: Run, base: FontName): FontName {
  const strong = run.bold === true || base === 'semibold' || base === 'bold';
  if (run.code) return strong ? 'monobold' : 'mono';
  if (run.bold) return base === 'bold' ? 'bold' : 'semibold';
  return run.italic && base === 'regular' ? 'italic' : base;
}

/** Only targets of this document, exhibits beside it, https and mailto; whatever else a run asks for is printed as text. */
function linkOf(run: Run, setting: Setting): string | undefined {
  if (run.to === undefined || run.text.trim() === '') return undefined;
  if (run.to.startsWith('#')) return setting.targets.has(run.to.slice(1)) ? run.to : undefined;
  if (/^\.\/exhibits\/[^\s/]+$/.test(run.to)) return run.to.slice('./'.length);
  if (!/^(https:\/\/|mailto:)/i.test(run.to) || !URL.canParse(run.to)) return undefined;
  const url = new URL(run.to);
  return url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : undefined;
}

/** How much room a text would like. */
export interface Extent {
  /** The widest part of it that cannot be broken. */
  readonly min: number;
  /** Its widest line. */
  readonly max: number;
  /** All its lines one after the other. */
  readonly sum: number;
  readonly lines: number;
}

/** What is told of plain text: of the many cells of a table, without making anything. */
export interface PlainExtent {
  min: number;
  max: number;
}

/** Measures each word once. Says whether the text is plain; of any other it tells nothing. */
export function measurePlain(inline: Inline, style: TextStyle, { measurer }: Setting, told: PlainExtent): boolean {
  const run = lookRun(inline);
  if (!run || !PLAIN.test(run.text)) return false;
  const { text } = run;
  const { size } = style;
  const font = fontOf(run, style.font);
  let [min, max] = [0, 0];
  for (let from = 0; from < text.length; ) {
    const blank = text.indexOf(' ', from);
    const to = blank < 0 ? text.length : blank;
    const width = (measurer.width(font, text, from, to) * size) / 1000;
    max += width;
    if (width > min) min = width;
    if (blank >= 0) max += (measurer.width(font, ' ') * size) / 1000;
    from = to + 1;
  }
  told.max = max;
  told.min = breaksInside(text) ? widestBit(text, font, size, measurer) : min;
  return true;
}

function widestBit(text: string, font: FontName, size: number, measurer: Measurer): number {
  const widths = text.split(' ').flatMap((word) => bitsOf(word, font).map((bit) => measurer.width(font, bit)));
  return (Math.max(...widths) * size) / 1000;
}

export function extentOf(inline: Inline, style: TextStyle, setting: Setting): Extent {
  let [min, max, sum, line, lines] = [0, 0, 0, 0, 1];
  for (const look of looksOf(inline, style, undefined, setting)) {
    const widthOf = (text: string): number => (setting.measurer.width(look.font, text) * look.size) / 1000;
    for (const [index, text] of look.text.split('\n').entries()) {
      if (index > 0) {
        line = 0;
        lines += 1;
      }
      const words = text.split(' ');
      let width = (words.length - 1) * widthOf(' ');
      for (const word of words) {
        if (word === '') continue;
        const whole = widthOf(word);
        width += whole;
        if (!MAY_BREAK.test(word)) min = Math.max(min, whole);
        else for (const bit of bitsOf(word, look.font)) min = Math.max(min, widthOf(bit));
      }
      line += width;
      sum += width;
      max = Math.max(max, line);
    }
  }
  return { min, max, sum, lines };
}
