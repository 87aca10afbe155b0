import { byCodeUnit } from '../../kernel/order.ts';
import { isDated, type Observed } from '../../model/observed.ts';
import type { RecordHead, RecordKind, RecordOf } from '../../model/record.ts';
import type { DeviceRole } from '../../model/records/index.ts';
import type { Fold, Scope } from '../define-fact.ts';
import { type Ballot, cast, type Decision, decide, mayDecide, merge, type Side } from './ballot.ts';
import { joinDrafts, startDateless } from './dateless.ts';
import { type Drafts, entriesOf, entryFor } from './drafts.ts';
import { KEY_OF, type SubjectKind } from './names.ts';
import { keeper, type Row, rowOf } from './row.ts';
import { bestDay, isLater } from './time.ts';

/** Whom or what a record speaks of. */
export interface Named {
  readonly name: string;
  /** Further names, addresses or serial numbers of the same subject. */
  readonly more?: readonly (string | undefined)[];
  /** What the subject is judged in: a directory, a product, a check. Each is decided for itself. */
  readonly per?: string | undefined;
  readonly role?: DeviceRole | undefined;
}

export interface Judgement {
  readonly side: Side;
  /** Fit to print: `LFD-WS07: agent in detect mode`. */
  readonly text: string;
  /** The date that matters, where it is not the record's own. */
  readonly when?: Observed | undefined;
  readonly amount?: number | undefined;
  readonly eligible?: boolean | undefined;
  readonly ofAll?: true | undefined;
}

export const supports = (text: string, more: Partial<Judgement> = {}): Judgement => ({
  side: 'supports',
  text,
  ...more,
});
export const refutes = (text: string, more: Partial<Judgement> = {}): Judgement => ({ side: 'refutes', text, ...more });
export const undecided = (text: string, more: Partial<Judgement> = {}): Judgement => ({
  side: 'undecided',
  text,
  ...more,
});

/** How a fact reads its records. A record without a subject or a judgement is not about the question. */
export interface Ask<R> {
  readonly subject: (record: R, scope: Scope) => Named | undefined;
  readonly judge: (record: R, scope: Scope) => Judgement | undefined;
  /**
   * `state` counts whenever it was seen up to the as-of date; a `happening` from the period's first day to the as-of date. Rows without
   * any date count only where nothing that is dated decides anything: a list of an unknown day must not change what dated ones show.
   * Many exports date only what was done (completed on, reviewed on, last seen): there a row without a date is no older than its
   * neighbours, and what it holds against somebody counts as theirs does.
   */
  readonly span?: 'state' | 'happening';
}

export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly more: readonly string[];
  readonly per: string;
  readonly role: DeviceRole | undefined;
  readonly ballot: Ballot;
  /** From rows that tell no day, not even that of their export. What speaks against somebody beside dated rows of its export is none. */
  readonly isDateless: boolean;
}

export interface Subjects {
  /** What counts: dated rows before undated ones. */
  readonly entries: readonly Entry[];
  /** The same without that choice, for an answer to which not every subject matters. */
  readonly all: readonly Entry[];
  /** Rows that tell no day: those that can count where nothing has one, and happenings, which never can. */
  readonly dateless: number;
  readonly undatedHappenings: number;
  /** Rows about the question that cannot count: dated after the as-of date, before the period, or happenings without a date. */
  readonly later: number;
  readonly before: number;
  readonly undated: number;
  readonly unusable: readonly Row[];
}

/** Decides one question for each subject while records stream past; memory grows with subjects, not with records. */
export function subjectFold<K extends RecordKind>(
  ask: Ask<RecordOf<K>>,
  kind: SubjectKind,
  scope: Scope,
): Fold<RecordOf<K>, Subjects> {
  const entries: Drafts = new Map();
  const dateless = startDateless();
  const unusable = keeper();
  const counts = { later: 0, before: 0, undated: 0 };
  return {
    add(record) {
      const named = ask.subject(record, scope);
      const judgement = named && ask.judge(record, scope);
      if (!named || !judgement) return;
      const key = KEY_OF[kind](named.name);
      const { side, when: observed = record.observed } = judgement;
      const why = unusableBecause(observed, side, ask.span ?? 'state', scope);
      if (why) {
        counts[why] += 1;
        unusable.add(rowFor(record, judgement, key));
        return;
      }
      const hasDate = isDated(observed) || isDated(record.observed);
      if (hasDate) dateless.isDated(record.from.path);
      const drafts = hasDate ? entries : dateless.draftsFor(record.from.path, side);
      const entry = entryFor(drafts, named, { key, isDateless: !hasDate });
      if (!mayDecide(entry.ballot, side, { observed, strength: record.strength }, scope.zone)) return;
      cast(entry.ballot, { side, row: rowFor(record, judgement, key) }, scope.zone);
    },
    result: () => {
      const untold = dateless.result();
      for (const drafts of untold.besideDated) joinDrafts(entries, drafts, { isDateless: false, zone: scope.zone });
      const alone: Drafts = new Map();
      for (const drafts of untold.alone) joinDrafts(alone, drafts, { isDateless: true, zone: scope.zone });
      const read = {
        all: [...entriesOf(entries), ...entriesOf(alone)],
        dateless: untold.rows,
        later: counts.later,
        before: counts.before,
        undatedHappenings: counts.undated,
        unusable: unusable.rows(),
      };
      return { ...read, ...datedFirst(read, read.all) };
    },
  };
}

