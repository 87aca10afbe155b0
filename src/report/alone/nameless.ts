import type { Findings } from '../../model/findings.ts';
import { scrub } from '../edition/scrub.ts';
import { forEdition } from '../edition.ts';
import { NAMELESS } from './words.ts';

/**
 * For somebody who may know how the work is divided and not whose it is: without the names of people, client and provider, and without
 * what was found, which is the client's own business. Overrides keep their words, less every name that the engagement knows.
 */
export function nameless(findings: Findings): Findings {
  const { engagement, ownership, ...rest } = forEdition(findings, 'insurer');
  const { brand: _, prepared: __, ...plain } = engagement;
  const { client, prepared, brand, parties } = findings.engagement;
  const names = new Map<string, string>();
  const hide = (name: string | undefined, by: string): void => {
    if (name === undefined) return;
    for (const word of [name, ...shortNames(name)]) if (word.trim() !== '' && !names.has(word)) names.set(word, by);
  };
  for (const name of [client.legalEntity, client.name, ...client.identifiers.domains]) hide(name, NAMELESS.client);
  for (const name of [prepared?.organisation, brand.organisation]) hide(name, NAMELESS.provider);
  for (const party of findings.ownership.parties) {
    for (const name of [party.name, party.contact, parties[party.id]?.name]) hide(name, party.title);
  }
  const ownNames = scrub({ ...ownership, issues: [] }, names);
  return {
    ...rest,
    engagement: {
      ...plain,
      client: { ...client, name: NAMELESS.client, identifiers: NO_IDENTIFIERS, legalEntity: undefined },
      brand: {},
      exhibits: {},
    },
    ownership: { ...ownNames, parties: ownNames.parties.map(({ name: _n, contact: _c, ...party }) => party) },
    exhibits: [],
    facts: [],
    practiceAssessments: [],
    contradictions: [],
    gaps: [],
    missing: [],
    cadence: [],
    continuity: [],
    notes: [],
  };
}

/** Sentences say "Tidewatch" of Tidewatch Security Ltd and "Cole" of Dana Cole; hiding a word too much does no harm here. */
function shortNames(name: string): readonly string[] {
  const words = name.split(/\s+/);
  const [first = '', second = ''] = words;
  return (words.length === 2 ? [first, second] : [first]).filter((word) => words.length > 1 && word.length > 3);
}

const NO_IDENTIFIERS = { domains: [], tenants: [], hostPrefixes: [], publicAddresses: [] };
