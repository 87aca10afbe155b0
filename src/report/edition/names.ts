import type { Basis } from '../../model/fact.ts';
import type { Findings } from '../../model/findings.ts';
import { PHRASES, WITHHELD } from '../words.ts';

/** What stands for a person, a device or an account that a text has to name. */
export type Alias = (subject: string) => string;

/**
 * Every name that the findings know, and what stands for it: people by the title of the party they are, devices and accounts by a plain
 * remark. The client's and the preparing organisation's own names are who the package is for and from; they stay.
 */
export function namesToWithhold(
  findings: Findings,
  alias: Alias = () => WITHHELD.subject,
): ReadonlyMap<string, string> {
  const { engagement, ownership } = findings;
  const { client, prepared, brand } = engagement;
  const told = [client.name, client.legalEntity, prepared?.organisation, brand.organisation].filter(
    (name) => name !== undefined,
  );
  // Compared as they are taken out: without regard to case.
  const open = new Set(told.map((name) => name.toLowerCase()));
  // The longest name is found first: what stands for itself is not cut where a shorter name is a part of it.
  const names = new Map<string, string>(told.map((name) => [name, name]));
  const withhold = (name: string | undefined, by: string): void => {
    if (name !== undefined && !open.has(name.toLowerCase()) && !names.has(name))
      names.set(name, titleOfShort(name, findings) ?? by);
  };
  for (const subject of subjectsIn(findings)) {
    // A plain word may be an account ("admin") and is a word of every sentence, too; texts of rows are withheld whole.
    if (/[\s@.\d_-]/.test(subject)) withhold(subject, alias(subject));
  }
  for (const party of ownership.parties) {
    withhold(party.name, party.title);
    // Else the title would stand there twice.
    if (party.name !== undefined) withhold(PHRASES.named(party.name, party.title), party.title);
  }
  for (const [id, party] of Object.entries(engagement.parties)) {
    const title = ownership.parties.find((each) => each.id === id)?.title ?? party.title ?? WITHHELD.person;
    withhold(party.name, title);
    withhold(party.contact, title);
  }
  for (const name of namedPeople(findings)) if (!isParty(name, findings)) withhold(name, WITHHELD.person);
  return names;
}

/** `Cobalt Bay` in a register is the party that the engagement calls `Cobalt Bay Managed IT`, where it can be no other. */
function titleOfShort(name: string, { ownership }: Findings): string | undefined {
  const [party, ...others] = ownership.parties.filter((each) =>
    each.name?.toLowerCase().startsWith(`${name.toLowerCase()} `),
  );
  return others.length === 0 ? party?.title : undefined;
}

function namedPeople({ engagement, exhibits, ownership }: Findings): readonly (string | undefined)[] {
  return [
    engagement.prepared?.by,
    ...ownership.issues.flatMap(({ names = [] }) => names),
    ...Object.values(engagement.exhibits).map(({ by }) => by),
    ...exhibits.flatMap(({ produced, said, mapping }) => [produced.runBy, said?.produced.runBy, mapping?.by]),
    ...engagement.claims.flatMap(({ by, override }) => [by, override?.by]),
    ...(typeof engagement.previous === 'object' ? engagement.previous.answers.map(({ claimed }) => claimed?.by) : []),
    ...engagement.attestations.map(({ by }) => by),
    ...engagement.riskAcceptances.map(({ by }) => by),
    ...engagement.applicability.map(({ approvedBy }) => approvedBy),
    ...(engagement.redaction ?? []).map(({ by }) => by),
    ...engagement.addressable.map(({ approvedBy }) => approvedBy),
    engagement.profile?.tiers?.by,
  ];
}

/** Approvers may be told by the party's id, which is no name. */
function isParty(word: string | undefined, { ownership }: Findings): boolean {
  return ownership.parties.some(({ id }) => id === word);
}

/**
 * The people and devices that rows are about. A fact that answers with names (which products are in use) tells what it was asked for;
 * what is a subject there only is no person and no device.
 */
function subjectsIn(findings: Findings): ReadonlySet<string> {
  const naming = new Set(
    findings.facts.flatMap(({ id, fact }) => (fact.status === 'known' && fact.measure.kind === 'names' ? [id] : [])),
  );
  const ofFacts = findings.facts.map(({ id, fact }) => ({
    fact: id,
    rows: fact.status === 'known' ? [...fact.basis, ...fact.exceptions] : fact.basis,
  }));
  const reasons = [
    ...findings.practiceAssessments.flatMap((each) => each.reasons),
    ...findings.frameworks.flatMap(({ controls }) => controls.flatMap((each) => each.reasons)),
  ];
  const ofReasons = reasons.map(({ fact, places, exceptions }) => ({ fact, rows: [...places, ...exceptions] }));
  const all = [...ofFacts, ...ofReasons];
  const told = subjects(all.filter(({ fact }) => naming.has(fact)).flatMap(({ rows }) => rows));
  const found = subjects(all.filter(({ fact }) => !naming.has(fact)).flatMap(({ rows }) => rows));
  const repeated = [...findings.contradictions, ...findings.gaps].flatMap(({ places }) => places);
  return new Set([...found, ...subjects(repeated).filter((subject) => !told.includes(subject))]);
}

function subjects(rows: readonly Basis[]): readonly string[] {
  return rows.flatMap(({ subject }) => (subject === undefined ? [] : [subject]));
}
