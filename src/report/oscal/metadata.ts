import type { Party } from '../../model/ownership.ts';
import { OSCAL_VERSION, OURS, property, type Scope, toolUuid } from './scope.ts';
import type { Assets } from './shape/assessment.ts';
import type { Metadata, Party as OscalParty, ResponsibleParty } from './shape/metadata.ts';
import { line, markup, some } from './text.ts';
import { OSCAL_ROLES, OSCAL_WORDS } from './words.ts';

export function metadataOf(title: string, scope: Scope, remarks: readonly string[] = []): Metadata {
  const { engagement, lens, moments } = scope;
  const withheld = lens.named ? [] : [OSCAL_WORDS.reduced];
  return {
    title: markup(title),
    'last-modified': moments.surelyEnd(engagement.asOf),
    version: engagement.asOf,
    'oscal-version': OSCAL_VERSION,
    props: [
      ...property('edition', lens.edition),
      ...property('as-of', engagement.asOf),
      ...property('period-from', engagement.period.from),
      ...property('period-to', engagement.period.to),
    ],
    links: [{ href: 'findings.json', rel: 'reference' }],
    roles: Object.entries(OSCAL_ROLES).map(([id, each]) => ({ id, title: markup(each) })),
    parties: partiesOf(scope),
    'responsible-parties': preparedParties(scope),
    remarks: markup([...remarks, OSCAL_WORDS.document, ...withheld].join(' ')),
  };
}

const clientUuid = ({ lasting }: Scope): string => lasting('client');
const preparerUuid = ({ lasting }: Scope): string => lasting('preparer');

function preparer({ engagement }: Scope): string {
  const { organisation = '', by = '' } = engagement.prepared ?? {};
  return organisation === '' ? by : organisation;
}

function preparedParties(scope: Scope): readonly ResponsibleParty[] {
  const by: ResponsibleParty = { 'role-id': 'prepared-by', 'party-uuids': [preparerUuid(scope)] };
  const client: ResponsibleParty = { 'role-id': 'prepared-for', 'party-uuids': [clientUuid(scope)] };
  return preparer(scope) === '' ? [client] : [by, client];
}

function partiesOf(scope: Scope): readonly OscalParty[] {
  const { engagement, findings } = scope;
  const { client, prepared } = engagement;
  const made: OscalParty[] = [
    { uuid: clientUuid(scope), type: 'organization', name: line(client.legalEntity ?? client.name) },
  ];
  if (preparer(scope) !== '') {
    const type = (prepared?.organisation ?? '') === '' ? 'person' : 'organization';
    made.push({ uuid: preparerUuid(scope), type, name: line(preparer(scope)) });
  }
  return [...made, ...findings.ownership.parties.map((party) => partyOf(party, scope))];
}

function partyOf(party: Party, scope: Scope): OscalParty {
  const { parties } = scope.findings.ownership;
  const employer = parties.find(({ id }) => id === party.of && id !== party.id);
  const member = employer === undefined ? undefined : memberOf(employer, scope);
  return {
    uuid: scope.lasting('party', party.id),
    type: typeOf(party),
    name: line(party.name ?? party.title, party.id),
    props: [...property('party', party.id), ...property('title', party.title), ...property('side', party.side)],
    'member-of-organizations': member ?? (party.side === 'client' ? [clientUuid(scope)] : undefined),
    remarks: markup(party.meaning),
  };
}

function memberOf(employer: Party, { lasting }: Scope): readonly string[] | undefined {
  return typeOf(employer) === 'organization' ? [lasting('party', employer.id)] : undefined;
}

/** A name with a contact is an organisation's, and so is a provider's that nobody employs; without a name there is an office alone. */
function typeOf({ name, contact, side, of }: Party): OscalParty['type'] {
  if (name === undefined || contact !== undefined) return 'organization';
  return side === 'provider' && of === undefined ? 'organization' : 'person';
}

export function assetsOf({ software }: Scope): Assets {
  const uuid = toolUuid(software);
  return {
    components: [
      {
        uuid,
        type: 'software',
        title: markup(software),
        description: OSCAL_WORDS.tool,
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      {
        uuid: toolUuid(`${software} ${OURS}`),
        title: OSCAL_WORDS.platform,
        'uses-components': [{ 'component-uuid': uuid }],
      },
    ],
  };
}

/** The parties that wear a hat; who is not in the roster is told by id. */
export function roleOf(
  role: keyof typeof OSCAL_ROLES,
  parties: readonly string[],
  { partyUuid }: Scope,
): readonly { 'role-id': string; 'party-uuids': readonly string[] | undefined; remarks: string | undefined }[] {
  const told = [...new Set(parties)].filter((party) => party !== '');
  if (told.length === 0) return [];
  const strangers = told.filter((party) => partyUuid(party) === undefined);
  const remarks = strangers.length === 0 ? undefined : markup(OSCAL_WORDS.notInRoster(strangers.join(', ')));
  return [{ 'role-id': role, 'party-uuids': some(told.flatMap((party) => partyUuid(party) ?? [])), remarks }];
}
