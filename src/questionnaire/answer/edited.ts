import { REVIEW_REASONS as REASONS, ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { Match } from '../../model/match.ts';
import type { Entry, Question, Saying, Spot, Writing } from '../../model/questionnaire.ts';
import type { EditedEntry } from '../../model/review.ts';
import { claimIn, overClaim } from './claim.ts';
import { cellAt, type Decision, evidenceAndOwner, type Setting } from './decide.ts';
import { entryOf } from './typed.ts';

export interface Editing {
  readonly proposal: Decision;
  readonly question: Question;
  readonly match: Match;
  readonly setting: Setting;
}

export type Edited =
  | { readonly decision: Decision; readonly contradiction: string | null }
  | { readonly refused: string; readonly contradiction: string | null };

/** A person's own answer: written when the evidence carries it, or when somebody stands by it by name and with a reason. */
export function edited(entry: EditedEntry, editing: Editing): Edited {
  const { proposal, question, setting } = editing;
  const place = placeOf(question, entry.answer, setting);
  if (place === undefined) return { refused: REASONS.noPlace(), contradiction: null };
  const cell = cellAt(setting, place.spot);
  const typed = place.box !== undefined ? MARK : cell === undefined ? undefined : entryOf(entry.answer, cell);
  if (typed === undefined) return { refused: REASONS.unfit(entry.answer), contradiction: null };
  const says = place.box ?? claimIn(entry.answer, cell, setting.words);
  const over = overClaim({ says, typed, spot: place.spot, ...editing });
  if (over !== null && entry.override === undefined) return { refused: over, contradiction: over };
  const state = over !== null ? 'overridden' : carried(editing) ? 'edited' : 'stated';
  const beside = besides(entry, { over, state, proposal });
  const main: Writing = { spot: place.spot, entry: typed };
  const judged = proposal.judged !== null && isMeant(editing.match) ? proposal.judged : null;
  const writings = [
    ...withBeside(main, beside, { question, free: place.free }),
    ...(judged === null ? [] : evidenceAndOwner({ question, judged, setting })),
  ];
  const decision: Decision = {
    ...proposal,
    state,
    because: over === null ? REASONS.written(entry.by, entry.on) : beside,
    says: says ?? null,
    writings,
    proposed: null,
  };
  return { decision, contradiction: over };
}

const MARK: Entry = { kind: 'mark' };

interface Place {
  readonly spot: Spot;
  /** The box that stands for the answer. */
  readonly box?: Saying;
  /** Takes any text, so that what stands behind the answer can follow it. */
  readonly free: boolean;
}

/** The box of that word, the answer's cell, or where neither is the one for comments. */
function placeOf({ cells }: Question, answer: string, setting: Setting): Place | undefined {
  if (cells.boxes.length > 0) {
    const said = claimIn(answer, undefined, setting.words);
    const box = cells.boxes.find(({ says }) => says === said);
    if (box !== undefined) return { spot: box.spot, box: box.says, free: false };
  }
  const spot = cells.answer ?? cells.comment;
  if (spot === null) return undefined;
  const free = cellAt(setting, spot)?.takes.kind === 'anything';
  return { spot, free };
}

/** Whether exhibits stand behind it at all; else it is one person's word. */
function carried({ proposal: { judged }, match }: Editing): boolean {
  return judged !== null && isMeant(match) && judged.onlyPeopleKnow === null && judged.ceiling !== 'cannot-say';
}

function isMeant({ certainty }: Match): boolean {
  return certainty === 'sure' || certainty === 'confirmed';
}

/** Their words, whose they are, and what the evidence says all the same: an edit never hides the counts. */
function besides(
  { answer, comment = '', by, on, override }: EditedEntry,
  { over, state, proposal }: { over: string | null; state: Decision['state']; proposal: Decision },
): string {
  const whose =
    over !== null && override !== undefined
      ? WORDS.overridden({ by: override.by, on, because: override.because, over })
      : state === 'stated'
        ? WORDS.stated(by, on)
        : WORDS.edited(by, on);
  const behind = proposal.comment ?? '';
  const evidence = state === 'stated' || `${answer} ${comment}`.includes(behind) ? '' : behind;
  return [comment.trim(), whose, evidence].filter((part) => part !== '').join(' ');
}

function withBeside(
  main: Writing,
  beside: string,
  { question, free }: { readonly question: Question; readonly free: boolean },
): readonly Writing[] {
  const { comment, evidence, answer } = question.cells;
  const text = (spot: Spot): Writing => ({ spot, entry: { kind: 'text', text: beside } });
  if (comment !== null && (answer !== null || main.entry.kind === 'mark')) return [main, text(comment)];
  if (free && main.entry.kind === 'text')
    return [{ ...main, entry: { kind: 'text', text: `${main.entry.text.replace(/\.$/, '')}. ${beside}` } }];
  return evidence === null ? [main] : [main, text(evidence)];
}
