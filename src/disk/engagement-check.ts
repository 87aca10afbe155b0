import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { outermost } from '../kernel/place.ts';
import { nearest } from '../kernel/text.ts';
import type { Locate, YamlPath } from '../kernel/yaml.ts';
import { type Catalog, inScope } from '../model/catalog.ts';
import type { Engagement } from '../model/engagement.ts';
import { datesProblems, decisionProblems } from './engagement-decisions.ts';
import { plainPath } from './plain-path.ts';
import { type Withdrawals, withdrawalsOf, withdrawnKey } from './withdrawn.ts';

export interface Known {
  readonly catalog: Catalog;
  /** The files of the folder, by path. */
  readonly paths: ReadonlySet<string>;
  /** Names of thresholds that facts read by themselves. */
  readonly thresholds: ReadonlySet<string>;
  readonly place: Locate;
}

/** What a well-formed engagement can still have wrong: it names something that is not there, or says two things that exclude each other. */
export function engagementProblems(engagement: Engagement, known: Known): readonly Diagnostic[] {
  const words = wordsOf(engagement, known);
  const withdrawals = withdrawalsOf(known.catalog.frameworks);
  const mentions = mentionsOf(engagement);
  // A misspelt framework is told once, and not again for each of its controls.
  const unsure = mentions.some(({ kind, word }) => kind === 'framework' && !words.framework.has(word));
  return [
    ...mentions
      .filter(({ kind }) => !unsure || kind !== 'control')
      .flatMap((mention) => mentionProblem(mention, words, withdrawals, known.place)),
    ...partsProblems(engagement, known),
    ...datesProblems(engagement, known.place),
    ...decisionProblems(engagement, inScope(known.catalog, engagement).frameworks, known.place),
  ];
}

const UNKNOWN = {
  framework: 'framework-unknown',
  model: 'model-unknown',
  practice: 'practice-unknown',
  domain: 'domain-unknown',
  control: 'control-unknown',
  party: 'party-unknown',
  threshold: 'threshold-unknown',
  path: 'exhibit-path-unknown',
} as const;

type Kind = keyof typeof UNKNOWN;

/** A word of the engagement that must be known, where it stands, and whether it is a key there. */
interface Mention {
  readonly kind: Kind;
  readonly word: string;
  readonly at: YamlPath;
  readonly part: 'key' | 'value';
}

function mentionProblem(
  mention: Mention,
  words: Words,
  withdrawals: Withdrawals,
  place: Locate,
): readonly Diagnostic[] {
  const known = words[mention.kind];
  const { word, at, part } = mention;
  if (known.has(word)) return [];
  const gone = mention.kind === 'control' ? withdrawals.get(withdrawnKey(word)) : undefined;
  if (gone !== undefined) return [diagnostic('control-withdrawn', gone, place(at, part))];
  return [diagnostic(UNKNOWN[mention.kind], { word, nearest: nearest(word, known) }, place(at, part))];
}

function partsProblems({ frameworks }: Engagement, { catalog, place }: Known): readonly Diagnostic[] {
  return frameworks.flatMap((entry, i) => {
    if (typeof entry === 'string' || entry.parts === undefined) return [];
    const framework = catalog.frameworks.find(({ id }) => id === entry.id);
    if (framework === undefined) return [];
    const known = (framework.parts ?? []).map(({ id }) => id);
    return entry.parts.flatMap((word, j) =>
      known.includes(word)
        ? []
        : [
            diagnostic(
              'framework-part-unknown',
              { word, nearest: nearest(word, known), framework: framework.title, known },
              place(['frameworks', i, 'parts', j]),
            ),
          ],
    );
  });
}

type Words = Readonly<Record<Kind, ReadonlySet<string>>>;

function wordsOf(engagement: Engagement, { catalog, paths, thresholds }: Known): Words {
  const { frameworks, models } = inScope(catalog, engagement);
  return {
    framework: new Set(catalog.frameworks.map(({ id }) => id)),
    model: new Set(catalog.models.map(({ id }) => id)),
    practice: new Set(catalog.practices.map(({ id }) => id)),
    domain: new Set(catalog.domains.map(({ id }) => id)),
    control: new Set(frameworks.flatMap(({ controls }) => controls.map(({ id }) => id))),
    party: new Set([
      ...Object.keys(engagement.parties),
      // A misspelt model is told once, and not again for each of its parties.
      ...(models.length > 0 ? models : catalog.models).flatMap(({ parties }) => parties.map(({ id }) => id)),
    ]),
    threshold: new Set([...thresholdsOf(catalog), ...thresholds]),
    path: paths,
  };
}

