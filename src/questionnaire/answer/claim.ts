import { REVIEW_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Match } from '../../model/match.ts';
import type { Entry, FormCell, Saying, Spot } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { sayingOf } from '../find/words.ts';
import { said } from '../guard.ts';
import { cellAt, type Decision, type Setting } from './decide.ts';
import { saysMore } from './judged.ts';
import { valueFor } from './value.ts';
import { wordFor } from './vocabulary.ts';

/** How favourable a word is, where yes is the favourable one. */
const WEIGHT = { yes: 4, partly: 3, 'not-applicable': 2, planned: 1, no: 1, unknown: 0 } as const satisfies Record<
  Saying,
  number
>;

/** What an answer claims: of all of its sentences the strongest, so that no `No. In fact, yes.` passes for a no. */
export function claimIn(text: string, cell: FormCell | undefined, words: QuestionnaireWords): Saying | undefined {
  const parts = [text, ...text.split(/[.,;:!?\n–—-]/)];
  const claims = parts.flatMap((part) => sayingOf(part, words) ?? []);
  const ends = cell?.takes.kind === 'list' ? onScale(text, cell.takes.words ?? [], words) : [];
  return [...claims, ...ends].toSorted((a, b) => WEIGHT[b] - WEIGHT[a])[0];
}

/** The ends of a scale say yes and no. */
function onScale(text: string, list: readonly string[], words: QuestionnaireWords): readonly Saying[] {
  const ends: readonly Saying[] = ['yes', 'no'];
  return ends.filter((saying) => wordFor(saying, list, words) === text);
}

interface Claimed {
  /** What it claims, where that can be told. */
  readonly says: Saying | undefined;
  readonly typed: Entry;
  readonly spot: Spot;
  readonly match: Match;
  readonly proposal: Decision;
  readonly setting: Setting;
}

/** Why the evidence does not carry what somebody wants to answer; null when it does, or when no evidence is asked for. */
export function overClaim(claimed: Claimed): string | null {
  const { says, match, proposal } = claimed;
  const { certainty, adverse } = match;
  if (says === 'planned' || says === 'unknown') return null;
  if (certainty === 'none') return null;
  const weak = says === (adverse ? 'yes' : 'no');
  if (certainty === 'unsure') return weak ? null : REASONS.whichFirst();
  const { judged } = proposal;
  if (judged?.onlyPeopleKnow != null) return null;
  if (weak || isProposed(claimed)) return null;
  if (judged === null) return REASONS.overClaim('cannot-say', REASONS.notJudged());
  const text = judged.assessment.answer?.text ?? '';
  const over = REASONS.overClaim(judged.ceiling, text);
  if (says === 'not-applicable') return judged.verdict === 'not-applicable' ? null : over;
  if (judged.verdict === 'not-applicable') return over;
  if (says !== undefined) return saysMore(says, judged.ceiling, { adverse }) ? over : null;
  return untold(claimed, judged) ? REASONS.untold(judged.ceiling, text) : null;
}

/** Prose that answers a wish for a description can be held against nothing; prose in the place of a yes or no is taken for a yes. */
function untold({ typed, spot, match, setting }: Claimed, judged: NonNullable<Decision['judged']>): boolean {
  const cell = cellAt(setting, spot);
  if (typed.kind === 'number' || typed.kind === 'date') {
    const value = cell === undefined ? null : valueFor(judged, cell, setting.findings);
    return value === null || said(value) !== said(typed);
  }
  if (match.open) return false;
  return judged.ceiling !== 'yes' || match.adverse;
}

/** What the evidence itself would write is never too much. */
function isProposed({ typed, spot, proposal }: Claimed): boolean {
  const [main] = proposal.writings;
  return (
    main !== undefined &&
    main.spot.grid === spot.grid &&
    main.spot.row === spot.row &&
    main.spot.column === spot.column &&
    said(main.entry) === said(typed)
  );
}
