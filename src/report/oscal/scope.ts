import { uuidV5 } from '../../kernel/uuid.ts';
import type { Framework } from '../../model/control.ts';
import type { Engagement } from '../../model/engagement.ts';
import type { Findings } from '../../model/findings.ts';
import type { Lens } from '../view/lens.ts';
import { type Moments, momentsIn } from './moments.ts';
import type { Origin } from './shape/assessment.ts';
import type { Property } from './shape/metadata.ts';
import { line } from './text.ts';
import { type FrameworkTokens, tokensOf } from './tokens.ts';

/** The version of the schemas that our documents are written for and checked against. */
export const OSCAL_VERSION = '1.2.1';

/** Space of all identifiers that proofpack makes: the version 5 identifier of `proofpack OSCAL` in the space of URLs. */
export const NAMESPACE = '4eed997e-e77c-5631-9724-ceaf7a25b8f0';
/** Whose properties and systems ours are; needs no registered name. */
export const OURS = `urn:uuid:${NAMESPACE}`;

export const FILES = {
  plan: 'oscal-assessment-plan.json',
  results: 'oscal-assessment-results.json',
  poam: 'oscal-poam.json',
  components: 'oscal-component-definition.json',
  mapping: 'oscal-mapping-collection.json',
  practices: 'oscal-practices.json',
} as const;

/** What every OSCAL document looks through. */
export interface Scope {
  readonly lens: Lens;
  readonly findings: Findings;
  readonly engagement: Engagement;
  readonly software: string;
  readonly moments: Moments;
  /** The identifier of what stays the same from one period to the next: a party, a risk. */
  readonly lasting: (...name: readonly string[]) => string;
  /** The identifier of what belongs to this period and as-of date alone: an observation, a finding. */
  readonly once: (...name: readonly string[]) => string;
  /** The identifier of a whole document: it changes with the edition and with everything that the findings say. */
  readonly document: (...name: readonly string[]) => string;
  /** The tool that made every observation and finding. */
  readonly tool: Origin;
  readonly tokens: (framework: Pick<Framework, 'id'>) => FrameworkTokens;
  /** Undefined for who is not in the roster. */
  readonly partyUuid: (party: string) => string | undefined;
}

export interface OscalOptions {
  /** `proofpack 0.1.0` */
  readonly software: string;
  /** SHA-256 of the edition's findings.json. */
  readonly digest: string;
}

/** Names are made of what the edition shows and nothing else: who has it can find out no name that it withholds. */
export function scopeOf(lens: Lens, { software, digest }: OscalOptions): Scope {
  const { findings } = lens;
  const { engagement } = findings;
  const { client, period, asOf } = engagement;
  const lasting = identifiers(client.name);
  const tokens = new Map(findings.frameworks.map(({ framework }) => [framework.id, tokensOf(framework)]));
  const parties = new Map(findings.ownership.parties.map(({ id }) => [id, lasting('party', id)]));
  return {
    lens,
    findings,
    engagement,
    software,
    moments: momentsIn(client.timeZone),
    lasting,
    once: (...name) => lasting(period.from, period.to, asOf, ...name),
    document: (...name) => lasting(software, digest, lens.edition, ...name),
    tool: { actors: [{ type: 'tool', 'actor-uuid': toolUuid(software) }] },
    tokens: ({ id }) => {
      const known = tokens.get(id);
      if (known === undefined) throw new Error(`${id} is no framework of these findings`);
      return known;
    },
    partyUuid: (party) => parties.get(party),
  };
}

/** Asked again and again for the same things by all that refers to them. */
function identifiers(client: string): (...name: readonly string[]) => string {
  const made = new Map<string, string>();
  return (...parts) => {
    const name = nameOf([client, ...parts]);
    const known = made.get(name) ?? uuidV5(NAMESPACE, name);
    made.set(name, known);
    return known;
  };
}

export function toolUuid(software: string): string {
  return uuidV5(NAMESPACE, nameOf(['tool', software]));
}

/** Each part with its length before it, so that no two lists of parts make one name. */
function nameOf(parts: readonly string[]): string {
  return parts.map((part) => `${part.length}:${part}`).join('');
}

/** A property of ours; without a value there is none. */
export function property(name: string, value: string | number | null | undefined): readonly Property[] {
  if (value === null || value === undefined || value === '') return [];
  return [{ name, ns: OURS, value: line(String(value)) }];
}
