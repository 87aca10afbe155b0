import type { Grid } from '../../model/questionnaire.ts';

interface Around {
  readonly question: number;
  readonly from: number;
  readonly to: number;
  readonly taken: ReadonlySet<number>;
  readonly hasComment: boolean;
}

/** How far from its question an answer was ever seen. */
const FARTHEST = 12;

/** Where answers go when no head says it: a column of drop-downs, else one left open on a protected sheet, else the next that is empty. */
export function answerColumn(grid: Grid, around: Around): number | undefined {
  const rows = askedRows(grid, around);
  if (rows.length === 0) return undefined;
  const candidates = Array.from({ length: FARTHEST }, (_, index) => around.question + 1 + index).filter(
    (column) => !around.taken.has(column),
  );
  const share = (column: number, fits: (cell: ReturnType<Grid['at']>) => boolean) =>
    rows.filter((row) => fits(grid.at(row, column))).length / rows.length;
  const picked = candidates.find((column) => share(column, ({ takes }) => takes.kind !== 'anything') >= 0.5);
  if (picked !== undefined) return picked;
  const open = candidates.find(
    (column) => grid.guarded && share(column, ({ locked, formula }) => !locked && !formula) >= 0.5,
  );
  if (open !== undefined) return open;
  if (around.hasComment) return undefined;
  return candidates.find(
    (column) => share(column, ({ text, span, locked }) => text === '' && span !== null && !locked) >= 0.8,
  );
}

/** Rows that hold a text at all, but for those that a heading covers. */
function askedRows(grid: Grid, { question, from, to }: Around): readonly number[] {
  const rows: number[] = [];
  for (let row = from; row <= to; row += 1) {
    const { text, span } = grid.at(row, question);
    if (text.trim() !== '' && span !== null && span.columns === 1) rows.push(row);
  }
  return rows;
}
