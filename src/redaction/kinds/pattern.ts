import type { SightingKind } from '../../model/sighting.ts';

/**
 * How a value of a kind looks wherever it stands. Each repetition is bounded or is followed by what it cannot match itself, so that a search
 * takes time in proportion to the text; `tests/redaction/linear.test.ts` holds them to it.
 */
export interface Pattern {
  readonly kind: SightingKind;
  /** One of these words, in small letters, stands in every text that can match: the search itself is saved where none does. */
  readonly near: readonly string[];
  /** Global. The value is the last group when there is one, and ends the match; else the whole match. */
  readonly pattern: RegExp;
  /** What may not stand right before or behind the match. As an assertion at its beginning it would cost the search its speed. */
  readonly edge?: RegExp;
  /** The value begins so many places before the match, which looks back at them: a search begins best at the rarest character. */
  readonly back?: number;
  /** Its groups serve the pattern itself. */
  readonly whole?: true;
  /** What a pattern cannot tell: check digits, values that are no secret. */
  readonly holds?: (value: string, match: RegExpMatchArray) => boolean;
}
