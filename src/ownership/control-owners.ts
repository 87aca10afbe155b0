import type { CivilDate } from '../kernel/civil-date.ts';
import type { Control, Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';
import type { ControlOwner, OwnershipIssue } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { hatsOverridden, inForce, type WornHats } from './hats.ts';
import { lintHats } from './lints.ts';
import { type Reign, settled } from './stretches.ts';

interface ControlRequest {
  readonly frameworks: readonly Framework[];
  readonly practices: readonly Practice[];
  readonly overrides: Engagement['ownership'];
  readonly on: CivilDate;
  readonly reign: Reign;
  readonly worn: ReadonlyMap<string, WornHats>;
}

/** Owners of every control on one day, and what an override by control id breaks that its practice had not broken already. */
export function controlOwners(request: ControlRequest): {
  readonly controls: readonly ControlOwner[];
  readonly issues: readonly OwnershipIssue[];
} {
  const controls: ControlOwner[] = [];
  const issues: OwnershipIssue[] = [];
  for (const framework of request.frameworks) {
    for (const control of framework.controls) {
      const found = primaryPractice(control, request);
      if (found === undefined) continue;
      const { practice, worn } = found;
      const override = request.overrides.find((entry) => entry.control === control.id && inForce(entry, request.on));
      const hats = override === undefined ? worn : hatsOverridden(worn, override, request.reign.ruling);
      const assignment = settled(practice, hats, request.reign);
      controls.push({ framework: framework.id, control: control.id, assignment });
      if (override !== undefined) issues.push(...brokenBy(control, practice, { worn, hats }, request.reign));
    }
  }
  return { controls, issues };
}

/** The governance domain's owners answer where only people know. */
function primaryPractice(
  control: Control,
  { practices, worn }: ControlRequest,
): { readonly practice: Practice; readonly worn: WornHats } | undefined {
  const edge = control.practices.find(({ bears }) => bears === 'directly') ?? control.practices[0];
  const practice =
    practices.find(({ id }) => id === edge?.practice) ??
    practices.find(({ duty }) => duty === 'governance') ??
    practices[0];
  const hats = practice === undefined ? undefined : worn.get(practice.id);
  return practice === undefined || hats === undefined ? undefined : { practice, worn: hats };
}

function brokenBy(
  control: Control,
  practice: Practice,
  { worn, hats }: { readonly worn: WornHats; readonly hats: WornHats },
  { roster }: Reign,
): readonly OwnershipIssue[] {
  const before = new Set(lintHats(practice, worn, roster).map(({ code, party }) => `${code} ${party ?? ''}`));
  return lintHats({ ...practice, title: `${control.id}, ${control.title}` }, hats, roster)
    .filter(({ code, party }) => !before.has(`${code} ${party ?? ''}`))
    .map((each) => ({ ...each, control: control.id }));
}
