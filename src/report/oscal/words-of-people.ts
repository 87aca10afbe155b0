import type { Engagement } from '../../model/engagement.ts';
import { evidenceIn } from './observations.ts';
import type { ExhibitResources } from './resources.ts';
import { property, type Scope } from './scope.ts';
import type { Observation, Origin } from './shape/assessment.ts';
import { markup } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** What a person stated or named about a practice, as an observation. */
export interface PersonObservation {
  readonly practice: string;
  readonly observation: Observation;
}

/** Attestations and inheritances that were made by the as-of date; those that ran out say so by their expiry. */
export function observationsOfPeople(exhibits: ExhibitResources, scope: Scope): readonly PersonObservation[] {
  const { attestations, inherited, asOf } = scope.engagement;
  return [
    ...attestations.flatMap((each, index) =>
      each.on > asOf ? [] : [{ practice: each.practice, observation: attested(each, index, scope) }],
    ),
    ...inherited.flatMap((each, index) =>
      each.on > asOf ? [] : [{ practice: each.practice, observation: provided(each, index, exhibits, scope) }],
    ),
  ];
}

function attested(entry: Engagement['attestations'][number], index: number, scope: Scope): Observation {
  const { practice, statement, by, on, expires } = entry;
  return {
    uuid: scope.once('observation', 'attestation', practice, String(index)),
    title: markup(OSCAL_WORDS.statement(scope.lens.practiceTitle(practice))),
    description: markup(OSCAL_WORDS.stated(statement, by, on, expires)),
    props: property('practice', practice),
    methods: ['INTERVIEW'],
    origins: [originOf(by, scope)],
    collected: scope.moments.surelyStart(on),
    expires: scope.moments.end(expires),
  };
}

function provided(
  entry: Engagement['inherited'][number],
  index: number,
  exhibits: ExhibitResources,
  scope: Scope,
): Observation {
  const { practice, provider, proof, on, expires } = entry;
  const there = exhibits.has(proof);
  return {
    uuid: scope.once('observation', 'inherited', practice, String(index)),
    title: markup(OSCAL_WORDS.provided(scope.lens.practiceTitle(practice))),
    description: markup(OSCAL_WORDS.providedBy(provider, proof, on)),
    props: property('practice', practice),
    // A proof that nobody can open is a statement.
    methods: [there ? 'EXAMINE' : 'INTERVIEW'],
    origins: [scope.tool],
    'relevant-evidence': there ? [evidenceIn(proof, scope.lens.exhibitNumber(proof), exhibits)] : undefined,
    collected: scope.moments.surelyStart(on),
    expires: expires === undefined ? undefined : scope.moments.end(expires),
    remarks: there ? undefined : OSCAL_WORDS.proofMissing,
  };
}

/** The party of that name, if there is one; else what the tool was told. */
function originOf(by: string, { findings, partyUuid, tool }: Scope): Origin {
  const party = findings.ownership.parties.find((each) => each.id === by || each.name === by || each.contact === by);
  const uuid = party === undefined ? undefined : partyUuid(party.id);
  return uuid === undefined ? tool : { actors: [{ type: 'party', 'actor-uuid': uuid }] };
}
