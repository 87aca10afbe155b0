import type { CivilDate } from '../kernel/civil-date.ts';
import { byCodeUnit } from '../kernel/order.ts';
import { dayIn } from '../kernel/zone.ts';
import { ENGAGEMENT_FILE, type Engagement } from '../model/engagement.ts';
import { isDated, type Observed } from '../model/observed.ts';
import type { Practice } from '../model/practice.ts';
import type { EvidenceRecord, RecordOf } from '../model/record.ts';
import type { Topic } from '../model/topic.ts';
import type { NamedOwner } from './named-owners.ts';
import { nameKey } from './names.ts';
import type { PeopleKnown } from './people.ts';

export interface WitnessScope {
  readonly engagement: Engagement;
  readonly practices: readonly Practice[];
  /** What kind of document a fact asks for, if it asks for one. */
  readonly topicOf: (fact: string) => Topic | undefined;
}

/** What the exhibits say of the people who wear hats and of the owners that documents and tickets name. */
export interface Witness {
  see(record: EvidenceRecord): void;
  finish(): { readonly people: PeopleKnown; readonly named: readonly NamedOwner[] };
}

/** Records stream past once; only what concerns a person of the roster, and one entry for each name a document or ticket tells, is kept. */
export function startWitness(scope: WitnessScope): Witness {
  const people = startPeople(scope);
  const named = startNames(scope);
  return {
    see(record) {
      if (record.kind === 'user-account') people.see(record);
      else named.see(record);
    },
    finish: () => ({ people: people.finish(), named: [...named.finish(), ...plannedBy(scope)] }),
  };
}

type Leaver = PeopleKnown['left'][number];

function startPeople({ engagement }: WitnessScope) {
  const { asOf, client, parties } = engagement;
  const roster = new Set(
    Object.values(parties)
      .flatMap(({ name, contact }) => [name, contact])
      .flatMap((name) => (name === undefined ? [] : [nameKey(name)])),
  );
  const here = new Set<string>();
  const left = new Map<string, Leaver>();
  const disabled = new Map<string, Leaver>();
  return {
    see({ displayName, user, enabled, left: leaving, directory, from }: RecordOf<'user-account'>): void {
      const name = displayName ?? user;
      if (!roster.has(nameKey(name))) return;
      const on = leaving === undefined ? undefined : dayOf(leaving, client.timeZone);
      const gone = (on !== undefined && on <= asOf) || (directory === STAFF && enabled === false);
      if (gone) left.set(nameKey(name), { name, place: from, ...(on === undefined || on > asOf ? {} : { on }) });
      else if (enabled === false) disabled.set(nameKey(name), { name, place: from });
      else here.add(name);
    },
    finish: (): PeopleKnown => ({ left: [...left.values()], disabled: [...disabled.values()], here }),
  };
}

/** The directory that is the list of people who work here. */
const STAFF = 'hr';

function startNames({ engagement, practices, topicOf }: WitnessScope) {
  const byTopic = new Map<Topic, Practice[]>();
  for (const practice of practices) {
    const asked = practice.expects.filter(({ bears }) => bears === 'directly').map(({ fact }) => topicOf(fact));
    for (const topic of new Set(asked)) {
      if (topic !== undefined) byTopic.set(topic, [...(byTopic.get(topic) ?? []), practice]);
    }
  }
  const ticketed = practices.filter(({ tickets }) => tickets === true);
  const found = new Map<string, NamedOwner>();
  const keep = (
    practice: Practice,
    { namedOwner, what, place, on }: Pick<NamedOwner, 'namedOwner' | 'what' | 'place' | 'on'>,
  ): void => {
    const key = JSON.stringify([practice.id, nameKey(namedOwner), on ?? null]);
    if (found.has(key)) return;
    const { id, title } = practice;
    found.set(key, { practice: id, title, namedOwner, what, place, ...(on === undefined ? {} : { on }) });
  };
  return {
    see(record: EvidenceRecord): void {
      const owner = ownerNamed(record);
      if (owner === undefined || owner.trim() === '') return;
      const at = {
        namedOwner: owner,
        what: record.kind === 'document' ? 'document' : 'ticket',
        place: record.from,
      } as const;
      if (record.kind === 'document') for (const practice of byTopic.get(record.topic) ?? []) keep(practice, at);
      if (record.kind !== 'incident') return;
      const on = record.opened === undefined ? undefined : dayOf(record.opened, engagement.client.timeZone);
      if (on !== undefined && (on < engagement.period.from || on > engagement.asOf)) return;
      for (const practice of ticketed) keep(practice, { ...at, ...(on === undefined ? {} : { on }) });
    },
    finish: (): readonly NamedOwner[] => [...found.values()].sort(byPlace),
  };
}

/** However the files were listed, the same name is told at the same place. */
function byPlace({ place: a }: NamedOwner, { place: b }: NamedOwner): number {
  if (a.path !== b.path) return byCodeUnit(a.path, b.path);
  return (a.row ?? a.line ?? 0) - (b.row ?? b.line ?? 0) || byCodeUnit(a.at ?? '', b.at ?? '');
}

/** A draft and a retired text bind nobody; a ticket that is no security incident says nothing of who handles those. */
function ownerNamed(record: EvidenceRecord): string | undefined {
  if (record.kind === 'document') return record.status === 'in-force' ? record.owner : undefined;
  return record.kind === 'incident' && record.security === true ? record.owner : undefined;
}

/** Whom the engagement itself gives the repair of a practice. */
function plannedBy({ engagement, practices }: WitnessScope): readonly NamedOwner[] {
  return engagement.remediation.flatMap(({ practice: id, owner, status }, i) => {
    const practice = practices.find((each) => each.id === id);
    if (practice === undefined || status === 'done') return [];
    const place = { path: ENGAGEMENT_FILE, at: `/remediation/${i}` };
    return [{ practice: id, title: practice.title, namedOwner: owner, what: 'repair', place }];
  });
}

function dayOf(observed: Observed, zone: string): CivilDate | undefined {
  return isDated(observed) ? dayIn(zone, observed.instant) : undefined;
}
