import type { Diagnostic } from '../../kernel/diagnostic.ts';
import { groupBy } from '../../kernel/order.ts';
import type { Allowance, Form, Writing } from '../../model/questionnaire.ts';
import { rewrite } from '../archive/rewrite.ts';
import { guard } from '../guard.ts';
import { contentOfPart, styleAt } from './form.ts';
import { patchSheet } from './patch.ts';
import { recalculating, withoutCalculationOrder } from './recalculate.ts';
import type { OpenWorkbook } from './workbook.ts';

export interface Filled {
  readonly bytes: Uint8Array;
  readonly written: readonly Writing[];
  /** What was not written, each with its cell and reason. */
  readonly refused: readonly { readonly writing: Writing; readonly note: Diagnostic }[];
}

export interface FillRequest {
  readonly form: Form;
  readonly writings: readonly Writing[];
  readonly allow: ReadonlySet<Allowance>;
}

/** The sender's workbook with these cells filled: every part that holds none of them keeps its very bytes. */
export function fillWorkbook(workbook: OpenWorkbook, request: FillRequest): Filled {
  const { written, refused } = guard(request);
  const changes = new Map<string, string | null>();
  let overFormulas = false;
  for (const [name, writings] of groupBy(written, ({ spot }) => spot.grid)) {
    const part = workbook.sheets.find((sheet) => sheet.name === name)?.part;
    if (part === undefined) continue;
    const content = contentOfPart(workbook, part);
    const cells = writings.map(({ spot, entry }) => ({
      ...spot,
      entry,
      style: styleAt(content, spot.row, spot.column),
    }));
    overFormulas ||= cells.some(
      ({ row, column }) => (content.rows.get(row)?.get(column)?.formula ?? 'none') !== 'none',
    );
    changes.set(part, patchSheet(workbook.archive.text(part) ?? '', cells, workbook));
  }
  if (changes.size === 0) return { bytes: workbook.archive.bytes, written, refused };
  for (const [part, text] of recalculating(workbook)) changes.set(part, text);
  if (overFormulas) for (const [part, text] of withoutCalculationOrder(workbook)) changes.set(part, text);
  return { bytes: rewrite(workbook.archive, changes), written, refused };
}
