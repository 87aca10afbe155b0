import { attribute, type Element, walkXml } from '../archive/xml.ts';
import { newControl, type OpenControl, readControl, type Stretch, type WordControl } from './controls.ts';

/** A cell of a table, or a paragraph (or a control around some) outside of tables. */
export interface WordArea {
  readonly text: string;
  /** What stands before the first thing to be filled. */
  readonly before: string;
  readonly columns: number;
  /** Covered by the cell above it. */
  readonly covered: boolean;
  readonly bold: boolean;
  readonly heading: boolean;
  /** Where a run of text can be put: before the end of its first paragraph that is in no control. */
  readonly paragraph: (Stretch & { readonly empty: boolean; readonly prefix: string }) | null;
  readonly controls: readonly (WordControl & { readonly label: string })[];
  /** Its texts outside of controls, each between its tags. */
  readonly texts: readonly Stretch[];
}

export interface WordBody {
  /** Outermost ones only, as rows of cells. */
  readonly tables: readonly (readonly (readonly WordArea[])[])[];
  /** In the order of the document; null where a table stands. */
  readonly areas: readonly (WordArea | null)[];
}

type OpenArea = {
  -readonly [K in keyof WordArea]: WordArea[K] extends readonly (infer T)[] ? T[] : WordArea[K];
} & { of: 'tc' | 'p' | 'sdt'; made: boolean };

/** The tables of a document and what stands between them. */
export function readBody(xml: string): WordBody {
  const tables: WordArea[][][] = [];
  const areas: (WordArea | null)[] = [];
  const within: string[] = [];
  const controls: OpenControl[] = [];
  let depth = 0;
  let area: OpenArea | undefined;
  let field: (OpenControl & { result: boolean }) | undefined;
  let textFrom: number | undefined;
  let runFrom = 0;

  const begin = (of: OpenArea['of']) => {
    area = newArea(of);
  };
  const open = (element: Element): void => {
    const { name, prefix, start, tagEnd } = element;
    within.push(name);
    if (name === 'tbl') {
      depth += 1;
      if (depth === 1) {
        tables.push([]);
        areas.push(null);
        // A control around a whole table is none around a text.
        area = undefined;
      }
    }
    if (name === 'tr' && depth === 1) tables.at(-1)?.push([]);
    if (name === 'tc' && depth === 1) begin('tc');
    if (depth === 0 && area === undefined && (name === 'p' || name === 'sdt') && within.includes('body')) begin(name);
    if (area === undefined) return;
    readArea(element, area, within, depth);
    if (name === 'sdt') controls.push(newControl(prefix, false));
    if (name === 'r') runFrom = start;
    if (name === 'fldChar') {
      const type = attribute(element, 'fldCharType');
      if (type === 'begin') field = { ...newControl(prefix, true), result: false };
      if (type === 'separate' && field !== undefined) field.result = true;
      if (type === 'end' && field !== undefined) {
        field.gap = { from: runFrom, to: runFrom };
        keep(area, field);
        field = undefined;
      }
    }
    const filled = field ?? controls.at(-1);
    if (filled !== undefined) readControl(element, filled);
    if (name === 'br' || name === 'tab') say(area, name === 'br' ? '\n' : ' ', controls.at(-1) ?? field);
    if (name === 't') textFrom = tagEnd;
  };
  walkXml(xml, {
    open,
    text: (text) => {
      if (area !== undefined && textFrom !== undefined) say(area, text, controls.at(-1) ?? field);
    },
    close: (element, { inner, end }) => {
      const { name, prefix, tagEnd, start, empty } = element;
      within.pop();
      const control = controls.at(-1);
      if (name === 't') {
        const stretch = { from: tagEnd, to: inner };
        if (!empty && area !== undefined) (control?.texts ?? (field?.result ? field.texts : area.texts)).push(stretch);
        textFrom = undefined;
      }
      if ((name === 'showingPlcHdr' || name === 'rStyle') && control !== undefined)
        control.prompts.push({ from: start, to: end });
      if (name === 'checkBox' && field !== undefined)
        field.mark ??= { from: inner, to: inner, tag: `${prefix}checked` };
      if (area !== undefined && name === 'p' && depth <= 1) {
        if (control === undefined && area.paragraph === null)
          area.paragraph = empty ? { from: start, to: end, empty, prefix } : { from: inner, to: inner, empty, prefix };
        area.text += '\n';
      }
      if (name === 'sdt' && area !== undefined) {
        const closed = controls.pop();
        if (closed !== undefined) keep(area, closed);
      }
      if (
        area !== undefined &&
        name === area.of &&
        (name !== 'tc' || depth === 1) &&
        (name !== 'sdt' || controls.length === 0)
      ) {
        const done = { ...area, text: area.text.trim(), before: area.before.trim() };
        if (area.of === 'tc') tables.at(-1)?.at(-1)?.push(done);
        else if (!area.made) areas.push(done);
        area = undefined;
      }
      if (name === 'tbl') depth -= 1;
    },
  });
  return { tables, areas };
}

function newArea(of: OpenArea['of']): OpenArea {
  return {
    of,
    made: false,
    text: '',
    before: '',
    columns: 1,
    covered: false,
    bold: false,
    heading: false,
    paragraph: null,
    controls: [],
    texts: [],
  };
}

function readArea(element: Element, area: OpenArea, within: readonly string[], depth: number): void {
  const { name } = element;
  const value = attribute(element, 'val');
  if (name === 'gridSpan' && depth === 1) area.columns = Number(value ?? 1);
  if (name === 'vMerge' && depth === 1) area.covered = (value ?? 'continue') === 'continue';
  if (name === 'b' && within.at(-2) === 'rPr' && value !== '0') area.bold = true;
  if (name === 'pStyle' && /^(heading|title)/i.test(value ?? '')) area.heading = true;
  // A table of contents and its kin are made by Word.
  if (name === 'docPartObj') area.made = true;
}

/** What a control shows is its answer; a prompt, and the sign of a box, are not. */
function say(area: OpenArea, text: string, control: OpenControl | undefined): void {
  if (control === undefined || !control.known) {
    area.text += text;
    const last = area.controls.at(-1);
    if (last === undefined) area.before += text;
    else area.controls[area.controls.length - 1] = { ...last, label: last.label + text };
  } else if (!control.prompting && control.kind !== 'tick') area.text += text;
}

function keep(area: OpenArea, { known, ...control }: OpenControl): void {
  if (!known) return;
  if (control.kind === 'tick' && control.on) area.text += 'X';
  area.controls.push({ ...control, label: '' });
}
