import { diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { isPlaceholder } from './cell.ts';
import type { Yield } from './contract.ts';
import { cellTexts, type Delimiter, type RawRecord, splitDelimited } from './delimited.ts';
import { type Mark, markOfBytes, markOfText } from './duplicates/mark.ts';
import { type Cells, tableFields, textIn } from './fields-table.ts';
import type { TableFit } from './fit.ts';
import { LOOK_ROWS } from './fit.ts';
import { columnsOfHeader, cutAt, isRule } from './fixed-width.ts';
import { splitLines } from './lines.ts';
import type { Pass } from './pass.ts';
import { isBlankRecord, withoutColour } from './sample.ts';
import { type Header, headerOf } from './table-header.ts';
import { isTenantName } from './tenant.ts';
import { eachPiece, type TextFile } from './text-file.ts';

export function tableReader(file: TextFile, { reading, layout, headerAt }: TableFit): (pass: Pass) => Promise<void> {
  if (layout.by === 'position') return fixedWidthReader(file, { reading, headerAt });
  return delimitedReader(file, { reading, headerAt, ...layout });
}

type Under = Pick<TableFit, 'reading' | 'headerAt'>;

function delimitedReader(
  file: TextFile,
  { reading, headerAt, by, skipBytes }: Under & { by: Delimiter; skipBytes: number },
): (pass: Pass) => Promise<void> {
  return async (pass) => {
    let narrow = 0;
    let cut = false;
    let told = false;
    let isWholeButOpen = false;
    const rows = rowsUnder(headerAt, pass, (cells, header, row) => {
      const place = { path: file.path, row };
      const [width, wanted] = [widthOf(cells), header.names.length];
      if (holdsBeyond(cells, wanted)) pass.reject(place, INTAKE_REASONS.rowTooWide(width, wanted));
      // Without a line end nobody can tell whether its last cell is whole: a row that has all others is read when nothing depends on that one.
      else if (isOpen(cells) && width >= wanted) {
        const openCell = { column: width - 1, wasRead: false };
        told = true;
        const run = (): Yield => {
          const yielded = reading.row(tableFields({ cells, header, place, openCell }, pass.tools), pass.file);
          return openCell.wasRead ? { reject: INTAKE_REASONS.rowOpen() } : yielded;
        };
        pass.step(place, run, () => markOfRow(cells));
        isWholeButOpen = !openCell.wasRead;
        if (isWholeButOpen && reading.end) pass.tell(diagnostic('last-cell-open', undefined, place));
      } else if (isOpen(cells)) {
        told = true;
        const lost = narrow === 0 && width > 1 && width < wanted;
        if (lost) pass.rejectCut(place, INTAKE_REASONS.rowCut());
        else pass.reject(place, INTAKE_REASONS.rowOpen());
      } else {
        const run = () => reading.row(tableFields({ cells, header, place }, pass.tools), pass.file);
        pass.step(place, run, () => markOfRow(cells));
      }
      if (width < wanted) narrow += 1;
    });
    const take = (record: RawRecord): undefined => {
      cut = !record.ended;
      rows(record);
    };
    const splitter = splitDelimited(by, take, file.limits);
    let skip = skipBytes;
    await eachPiece(file, (chunk) => {
      splitter.write(chunk.subarray(skip));
      skip = Math.max(0, skip - chunk.length);
    });
    file.guard.step(() => splitter.end());
    // Nothing but blanks or separators so far: the row that begins there is lost as a whole.
    if (cut && !told) pass.reject({ path: file.path }, INTAKE_REASONS.rowOpen());
    const last = !cut ? reading.end : isWholeButOpen ? reading.held : undefined;
    file.guard.step(() => pass.end(last && (() => last(pass.file))));
  };
}

function fixedWidthReader(file: TextFile, { reading, headerAt }: Under): (pass: Pass) => Promise<void> {
  return async (pass) => {
    const waiting: Line[] = [];
    let cut = false;
    let columns: readonly number[] | undefined;
    const rows = rowsUnder(headerAt, pass, (cells, header, row) => {
      const place = { path: file.path, row };
      const run = () => reading.row(tableFields({ cells, header, place }, pass.tools), pass.file);
      if (cut) pass.reject(place, INTAKE_REASONS.rowOpen());
      else pass.step(place, run, () => markOfRow(cells));
    });
    const release = (): void => {
      columns = columnsOfHeader(waiting.slice(headerAt, headerAt + LOOK_ROWS).map(({ text }) => text));
      for (const line of waiting) take(line);
    };
    const take = ({ text, ended }: Line): void => {
      cut = !ended;
      if (columns && !isRule(text)) rows(cutAt(text, columns));
    };
    const splitter = splitLines((raw, ended) => {
      const line = { text: withoutColour(raw), ended };
      if (line.text.trim() === '') {
        cut = !ended && line.text !== '';
        return;
      }
      if (columns) take(line);
      else waiting.push(line);
      if (!columns && waiting.length >= headerAt + LOOK_ROWS) release();
      return;
    }, file.limits.lineBytes);
    await eachPiece(file, (chunk) => splitter.write(chunk));
    file.guard.step(() => splitter.end());
    if (!columns) file.guard.step(release);
    file.guard.step(() => pass.end(cut ? undefined : reading.end && (() => reading.end?.(pass.file))));
  };
}

interface Line {
  readonly text: string;
  /** False for the last one of a file that ends without a line end. */
  readonly ended: boolean;
}

/** Tells preamble, header and rows apart, numbers the rows, and leaves out blank records, rules and repetitions of the header. */
function rowsUnder(headerAt: number, pass: Pass, onRow: (cells: Cells, header: Header, row: number) => void) {
  const preamble: (readonly string[])[] = [];
  let header:
    | { readonly columns: Header; readonly first: string; readonly line: string; readonly tenant: number }
    | undefined;
  let row = 0;
  return (cells: Cells): undefined => {
    if (!header) {
      const all = textsIn(cells);
      if (isBlankRecord(all)) return;
      if (preamble.length < headerAt) preamble.push(all);
      else {
        header = {
          columns: headerOf(all),
          first: all[0] ?? '',
          line: all.join('\t'),
          tenant: all.findIndex(isTenantName),
        };
        pass.setPreamble(preamble);
      }
      return;
    }
    const first = textIn(cells, 0);
    if (isUnsure(first) && isBlankRecord(textsIn(cells))) return;
    if (first === header.first && textsIn(cells).join('\t') === header.line) return;
    if (header.tenant >= 0) pass.seeTenant(textIn(cells, header.tenant));
    row += 1;
    onRow(cells, header.columns, row);
  };
}

/** From the first cell to the end of the last one, as it stands in the file. */
function markOfRow(cells: Cells): Mark {
  if (!('count' in cells)) return markOfText(cells.join('\u0000'));
  return markOfBytes(cells.bytes, cells.cells[0] ?? 0, cells.cells[cells.count * 3 - 2] ?? 0);
}

function widthOf(cells: Cells): number {
  return 'count' in cells ? cells.count : cells.length;
}

function isOpen(cells: Cells): boolean {
  return 'ended' in cells && !cells.ended;
}

function textsIn(cells: Cells): readonly string[] {
  return 'count' in cells ? cellTexts(cells) : cells;
}

/** Whether something stands right of the last header: then a separator inside a value has moved the whole row. */
function holdsBeyond(cells: Cells, columns: number): boolean {
  for (let column = columns; column < widthOf(cells); column += 1) {
    if (!isPlaceholder(textIn(cells, column))) return true;
  }
  return false;
}

/** A first cell that a blank record or a rule may have: only then are the others worth a look. */
function isUnsure(first: string): boolean {
  return first === '' || first.startsWith('-') || first.startsWith('=') || first.startsWith('+');
}
