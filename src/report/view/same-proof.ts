import type { ControlView, FrameworkView } from './shape/framework.ts';

/** A table of one row is told sooner than looked up. */
const WORTH_A_REFERENCE = 2;

/** Where a control rests on word for word the same proof as an earlier one, that is said instead of told again. Its own verdict and owner stay. */
export function toldOnce(frameworks: readonly FrameworkView[]): readonly FrameworkView[] {
  const first = new Map<string, ControlView>();
  const referring = (control: ControlView): ControlView => {
    if (control.reasons.length < WORTH_A_REFERENCE) return control;
    const key = proofOf(control);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, control);
      return control;
    }
    const excepted: ControlView['excepted'] = [];
    const aside = [control.silent, control.context, control.missing].some((each) => each.length > 0);
    return {
      ...control,
      excepted,
      aside,
      sameAs: { id: earlier.id, title: earlier.title, target: `#${earlier.anchor}` },
    };
  };
  return frameworks.map((framework) => ({
    ...framework,
    groups: framework.groups.map((group) => ({ ...group, controls: group.controls.map(referring) })),
  }));
}

/** The table and its exceptions; what is not known, is missing or stands as context is told under each control. */
function proofOf({ reasons }: ControlView): string {
  return JSON.stringify(reasons);
}
