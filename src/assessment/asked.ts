import type { ControlAssessment } from '../model/assessment.ts';
import type { Framework } from '../model/control.ts';

/** The practices that decide the verdict of some control that applies; what does not apply asks nobody for anything. */
export function practicesAsked({
  frameworks,
  controls,
}: {
  readonly frameworks: readonly Framework[];
  readonly controls: readonly ControlAssessment[];
}): ReadonlySet<string> {
  const aside = new Set(
    controls.flatMap(({ framework, control, verdict }) =>
      verdict === 'not-applicable' ? [`${framework}|${control}`] : [],
    ),
  );
  const edges = frameworks.flatMap(({ id, controls: all }) =>
    all.flatMap((control) => (aside.has(`${id}|${control.id}`) ? [] : control.practices)),
  );
  return new Set(edges.flatMap(({ practice, bears }) => (bears === 'as-context' ? [] : [practice])));
}
