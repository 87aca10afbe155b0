import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Form, FormCell, Grid } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import type { Archive } from '../archive/parts.ts';
import { rewrite } from '../archive/rewrite.ts';
import { attribute, isOn, walkXml, withEdits } from '../archive/xml.ts';
import { guard } from '../guard.ts';
import { gridOfList } from '../listed.ts';
import type { OpenForm } from '../open.ts';
import { readBody, type WordArea, type WordBody } from './body.ts';
import { askedIn } from './paragraphs.ts';
import { type Place, placeInParagraph, placeOfControls } from './place.ts';

const PART = 'word/document.xml';
const SETTINGS = 'word/settings.xml';

/** A Word document by its tables and what is asked between them: answers go into blank places, controls and fields of it, and all else keeps its bytes. */
export function openDocx(path: string, archive: Archive, words: QuestionnaireWords): OpenForm {
  const xml = archive.text(PART) ?? '';
  const { body, guarded } = readWhole(path, { xml, settings: archive.text(SETTINGS) ?? '' });
  const tables = body.tables.map((rows) => rows.map(onGrid));
  const asked = askedIn(body.areas, { words, xml }).map((each) => ({
    ...each,
    locked: each.locked === true || (guarded && each.place?.control !== true),
  }));
  const form: Form = {
    kind: 'document',
    grids: [
      ...tables.map((rows, index) => gridOf(`Table ${index + 1}`, rows, guarded)),
      ...(asked.length === 0 ? [] : [gridOfList('Text', asked)]),
    ],
  };
  const placeAt = (grid: string, row: number, column: number): Place | null => {
    const index = form.grids.findIndex(({ name }) => name === grid);
    if (index >= tables.length) return asked[row - 1]?.place ?? null;
    const cell = tables[index]?.[row]?.[column];
    return cell === undefined || cell === null ? null : (placeOf(cell) ?? null);
  };
  return {
    form,
    fill: ({ writings, allow }) => {
      const { written, refused } = guard({ form, writings, allow });
      const edits = written.flatMap(({ spot, entry }) => placeAt(spot.grid, spot.row, spot.column)?.edits(entry) ?? []);
      const bytes = edits.length === 0 ? archive.bytes : rewrite(archive, new Map([[PART, withEdits(xml, edits)]]));
      return { bytes, written, refused };
    },
  };
}

function readWhole(
  path: string,
  { xml, settings }: { readonly xml: string; readonly settings: string },
): { readonly body: WordBody; readonly guarded: boolean } {
  try {
    return { body: readBody(xml), guarded: onlyFields(settings) };
  } catch (error) {
    const reason = QUESTIONNAIRE_REASONS.broken(error instanceof Error ? error.message : '');
    throw failure(diagnostic('form-refused', { path, reason }, { path }));
  }
}

/** Whether its sender let nothing be written but what is there to be filled. */
function onlyFields(settings: string): boolean {
  let guarded = false;
  if (settings === '') return false;
  walkXml(settings, {
    open: (element) => {
      if (element.name === 'documentProtection') guarded = isOn(attribute(element, 'enforcement'));
    },
  });
  return guarded;
}

/** A cell that spans several columns stands in its first one and covers the others. */
function onGrid(cells: readonly WordArea[]): readonly (WordArea | null)[] {
  return cells.flatMap((cell) => [
    cell,
    ...Array.from({ length: Math.max(0, Math.min(cell.columns, 64) - 1) }, () => null),
  ]);
}

function placeOf(cell: WordArea): Place | undefined {
  return placeOfControls(cell) ?? placeInParagraph(cell);
}

function gridOf(name: string, rows: readonly (readonly (WordArea | null)[])[], guarded: boolean): Grid {
  return {
    name,
    hidden: false,
    guarded,
    rowCount: rows.length,
    columnCount: rows.reduce((most, { length }) => Math.max(most, length), 0),
    at: (row, column) => cellOf(rows[row]?.[column], guarded),
  };
}

function cellOf(cell: WordArea | null | undefined, guarded: boolean): FormCell {
  const open = cell !== undefined && cell !== null && !cell.covered;
  const place = open ? placeOf(cell) : undefined;
  return {
    text: open && cell.controls.length > 0 ? `${cell.before} ${place?.text ?? ''}`.trim() : (cell?.text ?? ''),
    formula: false,
    // Where there is neither a paragraph nor a control, nothing can be put.
    locked: open && (place === undefined || (guarded && place.control !== true)),
    hidden: false,
    bold: cell?.bold ?? false,
    span: open ? { rows: 1, columns: cell.columns } : null,
    takes: place?.takes ?? { kind: 'anything', format: 'text' },
    prompt: null,
  };
}
