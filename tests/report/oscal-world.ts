import type { z } from 'zod';
import type { Edition } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import type { ExhibitPlacement } from '../../src/model/package.ts';
import { forEdition } from '../../src/report/index.ts';
import { oscalFiles } from '../../src/report/oscal/index.ts';
import { AssessmentPlan, AssessmentResults, Poam } from '../../src/report/oscal/shape/assessment.ts';
import { Catalog, ComponentDefinition, MappingCollection } from '../../src/report/oscal/shape/controls.ts';
import { lensOn } from '../../src/report/view/lens.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** By file name, as a reader of the package parses them. */
export type Documents = ReadonlyMap<string, Readonly<Record<string, Json>>>;

export const SHAPES: Readonly<Record<string, z.ZodType>> = {
  catalog: Catalog,
  'assessment-plan': AssessmentPlan,
  'assessment-results': AssessmentResults,
  'plan-of-action-and-milestones': Poam,
  'component-definition': ComponentDefinition,
  'mapping-collection': MappingCollection,
};

export function documentsOf(
  findings: Findings,
  edition: Edition,
  placements: readonly ExhibitPlacement[] = [],
): Documents {
  const shown = forEdition(findings, edition, placements);
  const lens = lensOn(shown, { edition, placements: seenIn(shown, findings, placements), domains: [] });
  const files = oscalFiles(lens, { software: 'proofpack 0.0.0', digest: 'of the findings' });
  return new Map(files.map(({ name, content }) => [name, JSON.parse(JSON.stringify(content))]));
}

/** As compose hands them over: by the paths that the edition shows. */
function seenIn(shown: Findings, findings: Findings, placements: readonly ExhibitPlacement[]): ExhibitPlacement[] {
  const paths = new Map(findings.exhibits.map(({ path }, index) => [path, shown.exhibits[index]?.path ?? path]));
  return placements.map((placement) => ({
    ...placement,
    original: paths.get(placement.original) ?? placement.original,
  }));
}

/** Everything in these documents that is not as our own shapes say, or points at what is not there. */
export function faultsIn(documents: Documents, placements: readonly ExhibitPlacement[]): readonly string[] {
  const known = new Set([
    'findings.json',
    'engagement.json',
    ...documents.keys(),
    ...placements.flatMap(({ packaged }) => (packaged === null ? [] : [packaged.replace(/^data\//, '../')])),
  ]);
  const objectives = new Set([...documents.values()].flatMap((each) => valuesOf(each, 'parts').flatMap(idsIn)));
  const controls = new Set(
    [...documents.values()].flatMap((each) => valuesOf(each['catalog'] ?? null, 'controls').flatMap(idsIn)),
  );
  return [...documents].flatMap(([name, document]) =>
    [
      ...shapeFaults(document),
      ...uuidFaults(document),
      ...missing(['control-id'], document, controls),
      ...missing(['target-id', 'objective-id'], document, objectives),
      ...missing(['role-id'], document, new Set(valuesOf(document, 'roles').flatMap(idsIn))),
      ...hrefFaults(document, known),
    ].map((fault) => `${name}: ${fault}`),
  );
}

function shapeFaults(document: Documents extends ReadonlyMap<string, infer D> ? D : never): readonly string[] {
  return Object.entries(document).flatMap(([root, body]) => {
    const shape = SHAPES[root];
    if (shape === undefined) return [`nobody knows ${root}`];
    return shape.safeParse(body).error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [];
  });
}

const REFERRING = [
  'party-uuids',
  'member-of-organizations',
  'actor-uuid',
  'observation-uuid',
  'risk-uuid',
  'component-uuid',
];

function uuidFaults(document: Json): readonly string[] {
  const made = valuesOf(document, 'uuid').map(String);
  const known = new Set(made);
  const twice = made.length === known.size ? [] : [`${made.length - known.size} identifiers are made twice`];
  return [...twice, ...missing(REFERRING, document, known)];
}

function hrefFaults(document: Json, known: ReadonlySet<string>): readonly string[] {
  const inside = new Set(valuesOf(document, 'uuid').map((uuid) => `#${uuid}`));
  const hrefs = [...valuesOf(document, 'href'), ...valuesOf(document, 'source')].map((href) => decodeURI(String(href)));
  return hrefs.filter((href) => !known.has(href) && !inside.has(href)).map((href) => `${href} leads nowhere`);
}

function missing(keys: readonly string[], document: Json, known: ReadonlySet<string>): readonly string[] {
  const used = keys
    .flatMap((key) => valuesOf(document, key))
    .flatMap((value) => (Array.isArray(value) ? value : [value]));
  return used.filter((each) => !known.has(String(each))).map((each) => `${each} is nowhere`);
}

/** Each value that stands under a key, at whatever depth. */
export function valuesOf(value: Json, key: string): readonly Json[] {
  if (value === null || typeof value !== 'object') return [];
  if (isList(value)) return value.flatMap((each) => valuesOf(each, key));
  return Object.entries(value).flatMap(([name, each]) => [...(name === key ? [each] : []), ...valuesOf(each, key)]);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function idsIn(list: Json): readonly string[] {
  return isList(list) ? list.flatMap((each) => (isRecord(each) ? [String(each['id'])] : [])) : [];
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !isList(value);
}
