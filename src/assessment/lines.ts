import type { Reason, Verdict } from '../model/assessment.ts';
import { decidingReasons } from '../model/deciding.ts';
import { itemOf } from './item.ts';
import { type Item, rollUp } from './roll-up.ts';

type Line = Reason['shows'];
type Lines = Readonly<Record<Line, Verdict | null>>;

/**
 * Design and operation are two lines: a policy never shows that it is followed, a log never that there is a policy. Where both look better
 * than the verdict that stands beside them, the one that it was made on is told as the verdict is: nobody may read a part as the whole.
 */
export function linesOf(reasons: readonly Reason[], found: Verdict): Lines {
  const lines = { design: lineOf('design', reasons), operation: lineOf('operation', reasons) };
  const told = Object.values(lines).filter((verdict) => verdict !== null);
  if (told.length === 0 || told.some((verdict) => LOOKS[verdict] <= LOOKS[found])) return lines;
  const [first] = decidingReasons(reasons, found);
  const made = first !== undefined && lines[first.shows] !== null ? first.shows : undefined;
  return { ...lines, [made ?? (lines.operation === null ? 'design' : 'operation')]: found };
}

/**
 * Within its line each expectation stands for itself, so that a line made of partial ones is no worse for it. Beside one that bears directly the
 * contrary of a part is too little, as it is for the verdict.
 */
function lineOf(shows: Line, reasons: readonly Reason[]): Verdict | null {
  const bearing = reasons.filter((reason) => reason.shows === shows && reason.bears !== 'as-context').map(itemOf);
  if (bearing.length === 0) return null;
  const isDirect = bearing.some(({ bears }) => bears === 'directly');
  const items = bearing.map((item): Item => {
    const isTooLittle = isDirect && item.bears === 'partly' && item.outcome === 'refuted';
    return { ...item, bears: 'directly', outcome: isTooLittle ? 'short' : item.outcome };
  });
  return rollUp(items, 'expectations').verdict;
}

/** How good a verdict looks to somebody who reads it alone; what people decided is no verdict of a line. */
const LOOKS = {
  contradicted: 0,
  'not-evidenced': 1,
  stale: 2,
  'attested-only': 3,
  'partly-supported': 4,
  supported: 5,
  inherited: 5,
  'accepted-risk': 5,
  'not-applicable': 5,
} as const satisfies Record<Verdict, number>;
