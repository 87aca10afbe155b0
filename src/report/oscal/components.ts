import type { FrameworkFindings } from '../../model/findings.ts';
import type { Assignment, Party } from '../../model/ownership.ts';
import { metadataOf, roleOf } from './metadata.ts';
import { property, type Scope } from './scope.ts';
import type { ComponentDefinition, ImplementedRequirement } from './shape/controls.ts';
import { markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

type Component = ComponentDefinition['components'][number];
type Implementation = Component['control-implementations'][number];

/** What each party does for which control; nothing where nobody is responsible for any. */
export function componentDefinition(
  frameworks: readonly FrameworkFindings[],
  scope: Scope,
): ComponentDefinition | undefined {
  const { engagement, findings } = scope;
  const components = some(findings.ownership.parties.flatMap((party) => componentOf(party, frameworks, scope)));
  if (components === undefined) return undefined;
  return {
    uuid: scope.document('component-definition'),
    metadata: metadataOf(OSCAL_WORDS.titles.components(engagement.client.name), scope),
    components,
  };
}

function componentOf(party: Party, frameworks: readonly FrameworkFindings[], scope: Scope): readonly Component[] {
  const implementations = some(frameworks.flatMap((each) => implementationOf(party, each, scope)));
  if (implementations === undefined) return [];
  return [
    {
      uuid: scope.lasting('component', party.id),
      type: 'service',
      title: markup(OSCAL_WORDS.services(party.name ?? scope.lens.party(party.id), scope.engagement.client.name)),
      description: markup(OSCAL_WORDS.servicesMeaning(party.meaning)),
      'responsible-roles': roleOf('responsible', [party.id], scope),
      'control-implementations': implementations,
    },
  ];
}

function implementationOf(
  party: Party,
  { framework, controls }: FrameworkFindings,
  scope: Scope,
): readonly Implementation[] {
  const tokens = scope.tokens(framework);
  const owners = new Map(
    scope.findings.ownership.controls
      .filter((owner) => owner.framework === framework.id)
      .map(({ control, assignment }) => [control, assignment]),
  );
  const requirements = controls.flatMap(({ control, practices, verdict }): ImplementedRequirement[] => {
    const owner = owners.get(control);
    if (owner === undefined || !owner.responsible.includes(party.id)) return [];
    return [
      {
        uuid: scope.once('requirement', party.id, framework.id, control),
        'control-id': tokens.control(control) ?? control,
        description: markup(dutyOf(party, owner, practices, scope)),
        props: [...property('control', control), ...property('verdict', verdict)],
        'responsible-roles': hatsOf(owner, scope),
        remarks: markup(owner.because),
      },
    ];
  });
  const told = some(requirements);
  if (told === undefined) return [];
  return [
    {
      uuid: scope.once('implementation', party.id, framework.id),
      source: tokens.file,
      description: markup(OSCAL_WORDS.selection(framework.title, framework.version)),
      'implemented-requirements': told,
    },
  ];
}

function dutyOf({ id }: Party, { split, practice }: Assignment, practices: readonly string[], { lens }: Scope): string {
  const told = (practices.length === 0 ? [practice] : practices).map(lens.practiceTitle).join('; ');
  const part = split[id];
  return part === undefined ? OSCAL_WORDS.duty(told) : OSCAL_WORDS.dutyOf(part, told);
}

function hatsOf(owner: Assignment, scope: Scope): ImplementedRequirement['responsible-roles'] {
  return [
    ...roleOf('accountable', [owner.accountable], scope),
    ...roleOf('responsible', owner.responsible, scope),
    ...roleOf('evidence', [owner.evidence], scope),
    ...roleOf('approves', [owner.approves], scope),
    ...roleOf('after-hours', [owner.afterHours ?? ''], scope),
  ];
}
