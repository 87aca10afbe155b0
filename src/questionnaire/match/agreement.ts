import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Thesaurus } from '../../model/thesaurus.ts';
import type { Target } from './targets.ts';
import type { Reading } from './text.ts';
import type { Wording } from './wording.ts';

export interface Asked {
  readonly reading: Reading;
  readonly wording: Wording;
}

export interface Agreement {
  /** Why this is another question; empty when it is not. */
  readonly against: readonly string[];
  /** Ours asks for more than theirs: a yes to ours answers theirs, anything less does not. */
  readonly stricter: boolean;
}

/** Whether figures, rhythm and scope are those of the question: what sounds alike and asks for another number is another question. */
export function agreementOf({ reading, wording }: Asked, target: Target, thesaurus: Thesaurus): Agreement {
  const spans = [...wording.spans];
  // Where ours names a span of its own, how often the practice recurs says nothing more.
  const known = target.wording.spans.size > 0 ? target.wording.spans : target.rhythms;
  const otherSpans = spans.filter((days) => !known.has(days));
  const otherPercents = [...wording.percents].filter((percent) => !target.wording.percents.has(percent));
  const asked = scopesOf(reading, thesaurus);
  const ours = scopesOf(target.reading, thesaurus);
  const told = new Set([...ours, ...scopesOf(target.about, thesaurus), ...impliedBy(target.reading, thesaurus)]);
  const wider = [...asked].filter((scope) => !told.has(scope));
  const implied = impliedBy(reading, thesaurus);
  const narrower = [...ours].filter((scope) => !asked.has(scope) && !implied.has(scope));
  return {
    against: [
      ...otherSpans.map((days) => REASONS.otherSpan(days)),
      ...otherPercents.map((percent) => REASONS.otherPercent(percent)),
      ...wider.map((scope) => REASONS.otherScope(scope.replaceAll('-', ' '))),
      ...narrower.map((scope) => REASONS.narrowerScope(scope.replaceAll('-', ' '))),
    ],
    stricter:
      (spans.length === 0 && target.wording.spans.size > 0) ||
      (wording.percents.size === 0 && target.wording.percents.size > 0),
  };
}

function scopesOf({ concepts }: Reading, { scopes, within }: Thesaurus): ReadonlySet<string> {
  const covered = new Set([...concepts].flatMap((concept) => within[concept] ?? []));
  return new Set(scopes.filter((scope) => concepts.has(scope) && !covered.has(scope)));
}

function impliedBy({ concepts }: Reading, { within }: Thesaurus): ReadonlySet<string> {
  return new Set([...concepts].flatMap((concept) => within[concept] ?? []));
}
