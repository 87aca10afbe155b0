import type { CivilDate } from '../kernel/civil-date.ts';
import type { AnswerRow } from '../model/answer-map.ts';
import type { Findings } from '../model/findings.ts';
import type { Question, Takes } from '../model/questionnaire.ts';
import type { ReviewEntry } from '../model/review.ts';

/** What the pages are made of and where decisions go: whoever serves them brings it, with disk and clock behind it. */
export interface Desk {
  /** In full, as the client himself may see them. */
  readonly findings: () => Findings;
  /** The questionnaire as it stands now; null when none is reviewed. */
  readonly form: () => Promise<FormOnDesk | null>;
  readonly decide: (decision: Decision) => Promise<Outcome>;
  readonly settle: (settling: Settling) => Promise<Outcome>;
  readonly leaving: () => Promise<Leaving>;
  readonly today: () => CivilDate;
  /** Who is likely to decide; shown in its field, and nobody's word before it is sent. */
  readonly likelyBy: () => string;
  readonly finish: () => void;
}

export interface FormOnDesk {
  readonly title: string;
  readonly items: readonly Item[];
}

/** One question with everything that somebody needs to decide about it. */
export interface Item {
  readonly question: Question;
  readonly row: AnswerRow;
  /** What the evidence alone would write. */
  readonly proposal: { readonly answer: string; readonly comment: string | null } | null;
  readonly entry: ReviewEntry | null;
  /** Changes with everything above: a form that was made from another version is not taken. */
  readonly version: string;
  readonly source: Source;
  readonly takes: Takes | null;
  readonly prompt: string | null;
}

/** The stretch of the sender's grid that the question stands in. */
export interface Source {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly here: boolean;
    readonly cells: readonly { readonly text: string; readonly role: CellRole }[];
  }[];
}
export type CellRole = 'question' | 'answer' | 'next' | 'other';

/** `entry` is null to take a decision back. */
export interface Decision {
  readonly question: string;
  readonly version: string;
  readonly entry: ReviewEntry | null;
}

export interface Settling {
  readonly question: string;
  readonly version: string;
  /** A question of ours, or `none`. */
  readonly is: string;
  readonly by: string;
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly because: string }
  /** Somebody else, or the evidence, changed it since the form was shown. */
  | { readonly kind: 'stale' };

/** What would leave the house, by edition. */
export interface Leaving {
  readonly searched: number;
  readonly unsearched: readonly string[];
  readonly editions: readonly {
    readonly edition: string;
    readonly originals: number;
    readonly copies: number;
    readonly heldBack: number;
    readonly found: readonly {
      readonly what: string;
      readonly count: number;
      readonly exhibits: number;
      readonly becomes: 'stays' | 'original' | 'stops' | 'exception';
    }[];
    readonly stops: readonly string[];
  }[];
}
