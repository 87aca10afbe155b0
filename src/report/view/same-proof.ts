import type { ReasonView } from './shape/common.ts';
import type { ControlView, FrameworkView } from './shape/framework.ts';

/** A table of one row, or two exceptions, are told sooner than looked up. */
const ROWS_WORTH_A_REFERENCE = 2;
const EXCEPTIONS_WORTH_A_REFERENCE = 3;

/**
 * What two controls share is told under the first of them, and the second leads there: a table of reasons that is word for word the same, and a long list of
 * exceptions. Verdict and owner, and what is not known or missing, are told under each.
 */
export function toldOnce(frameworks: readonly FrameworkView[]): readonly FrameworkView[] {
  const tables = new Map<string, ControlView>();
  const lists = new Map<string, ControlView>();
  const referring = (control: ControlView): ControlView => {
    const earlier = firstWith(tables, proofOf(control), control);
    const worth = control.reasons.length >= ROWS_WORTH_A_REFERENCE;
    if (worth && earlier !== control) return leadingTo(earlier, control);
    return { ...control, excepted: control.excepted.map((reason) => exceptedOnce(reason, lists, control)) };
  };
  return frameworks.map((framework) => ({
    ...framework,
    groups: framework.groups.map((group) => ({ ...group, controls: group.controls.map(referring) })),
  }));
}

function leadingTo(earlier: ControlView, control: ControlView): ControlView {
  const { id, title, anchor } = earlier;
  const aside = [control.silent, control.context, control.missing].some((each) => each.length > 0);
  return { ...control, excepted: [], weighed: '', aside, sameAs: { id, title, target: `#${anchor}` } };
}

function exceptedOnce(reason: ReasonView, lists: Map<string, ControlView>, control: ControlView): ReasonView {
  const { exceptions } = reason;
  if (exceptions.first.length === 0 || exceptions.count < EXCEPTIONS_WORTH_A_REFERENCE) return reason;
  const { id, anchor } = firstWith(lists, JSON.stringify(exceptions), control);
  return id === control.id && anchor === control.anchor
    ? reason
    : { ...reason, exceptions: { ...exceptions, under: { id, target: `#${anchor}` } } };
}

function firstWith(known: Map<string, ControlView>, key: string, control: ControlView): ControlView {
  const first = known.get(key) ?? control;
  known.set(key, first);
  return first;
}

/** The table and its exceptions. */
function proofOf({ reasons }: ControlView): string {
  return JSON.stringify(reasons);
}
