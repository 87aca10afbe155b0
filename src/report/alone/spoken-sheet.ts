import type { SpokenControl, SpokenMatrix } from '../../model/responsibility-words.ts';
import type { Sheet } from '../../model/workbook.ts';
import { column, sheetOf, textCell } from '../sheets/sheet.ts';

/** One row a control, in the dialect's own columns. */
export function spokenSheet({ dialect, controls }: SpokenMatrix): Sheet {
  return sheetOf(dialect.id.toUpperCase(), `${dialect.title}. ${dialect.note}`, controls, [
    column('Framework', 22, ({ framework }) => framework),
    column('Control', 22, ({ control }) => control),
    column('Title', 44, ({ title }) => title),
    ...dialect.columns.map((title, i) => column<SpokenControl>(title, 28, ({ values }) => textCell(values[i] ?? ''))),
    column(dialect.providerDoes, 52, ({ providerDoes }) => textCell(providerDoes)),
    column(dialect.clientDoes, 52, ({ clientDoes }) => textCell(clientDoes)),
    column('Because', 48, ({ because }) => because),
  ]);
}
