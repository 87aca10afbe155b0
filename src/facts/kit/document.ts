import { isDated, type Observed } from '../../model/observed.ts';
import type { RecordOf } from '../../model/record.ts';
import type { Topic } from '../../model/topic.ts';
import { defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import type { Ballot } from './ballot.ts';
import { answerHolds } from './holds.ts';
import { type Judgement, refutes, subjectFold, supports, undecided } from './subjects.ts';
import { ageDays, dayText, hasPassed, isLater } from './time.ts';

export type DocumentRecord = RecordOf<'document'>;

/**
 * What makes a document of the sort count. `approval`: policies and plans hold because a named person approved them and somebody
 * reviews them. `listing`: a register is kept by being written; its entry on a dated list is the whole proof, and nobody approves it.
 * `signature`: contracts, agreements and certificates bind by the other side's signature until they run out. `day`: a report or the
 * record of something done stands by its day alone, and does not become newer by being listed again.
 */
export type ShownBy = 'approval' | 'listing' | 'signature' | 'day';

export interface DocumentInForce {
  readonly topic: Topic;
  readonly question: string;
  readonly means: string;
  readonly shownBy?: ShownBy;
}

/** A document of the topic is in force: shown as its sort has it, neither expired nor past its next review. */
export function documentInForce({ topic, question, means, shownBy = 'approval' }: DocumentInForce): FactDefinition {
  return defineFact({
    question,
    from: ['document'],
    measures: 'holds',
    topic,
    means: `${means} ${LIMIT[shownBy]}`,
    start: (scope) =>
      subjectFold<'document'>(
        {
          subject: (document) =>
            document.topic === topic
              ? { name: [document.title, document.version, document.counterpart, draftWord(document)].join(' ') }
              : undefined,
          judge: (document, within) => judgeDocument(document, within, shownBy),
        },
        'thing',
        scope,
      ),
    answer: (documents, scope) => {
      // A document that says too little of itself is none in force; only where there is no document at all is it unknown.
      const entries = documents.entries.map((entry) => ({ ...entry, ballot: doubtRefutes(entry.ballot) }));
      return answerHolds({ from: ['document'], needs: 'any' }, { ...documents, entries }, scope);
    },
  });
}

function doubtRefutes(ballot: Ballot): Ballot {
  const { undecided: doubt, ...decided } = ballot;
  if (!doubt || decided.supports || decided.weaklySupports || decided.refutes || decided.weaklyRefutes) return decided;
  return { refutes: doubt };
}

const LIMIT: Readonly<Record<ShownBy, string>> = {
  approval: 'It shows that the document is approved and current, never that it is followed.',
  listing: 'It shows that it is kept and as of when, never that it is complete.',
  signature: 'It shows that it was agreed and has not run out, never that it is lived up to.',
  day: 'It shows that it was recorded and when, never what was found or done.',
};

/** A policy that names no next review is taken for unread once its approval is older than this. */
const REVIEWED_WITHIN_DAYS = 400;

/** Whether one document counts, and if not, why not. */
export function judgeDocument(document: DocumentRecord, scope: Scope, shownBy: ShownBy = 'approval'): Judgement {
  const name = nameOf(document);
  const when = { when: dayShown(document, shownBy) };
  // A superseded version or the draft of the next one is no weakness of the version in force: not eligible as an exception.
  if (document.status === 'retired') return refutes(`${name}: retired`, { ...when, eligible: false });
  if (document.status === 'draft') return refutes(`${name}: a draft`, { eligible: false });
  if (hasPassed(document.expires, scope))
    return refutes(`${name}: expired on ${dayText(document.expires, scope)}`, when);
  if (hasPassed(document.nextReview, scope)) {
    return refutes(`${name}: review overdue since ${dayText(document.nextReview, scope)}`, when);
  }
  if (document.approved && isLater(document.approved, scope)) {
    return refutes(`${name}: approved on ${dayText(document.approved, scope)}, after the as-of date`, {
      when: document.observed,
    });
  }
  const lacks = lackOf(document, shownBy);
  if (lacks) return undecided(`${name}: ${lacks}`);
  const unread = shownBy === 'approval' || shownBy === 'listing' ? daysUnread(document, scope) : undefined;
  if (unread !== undefined) return refutes(`${name}: not reviewed for ${unread} days`, when);
  return supports(`${name}: ${wordsOf(document, shownBy, scope)}`, when);
}

/** A register that lists it as in force on a day shows that day; what was done or reported on a day is as old as that day. */
function dayShown({ approved, observed }: DocumentRecord, shownBy: ShownBy): Observed {
  if (!approved || !isDated(approved)) return observed;
  if (shownBy === 'day' || !isDated(observed)) return approved;
  return observed.earliest > approved.earliest ? observed : approved;
}

function daysUnread({ approved, nextReview }: DocumentRecord, scope: Scope): number | undefined {
  if (nextReview && isDated(nextReview)) return undefined;
  const age = ageDays(approved, scope);
  return age !== undefined && age > REVIEWED_WITHIN_DAYS ? age : undefined;
}

function wordsOf(document: DocumentRecord, shownBy: ShownBy, scope: Scope): string {
  const day = dayText(document.approved ?? document.observed, scope);
  if (shownBy === 'approval') return `approved by ${document.approvedBy} on ${day}`;
  if (shownBy === 'listing') return `listed on ${dayText(dayShown(document, shownBy), scope)}`;
  if (shownBy === 'day') return `dated ${day}`;
  const until = document.expires ? `, until ${dayText(document.expires, scope)}` : '';
  return `${document.approved ? 'signed' : 'listed'} ${day}${until}`;
}

/** The draft of the next version is another document than the one in force, also where no version is told. */
function draftWord({ status }: DocumentRecord): string {
  return status === 'draft' ? 'draft' : '';
}

function lackOf({ status, approvedBy, approved, observed }: DocumentRecord, shownBy: ShownBy): string | undefined {
  if (status === 'unknown') return 'not told whether it is in force';
  const hasDay = approved !== undefined && isDated(approved);
  if (shownBy === 'day') return hasDay ? undefined : 'no date';
  if (shownBy !== 'approval') return hasDay || isDated(observed) ? undefined : 'no date';
  if (!approvedBy?.trim()) return 'no named person approved it';
  return hasDay ? undefined : 'no date of approval';
}

function nameOf({ title, version, counterpart }: DocumentRecord): string {
  const numbered = version === undefined ? title : `${title} ${/^v/i.test(version) ? version : `v${version}`}`;
  return counterpart === undefined ? numbered : `${numbered} (${counterpart})`;
}
