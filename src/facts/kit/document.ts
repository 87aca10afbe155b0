import { isDated } from '../../model/observed.ts';
import type { RecordOf } from '../../model/record.ts';
import type { Topic } from '../../model/topic.ts';
import { defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import type { Ballot } from './ballot.ts';
import { answerHolds } from './holds.ts';
import { type Judgement, refutes, subjectFold, supports, undecided } from './subjects.ts';
import { dayText, hasPassed, isLater } from './time.ts';

export type DocumentRecord = RecordOf<'document'>;

export interface DocumentInForce {
  readonly topic: Topic;
  readonly question: string;
  readonly means: string;
}

/** A document of the topic is in force: approved by a named person on a known day, neither expired nor past its next review. */
export function documentInForce({ topic, question, means }: DocumentInForce): FactDefinition {
  return defineFact({
    question,
    from: ['document'],
    measures: 'holds',
    means: `${means} It shows that the document is approved and current, never that it is followed.`,
    start: (scope) =>
      subjectFold<'document'>(
        {
          subject: (document) =>
            document.topic === topic
              ? { name: [document.title, document.version, document.counterpart, draftWord(document)].join(' ') }
              : undefined,
          judge: judgeDocument,
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

/** Whether one document counts, and if not, why not. */
export function judgeDocument(document: DocumentRecord, scope: Scope): Judgement | undefined {
  const name = nameOf(document);
  const when = document.approved && isDated(document.approved) ? { when: document.approved } : {};
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
  const lacks = lackOf(document);
  if (lacks) return undecided(`${name}: ${lacks}`);
  const approver = approverOf(document);
  const by = approver === undefined ? 'in force' : `approved by ${approver}`;
  const on = document.approved && isDated(document.approved) ? ` on ${dayText(document.approved, scope)}` : '';
  return supports(`${name}: ${by}${on}`, when);
}

/** The draft of the next version is another document than the one in force, also where no version is told. */
function draftWord({ status }: DocumentRecord): string {
  return status === 'draft' ? 'draft' : '';
}

// What others issue, or a list that is kept, has nobody here who approves it: that it is in force is enough.
const NEEDS_NO_APPROVAL: ReadonlySet<DocumentRecord['documentType']> = new Set(['register-entry', 'certificate']);
// What two sides sign is approved by the other side's name as well as by ours.
const SIGNED_BY_BOTH: ReadonlySet<DocumentRecord['documentType']> = new Set(['contract', 'baa']);

function lackOf(document: DocumentRecord): string | undefined {
  if (document.status === 'unknown') return 'not told whether it is in force';
  if (NEEDS_NO_APPROVAL.has(document.documentType)) return undefined;
  if (approverOf(document) === undefined) return 'no named person approved it';
  return document.approved && isDated(document.approved) ? undefined : 'no date of approval';
}

function approverOf(document: DocumentRecord): string | undefined {
  const name = document.approvedBy?.trim();
  if (name) return name;
  return SIGNED_BY_BOTH.has(document.documentType) ? document.counterpart : undefined;
}

function nameOf({ title, version, counterpart }: DocumentRecord): string {
  const numbered = version === undefined ? title : `${title} ${/^v/i.test(version) ? version : `v${version}`}`;
  return counterpart === undefined ? numbered : `${numbered} (${counterpart})`;
}
