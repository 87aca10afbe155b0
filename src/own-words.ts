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
  return { ...sightings, values: new Map([...own, ...sightings.values]) };
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
