import * as FACTS from './facts/index.ts';
import type { Catalog } from './model/catalog.ts';
import type { Engagement } from './model/engagement.ts';
import type { SightingKind, Sightings } from './model/sighting.ts';
import { sightingsIn } from './redaction/index.ts';
import * as SOURCES from './sources/index.ts';

/** What the engagement itself says can name whom and what no exhibit names: an address in a statement, a password in a reason. */
export function withOwnWords(sightings: Sightings, engagement: Engagement): Sightings {
  const text = textsIn(engagement).join('\n\n');
  const own = sightingsIn(text).map(({ kind, from, to }): [string, SightingKind] => [text.slice(from, to), kind]);
  const machines = machinesIn(text, engagement).map((name): [string, SightingKind] => [name, 'device-name']);
  return { ...sightings, values: new Map([...machines, ...own, ...sightings.values]) };
}

/** By how the client says that its machines are called: `LFD-WS07` by a prefix, `vpn.lakeside.example` by a domain. `LFD-143` may be a ticket. */
function machinesIn(text: string, { client: { identifiers } }: Engagement): readonly string[] {
  const prefixes = identifiers.hostPrefixes.filter((prefix) => prefix.length > 1).map(escaped);
  const domains = identifiers.domains.map(escaped);
  return [
    ...prefixes.flatMap(
      (prefix) =>
        text.match(new RegExp(`(?<![\\w-])${prefix}(?=[\\w-]{0,30}[A-Za-z])(?=[\\w-]{0,30}\\d)[\\w-]{1,31}`, 'gi')) ??
        [],
    ),
    ...domains.flatMap(
      (domain) =>
        text.match(new RegExp(`(?<![@\\w.-])(?!www\\.)(?:[\\w-]{1,63}\\.){1,4}${domain}(?![\\w-])`, 'gi')) ?? [],
    ),
  ];
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Rules, templates, and what sources and facts are called: words of ours, whoever else bears them. */
export function ownWordsOf(catalog: Catalog, { documents, partials }: TemplateWords): readonly string[] {
  const { practices, frameworks, models, domains } = catalog;
  return [
    JSON.stringify({ practices, frameworks, models, domains }),
    ...Object.values(documents),
    ...Object.values(partials),
    ...Object.values(SOURCES).flatMap(({ product, title, obtain }) => [product, title, obtain]),
    ...Object.values(FACTS).map(({ question }) => question),
  ];
}

interface TemplateWords {
  readonly documents: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
}