/** Of the entries that matter to an answer: without those of no date, unless no dated one decides anything. */
export function datedFirst(
  read: Pick<Subjects, 'dateless' | 'undatedHappenings'>,
  relevant: readonly Entry[],
): Pick<Subjects, 'entries' | 'undated'> {
  if (read.dateless === 0 || !relevant.some(decidesOnADay)) {
    return { entries: relevant, undated: read.undatedHappenings };
  }
  return { entries: relevant.filter(({ isDateless }) => !isDateless), undated: read.undatedHappenings + read.dateless };
}

/** The same for an answer that rests on several questions: what is dated of one silences what is undated of the others. */
export function datedFirstOf(...parts: readonly Subjects[]): readonly Subjects[] {
  if (!parts.some(({ all }) => all.some(decidesOnADay))) return parts;
  return parts.map((part) => ({
    ...part,
    entries: part.all.filter(({ isDateless }) => !isDateless),
    undated: part.undatedHappenings + part.dateless,
  }));
}

function decidesOnADay({ ballot, isDateless }: Entry): boolean {
  const row = ballot.supports ?? ballot.weaklySupports ?? ballot.refutes ?? ballot.weaklyRefutes;
  return !isDateless && row !== undefined;
}

/**
 * How a subject is decided that is judged in several respects (directories, products, patches). `all`: one refutation decides, doubt
 * does not count; `every`: doubt in one respect leaves the whole in doubt; `any`: one support decides.
 */
export type Across = 'all' | 'every' | 'any';

const ORDER: Readonly<Record<Across, readonly Side[]>> = {
  all: ['refutes', 'supports', 'undecided'],
  every: ['refutes', 'undecided', 'supports'],
  any: ['supports', 'refutes', 'undecided'],
};

/** One decision a subject, over everything it is judged in. */
export function decideSubject(
  entries: readonly Entry[],
  { rule, across, zone }: { rule: 'newest' | 'ever'; across: Across; zone: string },
): Decision | undefined {
  const [only, ...others] = entries;
  // Nearly always; and there may be millions.
  if (only && others.length === 0) return decide(only.ballot, rule, zone);
  const byScope = new Map<string, Ballot[]>();
  for (const entry of entries) byScope.set(entry.per, [...(byScope.get(entry.per) ?? []), entry.ballot]);
  const decisions = [...byScope.values()].flatMap((ballots) => decide(merge(ballots, zone), rule, zone) ?? []);
  for (const side of ORDER[across]) {
    const rows = decisions.filter((decision) => decision.side === side);
    if (rows.length > 0) return decide(merge(rows.map(asBallot), zone), 'newest', zone);
  }
  return undefined;

  function asBallot(decision: Decision): Ballot {
    const ballot: Ballot = {};
    cast(ballot, decision, zone);
    return ballot;
  }
}

/** Entries of one subject together, in the order of their keys. */
export function bySubject(entries: Iterable<Entry>): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => byCodeUnit(a.per, b.per));
  return groups;
}

function rowFor(record: RecordHead, judgement: Judgement, key: string): Row {
  return rowOf(record, judgement.text, {
    subject: key,
    ...(judgement.when === undefined ? {} : { observed: judgement.when }),
    ...(judgement.amount === undefined ? {} : { amount: judgement.amount }),
    ...(judgement.eligible === undefined ? {} : { eligible: judgement.eligible }),
    ...(judgement.ofAll === undefined ? {} : { ofAll: judgement.ofAll }),
  });
}

function unusableBecause(
  observed: Observed,
  side: Side,
  span: 'state' | 'happening',
  scope: Scope,
): 'later' | 'before' | 'undated' | undefined {
  if (isLater(observed, scope)) return 'later';
  if (span === 'state') return undefined;
  // A happening without a date can speak against somebody, never for him.
  if (!isDated(observed)) return side === 'refutes' ? undefined : 'undated';
  return bestDay(observed, scope) < scope.period.from ? 'before' : undefined;
}
