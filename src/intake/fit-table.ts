import type { TableReading } from './contract.ts';
import type { Delimiter } from './delimited.ts';
import { HEADER_WITHIN, LOOK_ROWS, type TableFit, valueFits } from './fit.ts';
import { columnsOfHeader, cutAt, fixedRows } from './fixed-width.ts';
import type { Sample } from './sample.ts';
import { headerFits, headerOf, headingOf } from './table-header.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

export function fitTable(reading: TableReading, sample: Sample): TableFit | undefined {
  return reading.layout === 'fixed-width' ? fitFixedWidth(reading, sample) : fitDelimited(reading, sample);
}

/** With several delimiters that give the header, the one that cuts it into most cells is meant. */
function fitDelimited(reading: TableReading, sample: Sample): TableFit | undefined {
  const { bytes, delimiter } = sample.directives();
  let best: { fit: TableFit; cells: number } | undefined;
  for (const by of delimiter === undefined ? DELIMITERS : [delimiter]) {
    for (const [headerAt, heading] of sample.headings(by).entries()) {
      const { cells } = heading;
      const saw = headerFits(heading, reading);
      if (!saw || (best && best.cells >= cells.length)) continue;
      const rows = sample.records(by).slice(headerAt + 1, headerAt + 1 + LOOK_ROWS);
      if (!valuesFit(reading, cells, rows)) continue;
      best = {
        cells: cells.length,
        fit: {
          shape: 'table',
          reading,
          layout: { by, skipBytes: bytes },
          headerAt,
          saw: saw.map((name) => `header ${name}`),
          empty: rows.length === 0 && sample.whole,
        },
      };
      break;
    }
  }
  return best?.fit;
}

function fitFixedWidth(reading: TableReading, sample: Sample): TableFit | undefined {
  const lines = sample.phrases().filter((line) => line.trim() !== '');
  for (let headerAt = 0; headerAt < Math.min(HEADER_WITHIN, lines.length); headerAt += 1) {
    const columns = columnsOfHeader(lines.slice(headerAt, headerAt + LOOK_ROWS));
    const cells = cutAt(lines[headerAt] ?? '', columns);
    const saw = headerFits(headingOf(cells), reading);
    if (!saw) continue;
    const rows = fixedRows(lines.slice(headerAt + 1, headerAt + 1 + LOOK_ROWS), columns);
    if (!valuesFit(reading, cells, rows)) continue;
    return {
      shape: 'table',
      reading,
      layout: { by: 'position' },
      headerAt,
      saw: saw.map((name) => `header ${name}`),
      empty: rows.length === 0 && sample.whole,
    };
  }
  return undefined;
}

/** Of an empty table nothing can be asked. */
function valuesFit(reading: TableReading, header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (!reading.where || rows.length === 0) return true;
  const { columns } = headerOf(header);
  return Object.entries(reading.where).every(([name, wanted]) => {
    const indexes = columns.get(name.trim().toLowerCase()) ?? [];
    return rows.some((row) =>
      valueFits(
        indexes.map((index) => row[index] ?? ''),
        wanted,
      ),
    );
  });
}
