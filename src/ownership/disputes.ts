import { type CivilDate, civilDate, daysBetween } from '../kernel/civil-date.ts';
import { placeText } from '../kernel/place.ts';
import type { Engagement } from '../model/engagement.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { Basis, NamedFact } from '../model/fact.ts';
import { type Ownership, type OwnershipIssue, ownerOf, type Party } from '../model/ownership.ts';
import type { Practice } from '../model/practice.ts';
import { issue } from './issue.ts';
import { isMeant } from './named-owners.ts';

export interface DisputeScene {
  readonly engagement: Engagement;
  readonly practices: readonly Practice[];
  readonly facts: readonly NamedFact[];
  readonly exhibits: readonly ExhibitReport[];
}

interface Dispute {
  readonly yes: Basis;
  readonly no: Basis;
  readonly parties: readonly [Party, Party];
}

/**
 * Where the export of one party shows a thing and that of another denies it: both, who decides, and since when. Whose a file is, a person
 * says in the engagement or the file itself; a file of nobody takes no side.
 */
export function lintDisputes(ownership: Ownership, scene: DisputeScene): readonly OwnershipIssue[] {
  return scene.practices.flatMap((practice) =>
    practice.expects
      .filter(({ bears }) => bears !== 'as-context')
      .flatMap(({ fact: id }) => {
        const named = scene.facts.find((each) => each.id === id);
        const dispute = named === undefined ? undefined : disputeIn(named, ownership, scene);
        return named === undefined || dispute === undefined
          ? []
          : [told(dispute, { practice, named, ownership, scene })];
      }),
  );
}

/** A yes-or-no is disputed by any two rows that differ; a share or a count only by two rows on the same subject. */
function disputeIn({ fact }: NamedFact, ownership: Ownership, scene: DisputeScene): Dispute | undefined {
  if (fact.status !== 'known') return undefined;
  const { measure } = fact;
  if (measure.kind === 'holds' && !measure.holds) return undefined;
  for (const no of fact.exceptions) {
    for (const yes of fact.basis) {
      const same = measure.kind === 'holds' || (yes.subject !== undefined && yes.subject === no.subject);
      if (!same || yes.place.path === no.place.path) continue;
      const one = producerOf(yes.place.path, ownership, scene);
      const other = producerOf(no.place.path, ownership, scene);
      if (one !== undefined && other !== undefined && one.id !== other.id) return { yes, no, parties: [one, other] };
    }
  }
  return undefined;
}

function producerOf(path: string, { parties }: Ownership, { engagement, exhibits }: DisputeScene): Party | undefined {
  const report = exhibits.find((each) => each.path === path);
  const name = engagement.exhibits[path]?.by ?? report?.said?.by ?? report?.produced.runBy;
  return name === undefined ? undefined : parties.find((party) => isMeant(name, party));
}

function told(
  { yes, no, parties: [one, other] }: Dispute,
  of: {
    readonly practice: Practice;
    readonly named: NamedFact;
    readonly ownership: Ownership;
    readonly scene: DisputeScene;
  },
): OwnershipIssue {
  const { practice, named, ownership, scene } = of;
  const called = ({ name, title }: Party) => (name === undefined ? title : `${name} (${title})`);
  const decider = ownership.parties.find(({ id }) => id === ownerOf(ownership, practice.id)?.escalation.at(-1));
  const days = [yes, no].map(({ place }) => dayOf(place.path, scene)).filter((day) => day !== undefined);
  // They disagree since the later of the two spoke.
  const since = days.length === 2 ? days.sort().at(-1) : undefined;
  const { asOf } = scene.engagement;
  // Places and no words of rows: an edition that tells no rows must be able to tell this.
  const args = {
    practice: practice.title,
    question: named.question,
    yes: `${called(one)} in ${placeText(yes.place)}`,
    no: `${called(other)} in ${placeText(no.place)}`,
    decider: decider === undefined ? undefined : called(decider),
    since,
    days: since === undefined || since > asOf ? undefined : daysBetween(since, asOf),
  };
  return issue('evidence-disputed', args, { practice: practice.id, place: no.place });
}

/** The day that a file speaks of last. */
function dayOf(path: string, { engagement, exhibits }: DisputeScene): CivilDate | undefined {
  const report = exhibits.find((each) => each.path === path);
  const ran = report?.produced.ranAt?.slice(0, 10);
  return (
    engagement.exhibits[path]?.observedOn ?? (ran === undefined ? undefined : civilDate(ran)) ?? report?.covers?.to
  );
}
