import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Form, FormCell, Grid } from '../../model/questionnaire.ts';
import { type Lookup, takesOf } from './choices.ts';
import { inRange } from './refs.ts';
import { readSheet, type SheetContent } from './sheet.ts';
import { PLAIN_STYLE } from './styles.ts';
import type { OpenWorkbook, SheetEntry } from './workbook.ts';

/** A workbook as tables of cells. A sheet is read once, when somebody looks at it. */
export function formOfWorkbook(workbook: OpenWorkbook): Form {
  const contents = new Map<string, SheetContent>();
  const contentOf = (entry: SheetEntry): SheetContent => {
    const known = contents.get(entry.part);
    if (known !== undefined) return known;
    const content = contentOfPart(workbook, entry.part);
    contents.set(entry.part, content);
    return content;
  };
  const sheet = (name: string) => {
    const entry = workbook.sheets.find((each) => each.name.toLowerCase() === name.toLowerCase());
    return entry === undefined ? undefined : contentOf(entry);
  };
  const named = (name: string) => workbook.names.get(name);
  // A chart sheet is a sheet too, and has no cells.
  const sheets = workbook.sheets.filter(({ part }) => /worksheets\//.test(part));
  const lookup = (entry: SheetEntry): Lookup => ({ own: () => contentOf(entry), sheet, named });
  return { kind: 'workbook', grids: sheets.map((entry) => gridOf(workbook, entry, lookup(entry))) };
}

export function contentOfPart({ archive, texts, path }: OpenWorkbook, part: string): SheetContent {
  try {
    return readSheet(archive.text(part) ?? '', texts);
  } catch (error) {
    if (error instanceof Error && 'hint' in error) throw error;
    const reason = QUESTIONNAIRE_REASONS.broken(error instanceof Error ? error.message : '');
    throw failure(diagnostic('form-refused', { path, reason }, { path }));
  }
}

function gridOf(workbook: OpenWorkbook, { name, hidden }: SheetEntry, lookup: Lookup): Grid {
  // A rule of no type only shows a prompt, and may lie over one that has a list.
  const rules = once(() =>
    lookup
      .own()
      .validations.filter(({ type }) => type !== 'none')
      .map((validation) => ({ validation, made: new Map<string, FormCell['takes']>() })),
  );
  const takesAt = (row: number, column: number, format: FormCell['takes']['format']): FormCell['takes'] => {
    const found = rules().find(({ validation }) => validation.ranges.some((range) => inRange(range, row, column)));
    const known = found?.made.get(format);
    if (known !== undefined) return known;
    const takes = takesOf(found?.validation, format, lookup);
    found?.made.set(format, takes);
    return takes;
  };
  const at = (row: number, column: number): FormCell => {
    const own = lookup.own();
    const cell = own.rows.get(row)?.get(column);
    const style = workbook.styles[styleAt(own, row, column)] ?? PLAIN_STYLE;
    const prompts = own.validations.filter(
      ({ prompt, ranges }) => prompt !== null && ranges.some((range) => inRange(range, row, column)),
    );
    return {
      text: cell?.text ?? '',
      formula: cell !== undefined && cell.formula !== 'none',
      formulaOfOthers: cell?.formula === 'master',
      locked: own.guarded && style.locked,
      hidden:
        own.hiddenRows.has(row) || own.columns.some((each) => each.hidden && each.from <= column && column <= each.to),
      bold: style.bold,
      span: spanOf(own, row, column),
      takes: takesAt(row, column, style.format),
      prompt: prompts[0]?.prompt ?? null,
    };
  };
  return {
    name,
    hidden,
    get guarded() {
      return lookup.own().guarded;
    },
    get rowCount() {
      return lookup.own().lastRow + 1;
    },
    get columnCount() {
      return lookup.own().lastColumn + 1;
    },
    at,
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A cell that is not in the file yet is formatted as its row is, else as its column is. */
export function styleAt(sheet: SheetContent, row: number, column: number): number {
  const own = sheet.rows.get(row)?.get(column)?.style ?? sheet.rowStyles.get(row);
  return own ?? sheet.columns.find(({ from, to }) => from <= column && column <= to)?.style ?? 0;
}

function spanOf({ merges }: SheetContent, row: number, column: number): FormCell['span'] {
  const merge = merges.find((range) => inRange(range, row, column));
  if (merge === undefined) return { rows: 1, columns: 1 };
  if (merge.top !== row || merge.left !== column) return null;
  return { rows: merge.bottom - merge.top + 1, columns: merge.right - merge.left + 1 };
}
