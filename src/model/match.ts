/** One question of ours beside one of theirs. */
export interface Candidate {
  readonly framework: string;
  readonly control: string;
  readonly title: string;
  /** Between 0 and 1; what it means is the matcher's own affair, its order is not. */
  readonly score: number;
  /** Why it is another question although it sounds alike; empty when it is not. */
  readonly against: readonly string[];
  /** Ours asks for more than theirs: only a plain yes to ours answers theirs. */
  readonly stricter: boolean;
  /** Questions that are judged by the same practices and expectations share one. */
  readonly kin: string;
}

/** How sure it is which question of ours is meant: `sure` is filled without a person, nothing else is. */
export type Certainty = 'confirmed' | 'sure' | 'unsure' | 'none';

export interface Match {
  readonly certainty: Certainty;
  /** The best first; near twins stand beside it. */
  readonly candidates: readonly Candidate[];
  /** From the best to the best of another kin. */
  readonly margin: number;
  readonly adverse: boolean;
  readonly open: boolean;
  readonly because: string;
}

/** Finds which question of ours a wording is. One of your own may stand in the place of ours, so long as it tells how sure it is. */
export interface Matcher {
  readonly match: (question: { readonly text: string; readonly section: string | null }) => Match;
}
