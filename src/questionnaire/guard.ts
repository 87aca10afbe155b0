import { dayNumber } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { QUESTIONNAIRE_REASONS as REASONS } from '../kernel/messages/questionnaire-words.ts';
import type { Allowance, Bounds, Entry, Form, FormCell, Writing } from '../model/questionnaire.ts';

export interface Guarded {
  readonly written: readonly Writing[];
  readonly refused: readonly { readonly writing: Writing; readonly note: Diagnostic }[];
}

/** What a cell holds at most: the limit of Excel, for workbooks only. */
const LONGEST = 32_767;

/** Keeps out of a form what its sender did not leave open, or what it cannot hold. */
export function guard({
  form,
  writings,
  allow,
}: {
  readonly form: Form;
  readonly writings: readonly Writing[];
  readonly allow: ReadonlySet<Allowance>;
}): Guarded {
  const grids = new Map(form.grids.map((grid) => [grid.name, grid]));
  const judged = writings.map((writing) => {
    const { grid, row, column } = writing.spot;
    const cell = grids.get(grid)?.at(row, column);
    return {
      writing,
      note: cell === undefined ? refusal(writing, REASONS.notThere()) : fault(cell, writing, form, allow),
    };
  });
  return {
    written: judged.filter(({ note }) => note === null).map(({ writing }) => writing),
    refused: judged.flatMap(({ writing, note }) => (note === null ? [] : [{ writing, note }])),
  };
}

function fault(cell: FormCell, writing: Writing, form: Form, allow: ReadonlySet<Allowance>): Diagnostic | null {
  const { entry } = writing;
  if (cell.span === null) return refusal(writing, REASONS.covered());
  if (cell.formulaOfOthers === true) return refusal(writing, REASONS.formulaOfOthers());
  if (cell.formula && !allow.has('formulas')) return refusal(writing, REASONS.formula());
  if (cell.locked && !allow.has('locked')) return refusal(writing, REASONS.locked());
  if (cell.text.trim() !== '' && !cell.formula && !allow.has('filled'))
    return refusal(writing, REASONS.filled(cell.text));
  if (form.kind === 'workbook' && entry.kind === 'text' && entry.text.length > LONGEST)
    return refusal(writing, REASONS.tooLong(entry.text.length, LONGEST));
  const unfit = allow.has('other-values') ? null : unfitness(cell, entry);
  return unfit === null ? null : refusal(writing, unfit);
}

export function refusal({ spot }: Writing, reason: string): Diagnostic {
  return diagnostic('form-cell-refused', { grid: spot.grid, cell: spot.ref, reason });
}

/** Why a cell does not take this; null when it does. A spreadsheet would only complain of it when somebody types. */
function unfitness({ takes }: FormCell, entry: Entry): string | null {
  switch (takes.kind) {
    case 'anything':
    case 'tick':
      return null;
    case 'list':
      if (takes.words === null) return REASONS.wordsUnknown();
      return takes.words.includes(said(entry)) ? null : REASONS.otherWord(said(entry), takes.words);
    case 'number':
      if (entry.kind !== 'number') return REASONS.wantsNumber();
      if (takes.whole && !Number.isInteger(entry.number)) return REASONS.wantsWhole();
      return outside(entry.number, takes.within) ? REASONS.outOfBounds() : null;
    case 'date':
      if (entry.kind !== 'date') return REASONS.wantsDate();
      return outside(dayNumber(entry.date) + DAYS_BEFORE_1970, takes.within) ? REASONS.outOfBounds() : null;
    case 'length':
      return outside(said(entry).length, takes.within) ? REASONS.wrongLength(said(entry).length) : null;
  }
}

/** From 1899-12-30, where spreadsheets begin to count. */
const DAYS_BEFORE_1970 = 25_569;

export function said(entry: Entry): string {
  switch (entry.kind) {
    case 'text':
      return entry.text;
    case 'number':
      return String(entry.number);
    case 'date':
      return entry.date;
    case 'mark':
      return 'X';
  }
}

function outside(value: number, { least, most, except }: Bounds): boolean {
  return (least !== null && value < least) || (most !== null && value > most) || value === except;
}
