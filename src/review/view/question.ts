import { REVIEW_LABELS as LABELS } from '../../kernel/messages/review.ts';
import { placeText } from '../../kernel/place.ts';
import type { Reason } from '../../model/assessment.ts';
import type { Basis } from '../../model/fact.ts';
import type { Findings } from '../../model/findings.ts';
import type { FormOnDesk, Item } from '../desk.ts';
import { decisionOf, isOpen } from './decision.ts';

/** What was typed into a form that was not taken: nobody types twice. */
export type Typed = ReadonlyMap<string, string>;

const SHOWN_ROWS = 12;

interface Asked {
  readonly form: FormOnDesk;
  readonly item: Item;
  readonly findings: Findings;
  readonly likelyBy: string;
  readonly typed: Typed;
}

/** One question beside its cell: what is proposed and why, what is the most that may be said, and what was decided. */
export function questionView({ form, item, findings, likelyBy, typed }: Asked): object {
  const { row, question, proposal, entry, source, takes, prompt } = item;
  const at = form.items.indexOf(item);
  const words = takes?.kind === 'list' ? (takes.words ?? []) : boxWords(item);
  const answer = typed.get('answer') ?? (entry?.state === 'edited' ? entry.answer : (proposal?.answer ?? ''));
  const override = entry?.state === 'edited' ? (entry.override?.because ?? '') : '';
  const owner = typed.get('owner') ?? (entry?.state === 'assigned' ? entry.owner : '');
  return {
    title: `${row.id} ${row.question}`,
    id: row.id,
    number: row.number ?? '',
    text: row.question,
    section: row.section ?? '',
    guidance: question.guidance ?? '',
    cell: `${row.at.grid}!${row.at.ref}`,
    prompt: prompt ?? '',
    onlyIf: question.onlyIf?.question ?? '',
    sameAs: row.sameAs ?? '',
    source,
    columns: source.columns,
    position: at + 1,
    all: form.items.length,
    previous: form.items[at - 1]?.row.id ?? '',
    next: form.items[at + 1]?.row.id ?? '',
    nextOpen: nextOpenAfter(form, at) ?? '',
    version: item.version,
    decision: decisionOf(item),
    decided: decidedView(item),
    ceiling: row.ceiling === null ? '' : LABELS.ceiling[row.ceiling],
    noCeiling: row.ceiling === null,
    certainty: LABELS.certainty[row.certainty],
    because: row.because,
    proposal: proposal ?? { answer: '', comment: '' },
    proposed: proposal !== null,
    couldSay: proposal === null ? (row.proposed ?? '') : '',
    ours: ownQuestion(item, findings),
    reasons: reasonsOf(item, findings),
    exhibits: row.exhibits.join(', '),
    earlier: earlierView(item),
    candidates: row.candidates.map((candidate, index) => ({
      control: candidate.control,
      title: candidate.title,
      chosen: index === 0 && row.certainty !== 'none',
      against: candidate.against.join('; '),
      score: String(Math.round(candidate.score * 100)),
    })),
    none: row.certainty === 'none',
    unsettled: row.certainty === 'unsure',
    pick: words.length > 0,
    words: wordOptions(words, answer),
    answer,
    wantsDate: takes?.kind === 'date',
    wantsNumber: takes?.kind === 'number',
    comment: typed.get('comment') ?? (entry?.state === 'edited' ? (entry.comment ?? '') : ''),
    hasComment: question.cells.comment !== null && (question.cells.answer !== null || question.cells.boxes.length > 0),
    reason: typed.get('reason') ?? override,
    against: (typed.get('reason') ?? override) !== '',
    by: typed.get('by') ?? entry?.by ?? likelyBy,
    owners: ownerOptions(findings, owner || row.owner),
    note: typed.get('note') ?? (entry?.state === 'assigned' ? (entry.note ?? '') : ''),
    assigned: entry?.state === 'assigned',
    hasEntry: entry !== null,
  };
}

export function nextOpenAfter({ items }: FormOnDesk, at: number): string | undefined {
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return order.find(isOpen)?.row.id;
}

function boxWords({ question }: Item): readonly string[] {
  return question.cells.boxes.map(({ says }) => LABELS.boxes[says]);
}

function wordOptions(words: readonly string[], answer: string): readonly object[] {
  return words.map((word) => ({ word, chosen: word === answer }));
}

function ownerOptions({ ownership }: Findings, owner: string): readonly object[] {
  const titles = [...new Set([...ownership.parties.map(({ title }) => title), owner])].filter((title) => title !== '');
  return titles.map((title) => ({ title, chosen: title === owner }));
}

/** What somebody decided, with what the evidence says against it. */
function decidedView({ entry, row }: Item): object {
  const { reviewed } = row;
  return {
    by: entry?.by ?? '',
    on: entry?.on ?? '',
    accepted: entry?.state === 'accepted',
    edited: entry?.state === 'edited' ? entry.answer : '',
    owner: entry?.state === 'assigned' ? entry.owner : '',
    refused: reviewed?.refused ?? '',
    contradiction: reviewed?.refused == null ? (reviewed?.contradiction ?? '') : '',
    override: reviewed?.override?.because ?? '',
    written: row.written,
  };
}

function earlierView({ row: { earlier } }: Item): object {
  return { said: earlier?.said ?? '', from: earlier?.from ?? '', contradiction: earlier?.contradiction ?? '' };
}

function ownQuestion({ row }: Item, { frameworks }: Findings): object {
  const found = frameworks.find(({ framework }) => framework.id === row.framework);
  const control = found?.framework.controls.find(({ id }) => id === row.control);
  return {
    id: control?.id ?? '',
    title: control?.title ?? '',
    asks: control?.summary ?? '',
    framework: found?.framework.shortTitle ?? '',
    frameworkId: row.framework ?? '',
    verdict: row.verdict ?? '',
    verdictText: row.verdict === null ? '' : LABELS.verdict[row.verdict],
  };
}

function reasonsOf({ row }: Item, { frameworks }: Findings): readonly object[] {
  const controls = frameworks.find(({ framework }) => framework.id === row.framework)?.controls ?? [];
  const assessment = controls.find(({ control }) => control === row.control);
  return (assessment?.reasons ?? []).filter(({ bears }) => bears !== 'as-context').map(reasonView);
}

/** One reason with its rows: what speaks against it first. */
export function reasonView(reason: Reason): object {
  const { text, outcome, shows, expected, places, placeCount, exceptions, exceptionCount } = reason;
  return {
    text,
    outcome,
    outcomeText: LABELS.outcomes[outcome],
    shows: LABELS.line[shows],
    expected,
    exceptions: rowsOf(exceptions),
    exceptionCount: exceptionCount > 0 ? LABELS.rows(Math.min(SHOWN_ROWS, exceptions.length), exceptionCount) : '',
    rows: rowsOf(places),
    rowCount: placeCount > 0 ? LABELS.rows(Math.min(SHOWN_ROWS, places.length), placeCount) : '',
  };
}

function rowsOf(basis: readonly Basis[]): readonly object[] {
  return basis.slice(0, SHOWN_ROWS).map(({ place, text }) => ({ place: placeText(place), text }));
}
