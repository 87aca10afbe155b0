import type { FrameworkFindings } from '../../model/findings.ts';
import { findingOf } from './findings.ts';
import { assetsOf, metadataOf } from './metadata.ts';
import type { Related } from './related.ts';
import type { ExhibitResources } from './resources.ts';
import { reviewedControls } from './reviewed.ts';
import { FILES, property, type Scope } from './scope.ts';
import type { AssessmentResults, Observation, Risk } from './shape/assessment.ts';
import { markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** What every document draws on, made once. */
export interface Material {
  /** Those that have controls. */
  readonly frameworks: readonly FrameworkFindings[];
  readonly exhibits: ExhibitResources;
  readonly observations: readonly Observation[];
  readonly risks: readonly Risk[];
  readonly related: Related;
}

export function assessmentResults(material: Material, scope: Scope): AssessmentResults {
  const { frameworks, exhibits, observations, risks, related } = material;
  const { engagement, moments } = scope;
  const resources = some([...exhibits.values()].map(({ resource }) => resource));
  return {
    uuid: scope.document('assessment-results'),
    metadata: metadataOf(OSCAL_WORDS.titles.results(engagement.client.name), scope, [OSCAL_WORDS.states]),
    'import-ap': { href: FILES.plan },
    results: [
      {
        uuid: scope.once('result'),
        title: markup(OSCAL_WORDS.titles.results(engagement.client.name)),
        description: markup(frameworks.map(headlineOf).join(' ')),
        start: moments.surelyStart(engagement.period.from),
        end: moments.surelyEnd(engagement.asOf),
        props: property('operating-model', scope.findings.ownership.model),
        'local-definitions': { 'assessment-assets': assetsOf(scope) },
        'reviewed-controls': reviewedControls(frameworks, scope),
        observations: some(observations),
        // What is to be done about them is the plan of action's.
        risks: some(risks.map(({ remediations: _, ...risk }) => risk)),
        findings: frameworks.flatMap(({ framework, controls }) =>
          controls.map((assessed) => findingOf(assessed, framework, related, scope)),
        ),
      },
    ],
    'back-matter': resources === undefined ? undefined : { resources },
  };
}

function headlineOf({ framework, headline }: FrameworkFindings): string {
  const { supported, assessed, applicable } = headline;
  return OSCAL_WORDS.result(supported, assessed, applicable, framework.title);
}
