import type { Instant } from '../../kernel/zone.ts';
import { isDated, type Observed } from '../../model/observed.ts';
import type { Strength } from '../../model/record.ts';
import { isStrong } from './known.ts';
import { byPlace, type Row } from './row.ts';
import { spanOf } from './time.ts';

export type Side = 'supports' | 'refutes' | 'undecided';

/** What was said of one subject, however often: of each side only the row that can still decide. */
export interface Ballot {
  supports?: Row;
  weaklySupports?: Row;
  refutes?: Row;
  weaklyRefutes?: Row;
  undecided?: Row;
}

export interface Decision {
  readonly side: Side;
  readonly row: Row;
}

/** Whether a row could displace what is held: most of a log cannot, and need not be made into rows. */
export function mayDecide(
  ballot: Ballot,
  side: Side,
  { observed, strength }: Pick<Row, 'observed' | 'strength'>,
  zone: string,
): boolean {
  const held = ballot[slotOf(side, strength)];
  if (held === undefined) return true;
  const end = side === 'refutes' ? 1 : 0;
  return !(moment(observed, zone, end) < moment(held.observed, zone, end));
}

export function cast(ballot: Ballot, { side, row }: Decision, zone: string): void {
  const slot = slotOf(side, row.strength);
  const held = ballot[slot];
  if (held === undefined || displaces(row, held, { zone, end: side === 'refutes' ? 1 : 0 })) ballot[slot] = row;
}

/** Joins what was said of one subject under several names. */
export function merge(ballots: Iterable<Ballot>, zone: string): Ballot {
  const joined: Ballot = {};
  for (const ballot of ballots) for (const decision of said(ballot)) cast(joined, decision, zone);
  return joined;
}

/**
 * `newest` for states: the newest dated row wins; on the same instant, on the same day when only a day is told, and between undated
 * rows the refuting one does; an undated row never beats a dated one. A statement or an intent does not outweigh a machine's refutation.
 * `ever` for happenings: once is enough.
 */
export function decide(ballot: Ballot, rule: 'newest' | 'ever', zone: string): Decision | undefined {
  const support = preferred(ballot.supports, ballot.weaklySupports);
  const refutation = newer(ballot.refutes, ballot.weaklyRefutes, zone);
  if (support && (rule === 'ever' || !refutation)) return { side: 'supports', row: support };
  if (refutation) {
    const rivals = ballot.refutes ? [ballot.supports] : [ballot.supports, ballot.weaklySupports];
    const rival = rivals.find((row) => row !== undefined && outdates(row, refutation, zone));
    return rival ? { side: 'supports', row: rival } : { side: 'refutes', row: refutation };
  }
  return ballot.undecided ? { side: 'undecided', row: ballot.undecided } : undefined;
}

function slotOf(side: Side, strength: Strength): keyof Ballot {
  if (side === 'undecided') return 'undecided';
  if (side === 'supports') return isStrong(strength) ? 'supports' : 'weaklySupports';
  return isStrong(strength) ? 'refutes' : 'weaklyRefutes';
}

function said(ballot: Ballot): Decision[] {
  const rows: [Side, Row | undefined][] = [
    ['supports', ballot.supports],
    ['supports', ballot.weaklySupports],
    ['refutes', ballot.refutes],
    ['refutes', ballot.weaklyRefutes],
    ['undecided', ballot.undecided],
  ];
  return rows.flatMap(([side, row]) => (row ? [{ side, row }] : []));
}

/** A machine's row before a statement, unless only the statement says when. */
function preferred(strong: Row | undefined, weak: Row | undefined): Row | undefined {
  if (strong && weak && !isDated(strong.observed) && isDated(weak.observed)) return weak;
  return strong ?? weak;
}

function newer(a: Row | undefined, b: Row | undefined, zone: string): Row | undefined {
  if (!a || !b) return a ?? b;
  return displaces(b, a, { zone, end: 1 }) ? b : a;
}

function displaces(row: Row, held: Row, { zone, end }: { zone: string; end: 0 | 1 }): boolean {
  const difference = moment(row.observed, zone, end) - moment(held.observed, zone, end);
  if (difference !== 0 && !Number.isNaN(difference)) return difference > 0;
  // Of rows of one instant the one that still tells more precisely stays; then the first by place.
  return byPlace(row, held) < 0;
}

function outdates(support: Row, refutation: Row, zone: string): boolean {
  if (!isDated(support.observed)) return false;
  return moment(support.observed, zone, 0) > moment(refutation.observed, zone, 1);
}

function moment(observed: Observed, zone: string, end: 0 | 1): Instant {
  if (!isDated(observed)) return Number.NEGATIVE_INFINITY;
  return observed.precision === 'day' ? spanOf(observed, zone)[end] : observed.instant;
}
