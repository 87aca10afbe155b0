import { attribute, type Element, walkXml } from '../archive/xml.ts';

/** A stretch of the document's text, by where it begins and ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface WordCell {
  readonly text: string;
  readonly columns: number;
  /** Covered by the cell above it. */
  readonly covered: boolean;
  readonly bold: boolean;
  /** Where a run of text can be put: before the end of its first paragraph that is in no control. */
  readonly paragraph: (Stretch & { readonly empty: boolean; readonly prefix: string }) | null;
  readonly control: WordControl | null;
}

/** A drop-down or a box to be ticked. */
export interface WordControl {
  readonly words: readonly string[] | null;
  readonly tick: boolean;
  /** The texts that it shows, each between its tags. */
  readonly texts: readonly Stretch[];
  /** What says that it shows only a prompt, or is not ticked. */
  readonly prompts: readonly Stretch[];
  readonly checked: (Stretch & { readonly tag: string }) | null;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type OpenCell = Growing<WordCell>;
type OpenControl = {
  words: string[] | null;
  tick: boolean;
  on: boolean;
  prompting: boolean;
  texts: Stretch[];
  prompts: Stretch[];
  checked: WordControl['checked'];
};

/** The tables of a document, outermost ones only, as rows of cells. */
export function readTables(xml: string): readonly (readonly (readonly WordCell[])[])[] {
  const tables: WordCell[][][] = [];
  let depth = 0;
  let cell: OpenCell | undefined;
  let control: OpenControl | undefined;
  let inText: number | undefined;
  const within: string[] = [];

  const open = (element: Element): void => {
    within.push(element.name);
    const { name } = element;
    if (name === 'tbl') {
      depth += 1;
      if (depth === 1) tables.push([]);
    }
    if (name === 'tr' && depth === 1) tables.at(-1)?.push([]);
    if (name === 'tc' && depth === 1)
      cell = { text: '', columns: 1, covered: false, bold: false, paragraph: null, control: null };
    if (cell === undefined) return;
    if (name === 'gridSpan' && depth === 1) cell.columns = Number(attribute(element, 'val') ?? 1);
    if (name === 'vMerge' && depth === 1) cell.covered = (attribute(element, 'val') ?? 'continue') === 'continue';
    if (name === 'b' && within.at(-2) === 'rPr' && attribute(element, 'val') !== '0') cell.bold = true;
    if (name === 'sdt')
      control = { words: null, tick: false, on: false, prompting: false, texts: [], prompts: [], checked: null };
    if (name === 'br' || name === 'tab') cell.text += name === 'br' ? '\n' : ' ';
    if (name === 't') inText = element.tagEnd;
    if (control !== undefined) readControl(element, control);
  };
  walkXml(xml, {
    open,
    text: (text) => {
      if (cell !== undefined && inText !== undefined && control === undefined) cell.text += text;
      else if (cell !== undefined && inText !== undefined && control?.prompting === false && !control.tick)
        cell.text += text;
    },
    close: (element, { inner, end }) => {
      const { name, prefix, tagEnd, start, empty } = element;
      within.pop();
      if (name === 't' && control !== undefined && !empty) control.texts.push({ from: tagEnd, to: inner });
      if (name === 't') inText = undefined;
      if ((name === 'showingPlcHdr' || name === 'rStyle') && control !== undefined)
        control.prompts.push({ from: start, to: end });
      if (cell !== undefined && name === 'p' && depth === 1) {
        if (control === undefined && cell.paragraph === null)
          cell.paragraph = empty ? { from: start, to: end, empty, prefix } : { from: inner, to: inner, empty, prefix };
        cell.text += '\n';
      }
      if (name === 'sdt' && cell !== undefined && control !== undefined) {
        if (control.on) cell.text += 'X';
        if (control.words !== null || control.tick) cell.control ??= control;
        control = undefined;
      }
      if (name === 'tc' && depth === 1 && cell !== undefined) {
        tables
          .at(-1)
          ?.at(-1)
          ?.push({ ...cell, text: cell.text.trim() });
        cell = undefined;
      }
      if (name === 'tbl') depth -= 1;
    },
  });
  return tables;
}

function readControl(element: Element, control: OpenControl): void {
  const { name, start, tagEnd } = element;
  if (name === 'dropDownList' || name === 'comboBox') control.words = [];
  const shown = attribute(element, 'displayText') ?? attribute(element, 'value') ?? '';
  // The first entry often is the prompt itself, without a value.
  if (name === 'listItem' && shown !== '' && attribute(element, 'value') !== '') control.words?.push(shown);
  if (name === 'checkbox') control.tick = true;
  if (name === 'checked') {
    control.on = ['1', 'true', 'on'].includes(attribute(element, 'val') ?? '1');
    control.checked = { from: start, to: tagEnd, tag: `${element.prefix}checked` };
  }
  if (name === 'showingPlcHdr') control.prompting = true;
}
