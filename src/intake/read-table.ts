import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { isPlaceholder } from './cell.ts';
import { cellText, cellTexts, type RawRecord, splitDelimited } from './delimited.ts';
import { tableFields } from './fields-table.ts';
import type { TableFit } from './fit.ts';
import { LOOK_ROWS } from './fit.ts';
import { columnsOfHeader, cutAt, isRule } from './fixed-width.ts';
import { splitLines } from './lines.ts';
import type { Pass } from './pass.ts';
import { isBlankRecord, withoutColour } from './sample.ts';
import { type Header, headerOf } from './table-header.ts';
import type { TextFile } from './text-file.ts';

export function tableReader(file: TextFile, fit: TableFit): (pass: Pass) => Promise<void> {
  return fit.layout.by === 'position' ? fixedWidthReader(file, fit) : delimitedReader(file, fit);
}

function delimitedReader(file: TextFile, { reading, layout, headerAt }: TableFit): (pass: Pass) => Promise<void> {
  if (layout.by === 'position')
    return fixedWidthReader(file, { reading, layout, headerAt, shape: 'table', saw: [], empty: false });
  const { by, skipBytes } = layout;
  return async (pass) => {
    const rows = rowsUnder(headerAt, pass, (cells, header, row) => {
      const place = { path: file.path, row };
      if (cells.beyond(header.names.length)) {
        pass.reject(place, INTAKE_REASONS.rowTooWide(cells.count, header.names.length));
      } else pass.step(place, () => reading.row(tableFields(cells.text, header, place, pass.tools), pass.file));
    });
    const splitter = splitDelimited(by, (record) => rows(cellsOf(record)), file.limits.recordBytes);
    let skip = skipBytes;
    for await (const chunk of file.open()) {
      splitter.write(chunk.subarray(skip));
      skip = Math.max(0, skip - chunk.length);
    }
    splitter.end();
    pass.end(reading.end && (() => reading.end?.(pass.file)));
  };
}

function fixedWidthReader(file: TextFile, { reading, headerAt }: TableFit): (pass: Pass) => Promise<void> {
  return async (pass) => {
    const waiting: string[] = [];
    let columns: readonly number[] | undefined;
    const rows = rowsUnder(headerAt, pass, (cells, header, row) => {
      const place = { path: file.path, row };
      pass.step(place, () => reading.row(tableFields(cells.text, header, place, pass.tools), pass.file));
    });
    const release = (): void => {
      columns = columnsOfHeader(waiting.slice(headerAt, headerAt + LOOK_ROWS));
      for (const line of waiting) take(line);
    };
    const take = (line: string): void => {
      if (columns && !isRule(line)) rows(listCells(cutAt(line, columns)));
    };
    const splitter = splitLines((raw) => {
      const line = withoutColour(raw);
      if (line.trim() === '') return;
      if (columns) take(line);
      else waiting.push(line);
      if (!columns && waiting.length >= headerAt + LOOK_ROWS) release();
      return;
    }, file.limits.lineBytes);
    for await (const chunk of file.open()) splitter.write(chunk);
    splitter.end();
    if (!columns) release();
    pass.end(reading.end && (() => reading.end?.(pass.file)));
  };
}

/** The cells of one record, made into text when asked for. */
interface Cells {
  readonly count: number;
  readonly text: (column: number) => string;
  readonly all: () => readonly string[];
  /** Whether something stands right of that many columns. */
  readonly beyond: (columns: number) => boolean;
}

function cellsOf(record: RawRecord): Cells {
  return {
    count: record.count,
    text: (column) => cellText(record, column),
    all: () => cellTexts(record),
    beyond: (columns) => {
      for (let i = columns; i < record.count; i += 1) if (!isPlaceholder(cellText(record, i))) return true;
      return false;
    },
  };
}

function listCells(cells: readonly string[]): Cells {
  return { count: cells.length, text: (column) => cells[column] ?? '', all: () => cells, beyond: () => false };
}

/** Tells preamble, header and rows apart, numbers the rows, and leaves out blank records, rules and repetitions of the header. */
function rowsUnder(headerAt: number, pass: Pass, onRow: (cells: Cells, header: Header, row: number) => void) {
  const preamble: (readonly string[])[] = [];
  let header: { readonly columns: Header; readonly first: string; readonly line: string } | undefined;
  let row = 0;
  return (cells: Cells): undefined => {
    if (!header) {
      const all = cells.all();
      if (isBlankRecord(all)) return;
      if (preamble.length < headerAt) preamble.push(all);
      else {
        header = { columns: headerOf(all), first: all[0] ?? '', line: all.join('\t') };
        pass.setPreamble(preamble);
      }
      return;
    }
    const first = cells.text(0);
    if (isUnsure(first) && isBlankRecord(cells.all())) return;
    if (first === header.first && cells.all().join('\t') === header.line) return;
    row += 1;
    onRow(cells, header.columns, row);
  };
}

/** A first cell that a blank record or a rule may have: only then are the others worth a look. */
function isUnsure(first: string): boolean {
  return first === '' || first.startsWith('-') || first.startsWith('=') || first.startsWith('+');
}