/** The thresholds that an expectation lets an engagement move. */
function thresholdsOf(catalog: Catalog): ReadonlySet<string> {
  const expectations = [
    ...catalog.practices.flatMap(({ expects }) => expects),
    ...catalog.frameworks.flatMap(({ controls }) => controls.flatMap(({ own }) => own)),
  ];
  return new Set(expectations.flatMap(({ is }) => ('named' in is && is.named !== undefined ? [is.named] : [])));
}

function mentionsOf(engagement: Engagement): readonly Mention[] {
  const one = (kind: Kind, word: string | undefined, ...at: PropertyKey[]): readonly Mention[] =>
    word === undefined ? [] : [{ kind, word, at, part: 'value' }];
  const keys = (kind: Kind, group: object, at: string): readonly Mention[] =>
    Object.keys(group).map((word) => ({ kind, word, at: [at, word], part: 'key' }));
  const path = (word: string | undefined, ...at: PropertyKey[]) =>
    one('path', word === undefined ? undefined : outermost(plainPath(word)), ...at);
  const { operatingModel: model } = engagement;
  const practiced = ['attestations', 'inherited', 'remediation', 'riskAcceptances', 'applicability'] as const;
  const controlled = ['applicability', 'addressable', 'claims'] as const;
  return [
    ...engagement.frameworks.flatMap((entry, i) =>
      typeof entry === 'string'
        ? one('framework', entry, 'frameworks', i)
        : [...one('framework', entry.id, 'frameworks', i, 'id'), ...path(entry.text, 'frameworks', i, 'text')],
    ),
    ...(typeof model === 'string'
      ? one('model', model, 'operatingModel')
      : model.flatMap((span, i) => one('model', span.model, 'operatingModel', i, 'model'))),
    ...Object.entries(engagement.parties).flatMap(([id, party]) => one('party', party.of, 'parties', id, 'of')),
    ...keys('party', engagement.authority, 'authority'),
    ...engagement.ownership.flatMap((entry, i) => ownershipMentions(entry, i, one)),
    ...path(engagement.populations.devices, 'populations', 'devices'),
    ...path(engagement.populations.people, 'populations', 'people'),
    ...path(engagement.brand.logo, 'brand', 'logo'),
    ...keys('path', engagement.exhibits, 'exhibits').map((mention) => ({
      ...mention,
      word: outermost(plainPath(mention.word)),
    })),
    ...(engagement.redaction ?? []).flatMap(({ exhibit }, i) => path(exhibit, 'redaction', i, 'exhibit')),
    ...practiced.flatMap((key) =>
      engagement[key].flatMap(({ practice }, i) => one('practice', practice, key, i, 'practice')),
    ),
    ...controlled.flatMap((key) =>
      engagement[key].flatMap(({ control }, i) => one('control', control, key, i, 'control')),
    ),
    ...(engagement.profile?.outcomes ?? []).flatMap(({ control }, i) =>
      one('control', control, 'profile', 'outcomes', i, 'control'),
    ),
    ...engagement.remediation.flatMap(({ owner }, i) => one('party', owner, 'remediation', i, 'owner')),
    ...keys('threshold', engagement.thresholds, 'thresholds'),
  ];
}

function ownershipMentions(
  entry: Engagement['ownership'][number],
  i: number,
  one: (kind: Kind, word: string | undefined, ...at: PropertyKey[]) => readonly Mention[],
): readonly Mention[] {
  const hat = (key: keyof typeof entry, value: string | readonly string[] | undefined) =>
    typeof value === 'string'
      ? one('party', value, 'ownership', i, key)
      : (value ?? []).flatMap((party, j) => one('party', party, 'ownership', i, key, j));
  return [
    ...one('practice', entry.practice, 'ownership', i, 'practice'),
    ...one('domain', entry.domain, 'ownership', i, 'domain'),
    ...one('control', entry.control, 'ownership', i, 'control'),
    ...(['accountable', 'responsible', 'evidence', 'approves', 'consulted', 'informed'] as const).flatMap((key) =>
      hat(key, entry[key]),
    ),
    ...hat('afterHours', entry.afterHours),
    ...hat('escalation', entry.escalation),
    ...hat('split', Object.keys(entry.split ?? {})),
  ];
}
