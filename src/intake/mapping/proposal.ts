import type { MappableKind } from '../../model/mapping/kinds.ts';
import type { LeaveOut, MappingProfile } from '../../model/mapping.ts';
import type { Strength } from '../../model/record.ts';
import type { KindProposal, SaidColumns } from './assign.ts';
import type { ColumnProposal } from './columns.ts';

/** What a person has settled so far; everything else is proposed. */
export interface Said {
  readonly kind?: MappableKind | undefined;
  /** Null: no column. */
  readonly columns: SaidColumns;
  readonly fixed: MappingProfile['fixed'];
  readonly words: MappingProfile['words'];
  readonly dateOrder?: MappingProfile['dateOrder'];
  readonly zone?: string | undefined;
  readonly leaveOut?: readonly LeaveOut[] | undefined;
}

export interface WordProposal {
  readonly field: string;
  readonly theirs: string;
  readonly rows: number;
  readonly ours: string | boolean | undefined;
}

/** A reading of the file as far as it could be decided, and what could not. */
export interface Proposal {
  /** The best first. */
  readonly kinds: readonly KindProposal[];
  readonly kind: MappableKind | undefined;
  readonly columns: readonly ColumnProposal[];
  readonly fixed: MappingProfile['fixed'];
  readonly words: readonly WordProposal[];
  readonly unused: readonly string[];
  readonly dateOrder: { readonly order: NonNullable<MappingProfile['dateOrder']>; readonly reason: string } | undefined;
  readonly zone: string | undefined;
  readonly epoch: MappingProfile['epoch'];
  readonly decimal: MappingProfile['decimal'];
  readonly leaveOut: readonly { readonly rule: LeaveOut; readonly rows: number; readonly reason: string }[];
  readonly strength: Strength;
  readonly questions: readonly Question[];
}

export type Question =
  | { readonly about: 'kind'; readonly choices: readonly KindProposal[] }
  | {
      readonly about: 'column';
      readonly field: string;
      readonly choices: readonly ColumnProposal[];
      readonly fixable: boolean;
    }
  | {
      readonly about: 'word';
      readonly field: string;
      readonly theirs: string;
      readonly rows: number;
      readonly choices: readonly string[];
    }
  | { readonly about: 'date-order'; readonly likely: 'dmy' | undefined; readonly example: string };
