import { readBody } from './docx/body.ts';

/** Cells as a reader sees them, whatever they are for. */
export interface ShownTable {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly text: (row: number, column: number) => string;
}

const DOCUMENT = 'word/document.xml';

/** Every sheet of a workbook; every table of a Word document, and its paragraphs as a table of one column. Throws what `openForm` throws. */
export async function tablesShown(path: string, bytes: Uint8Array): Promise<readonly ShownTable[]> {
  const { openArchive } = await import('./archive/parts.ts');
  const archive = await openArchive(path, bytes);
  const document = archive.text(DOCUMENT);
  if (document !== undefined) return tablesOfDocument(document);
  const [{ openWorkbook }, { formOfWorkbook }] = await Promise.all([
    import('./xlsx/workbook.ts'),
    import('./xlsx/form.ts'),
  ]);
  return formOfWorkbook(openWorkbook(path, archive)).grids.map(({ name, rowCount, columnCount, at }) => ({
    name,
    rowCount,
    columnCount,
    text: (row, column) => at(row, column).text,
  }));
}

function tablesOfDocument(xml: string): readonly ShownTable[] {
  const { tables, areas } = readBody(xml);
  const texts = tables.map((rows) => rows.map((cells) => cells.map(({ text }) => text)));
  const paragraphs = areas.flatMap((area) => (area ? [[area.text]] : []));
  return [...texts.map((rows, index) => tableOf(`table ${index + 1}`, rows)), tableOf('text', paragraphs)];
}

function tableOf(name: string, rows: readonly (readonly string[])[]): ShownTable {
  const columnCount = rows.reduce((most, { length }) => Math.max(most, length), 0);
  return { name, rowCount: rows.length, columnCount, text: (row, column) => rows[row]?.[column] ?? '' };
}
