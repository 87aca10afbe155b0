import type { CivilDate } from '../kernel/civil-date.ts';

/** What somebody sent to be answered, whatever file it came in: tables of cells, and what each of them takes. */
export interface Form {
  readonly kind: FormKind;
  readonly grids: readonly Grid[];
}

export const FORM_KINDS = ['workbook', 'csv', 'document', 'json', 'pdf'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A sheet, a table of a document, a CSV file. Rows and columns count from 0. */
export interface Grid {
  readonly name: string;
  readonly hidden: boolean;
  /** Locked cells of it cannot be written. */
  readonly guarded: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  /** What people call a cell of it, where it is no cell of a sheet. */
  readonly refAt?: (row: number, column: number) => string;
  /** Blank cells too: a drop-down often waits where nothing stands. */
  readonly at: (row: number, column: number) => FormCell;
}

export interface FormCell {
  readonly text: string;
  readonly formula: boolean;
  /** Other cells hang on its formula, which would be lost for them too. */
  readonly formulaOfOthers?: boolean;
  readonly locked: boolean;
  readonly hidden: boolean;
  readonly bold: boolean;
  /** How many rows and columns it is merged over; null for a cell that another one covers. */
  readonly span: { readonly rows: number; readonly columns: number } | null;
  readonly takes: Takes;
  /** What the form says when the cell is entered. */
  readonly prompt: string | null;
  /** Of a question: what must have been answered before, for it to be asked. */
  readonly asksIf?: Condition;
}

/** What a form asks depends on other answers of it, by the rows of their questions; `unclear` when it cannot be told on what. */
export type Condition =
  | { readonly kind: 'said'; readonly row: number; readonly word: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'unclear' };

export type Format = 'general' | 'text' | 'number' | 'percent' | 'date';

/** What a cell accepts. The words of a list are null when they are made by a formula that only a spreadsheet can work out. */
export type Takes =
  | { readonly kind: 'anything'; readonly format: Format }
  | { readonly kind: 'list'; readonly words: readonly string[] | null; readonly format: Format }
  | { readonly kind: 'number'; readonly whole: boolean; readonly format: Format; readonly within: Bounds }
  | { readonly kind: 'date'; readonly format: Format; readonly within: Bounds }
  | { readonly kind: 'length'; readonly format: Format; readonly within: Bounds }
  | { readonly kind: 'tick'; readonly format: Format };

/** As far as the form states them by numbers; days are counted as a spreadsheet counts them. */
export interface Bounds {
  readonly least: number | null;
  readonly most: number | null;
  readonly except: number | null;
}

/** A cell by its grid and place; `ref` is what people call it (`B12`, `table 2, row 3`). */
export interface Spot {
  readonly grid: string;
  readonly row: number;
  readonly column: number;
  readonly ref: string;
}

export const COLUMN_ROLES = [
  'question',
  'number',
  'section',
  'guidance',
  'answer',
  'comment',
  'evidence',
  'ownership',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The ways in which a form says yes and its kin; a column of boxes stands for one of them. */
export const SAYINGS = ['yes', 'no', 'partly', 'not-applicable', 'planned', 'unknown'] as const;
export type Saying = (typeof SAYINGS)[number];

export interface Question {
  /** `Q-001`, in the order of the form. */
  readonly id: string;
  /** The number that the form gives it. */
  readonly number: string | null;
  readonly text: string;
  readonly section: string | null;
  readonly guidance: string | null;
  readonly at: Spot;
  readonly hidden: boolean;
  /** Only asked when the question before it was answered so. */
  readonly onlyIf: { readonly question: string; readonly said: Saying } | null;
  /** The same where the form itself states it. */
  readonly asksIf?: Condition;
  readonly cells: AnswerCells;
  /** Why this is taken for a question, and those cells for its answer. */
  readonly because: readonly string[];
}

export interface AnswerCells {
  readonly answer: Spot | null;
  /** One box for each way to answer, to be marked. */
  readonly boxes: readonly { readonly says: Saying; readonly spot: Spot }[];
  readonly comment: Spot | null;
  readonly evidence: Spot | null;
  readonly ownership: Spot | null;
}

/** What goes into a cell. */
export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'mark' };

export interface Writing {
  readonly spot: Spot;
  readonly entry: Entry;
}

/** Guards that a person can lift by name, each for its own risk. */
export const ALLOWANCES = ['formulas', 'locked', 'other-values', 'signed', 'filled'] as const;
export type Allowance = (typeof ALLOWANCES)[number];
