import { PHRASES } from '../kernel/messages/assessment.ts';
import type { ControlAssessment, Extent, PracticeAssessment, Reason, Verdict } from '../model/assessment.ts';
import type { Control, Edge } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Practice } from '../model/practice.ts';
import { answerFor } from './answer.ts';
import { approverOf, dispositionOf } from './disposition.ts';
import { itemOf } from './item.ts';
import { linesOf } from './lines.ts';
import { type FactsById, inForce, reasonsFor } from './practice.ts';
import { type Item, OUTCOME_OF, rollUp } from './roll-up.ts';

export interface ControlScope {
  readonly framework: string;
  readonly engagement: Engagement;
  readonly facts: FactsById;
  readonly practices: ReadonlyMap<string, Practice>;
  readonly assessed: ReadonlyMap<string, PracticeAssessment>;
}

/** A control's verdict rolls up from its practices, plus its own expectations. */
export function assessControl(control: Control, scope: ControlScope): ControlAssessment {
  const edges = control.practices.flatMap((edge) => {
    const practice = scope.assessed.get(edge.practice);
    return practice === undefined ? [] : [{ edge, practice }];
  });
  const own = reasonsFor(
    control.own,
    scope.facts,
    scope.engagement,
    scope.practices.get(edges[0]?.edge.practice ?? ''),
  );
  const applicable = edges.filter(({ practice }) => practice.verdict !== 'not-applicable');
  const items: readonly Item[] = [
    ...own.map(itemOf),
    ...applicable.map(({ edge, practice }) => edgeItem(edge, practice)),
    // What a control asks and nothing here measures: the rest of it cannot carry the whole.
    ...(control.notMeasured === undefined ? [] : [UNMEASURED]),
  ];
  const found = rollUp(items, items.length === applicable.length ? 'practices' : 'points asked');
  const reasons = [
    ...own,
    ...edges.flatMap(({ edge, practice }) => practice.reasons.map((reason) => bearing(reason, edge))),
  ];
  const { verdict, remark } = decided(control, found.verdict, own, edges, scope);
  const partial: Omit<ControlAssessment, 'answer'> = {
    framework: scope.framework,
    control: control.id,
    verdict,
    found: found.verdict,
    extent: found.extent,
    ...linesOf(reasons, found.verdict),
    practices: edges.map(({ edge }) => edge.practice),
    reasons,
    remark,
    disposition: dispositionOf(control, scope.engagement),
  };
  return { ...partial, answer: answerFor(control, partial, scope.engagement) };
}

const UNMEASURED: Item = { outcome: 'unknown', bears: 'partly' };

type BearingPractice = { readonly edge: Edge; readonly practice: PracticeAssessment };

function edgeItem(edge: Edge, practice: PracticeAssessment): Item {
  if (edge.bears !== 'directly') return partItem(edge, practice);
  // What was found counts, also beneath an accepted risk: acceptance changes what is said, not what is. Somebody's word for a whole practice
  // makes a statement of what rests on it directly; it fills no part beside what is shown, else leaving out a bad export would let it.
  const isWord = practice.verdict === 'inherited' || practice.verdict === 'attested-only';
  const lowered = !practice.reasons.some(({ bears, outcome }) => bears === 'directly' && outcome === 'partly');
  return { ...itemFrom(edge, isWord ? practice.verdict : practice.found, practice.extent), lowered };
}

/** The contrary of what bears in part on a control is not the contrary of the control: it counts as too little, whatever it is to the practice. */
function partItem(edge: Edge, practice: PracticeAssessment): Item {
  const { verdict, extent } = rollUp(
    practice.reasons.map((reason) => itemOf(tooLittle(reason))),
    'expectations',
  );
  return { ...itemFrom(edge, verdict, extent), mustBeShown: true };
}

function itemFrom({ bears }: Edge, verdict: Verdict, extent: Extent | null): Item {
  return { outcome: OUTCOME_OF[verdict], bears, ...(extent === null ? {} : { extent }) };
}

/** A reason bears on a control no more than its practice does. */
function bearing(reason: Reason, edge: Edge): Reason {
  if (edge.bears === 'directly') return reason;
  return tooLittle({ ...reason, bears: reason.bears === 'as-context' ? reason.bears : edge.bears });
}

function tooLittle(reason: Reason): Reason {
  const weighed = { ...reason, fallingShort: 'too-little' as const };
  return reason.outcome === 'refuted' ? { ...weighed, outcome: 'short', byItself: 'contrary' } : weighed;
}

interface Decided {
  readonly verdict: Verdict;
  readonly remark: string | null;
}

function decided(
  control: Control,
  found: Verdict,
  own: readonly Reason[],
  edges: readonly BearingPractice[],
  { engagement }: ControlScope,
): Decided {
  const excluded = engagement.applicability.find((entry) => entry.control === control.id);
  if (excluded)
    return {
      verdict: 'not-applicable',
      remark: PHRASES.remark.applies(excluded.because, approverOf(excluded.approvedBy, engagement)),
    };
  if (edges.length > 0 && own.length === 0 && edges.every(({ practice }) => practice.verdict === 'not-applicable')) {
    return { verdict: 'not-applicable', remark: edges[0]?.practice.remark ?? null };
  }
  if (edges.length === 0 && own.length === 0) return claimed(control, engagement);
  if (found === 'supported') return { verdict: found, remark: null };
  // A provider or an acceptance speaks for the practices; for what none of them covers nobody has spoken.
  if (control.notMeasured !== undefined) return { verdict: found, remark: remarksOf(edges) };
  return overlaid(found, own, edges) ?? { verdict: found, remark: remarksOf(edges) };
}

/** Risk acceptance or inheritance reaches a control only when nothing else stands in its way. */
function overlaid(found: Verdict, own: readonly Reason[], edges: readonly BearingPractice[]): Decided | undefined {
  const direct = edges.filter(
    ({ edge, practice }) => edge.bears === 'directly' && practice.verdict !== 'not-applicable',
  );
  const open = direct.filter(({ practice }) => practice.verdict !== 'supported');
  if (open.length === 0) return undefined;
  // A mark of the control's own on a fact of an open practice is about the same thing; whoever spoke for the practice spoke for it.
  const spokenFor = new Set(open.flatMap(({ practice }) => practice.reasons.map(({ fact }) => fact)));
  const isOpen = ({ fact, outcome, bears }: Reason) =>
    bears === 'directly' && outcome !== 'met' && !spokenFor.has(fact);
  if (own.some(isOpen)) return undefined;
  const covered = (verdicts: readonly Verdict[]): boolean =>
    open.every(({ practice }) => verdicts.includes(practice.verdict));
  if (covered(['inherited']) && found !== 'contradicted') return { verdict: 'inherited', remark: remarksOf(open) };
  if (covered(['inherited', 'accepted-risk'])) return { verdict: 'accepted-risk', remark: remarksOf(open) };
  return undefined;
}

function remarksOf(edges: readonly BearingPractice[]): string | null {
  const remarks = [...new Set(edges.flatMap(({ practice }) => (practice.remark === null ? [] : [practice.remark])))];
  return remarks.length === 0 ? null : remarks.join(' · ');
}

/** Where only people know, a named person's claim is a statement and nothing more. */
function claimed(control: Control, engagement: Engagement): Decided {
  const claim = engagement.claims.find(
    (entry) => entry.control === control.id && inForce(entry.on, undefined, engagement.asOf),
  );
  return claim === undefined ? { verdict: 'not-evidenced', remark: null } : { verdict: 'attested-only', remark: null };
}
