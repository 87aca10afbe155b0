import type { Gap } from '../../model/assessment.ts';
import { assetsOf, metadataOf } from './metadata.ts';
import type { Material } from './results.ts';
import { gapProperties } from './risks.ts';
import type { Scope } from './scope.ts';
import type { Evidence, Observation, Poam } from './shape/assessment.ts';
import { markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** RFC 4122 as the kind of the system's identifier. */
const IDENTIFIER_TYPE = 'http://ietf.org/rfc/rfc4122';

/** The gap register. It can be read alone: what its risks rest on is in it. */
export function poam({ observations, risks, related, exhibits }: Material, scope: Scope): Poam {
  const { findings, engagement, lasting, tool } = scope;
  const shown = observationsOf(findings.gaps, observations, related);
  const cited = new Set(shown.flatMap(resourcesOf));
  const resources = some(
    [...exhibits.values()].map(({ resource }) => resource).filter(({ uuid }) => cited.has(`#${uuid}`)),
  );
  return {
    uuid: scope.document('plan-of-action-and-milestones'),
    metadata: metadataOf(OSCAL_WORDS.titles.poam(engagement.client.name), scope),
    'system-id': { 'identifier-type': IDENTIFIER_TYPE, id: lasting('system') },
    'local-definitions': { 'assessment-assets': assetsOf(scope) },
    observations: some(shown),
    risks,
    'poam-items': findings.gaps.map((gap) => ({
      uuid: lasting('poam-item', gap.practice),
      title: markup(scope.lens.practiceTitle(gap.practice)),
      description: markup(gap.weakness),
      props: gapProperties(gap),
      origins: [tool],
      'related-observations': some(related.ofPractice(gap.practice).map((uuid) => ({ 'observation-uuid': uuid }))),
      'related-risks': [{ 'risk-uuid': lasting('risk', gap.practice) }],
      remarks: markup(OSCAL_WORDS.closure(gap.closureEvidence)),
    })),
    'back-matter': resources === undefined ? undefined : { resources },
  };
}

function observationsOf(
  gaps: readonly Gap[],
  observations: readonly Observation[],
  related: Material['related'],
): readonly Observation[] {
  const wanted = new Set(gaps.flatMap(({ practice }) => related.ofPractice(practice)));
  return observations.filter(({ uuid }) => wanted.has(uuid));
}

function resourcesOf({ 'relevant-evidence': evidence = [] }: Observation): readonly string[] {
  return evidence.flatMap(({ links = [] }: Evidence) => links.map(({ href }) => href));
}
