import type { Control, Framework, ReferenceList } from '../../model/control.ts';
import { practiceToken } from './catalogs.ts';
import { metadataOf } from './metadata.ts';
import { FILES, property, type Scope } from './scope.ts';
import type { Mapping, MappingCollection, MappingItem } from './shape/controls.ts';
import type { Resource } from './shape/metadata.ts';
import { line, markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** By people, by meaning, whole for no purpose but ours, and a hint. */
const INDICATIVE = {
  method: 'human',
  'matching-rationale': 'semantic',
  status: 'not-complete',
  'confidence-score': { category: OSCAL_WORDS.indicative },
} as const;

/** Every edge overlaps and none does more: no framework of ours claims to be equal to another, or to contain it. */
const RELATIONSHIP = 'intersects-with';

interface Made {
  readonly mapping: Mapping;
  /** The framework that is meant, where none of the catalogues beside has it. */
  readonly resource?: Resource;
}

export function mappingCollection(frameworks: readonly Framework[], scope: Scope): MappingCollection | undefined {
  const made = frameworks.flatMap((framework): Made[] => [
    ...practicesTo(framework, scope),
    ...(framework.references ?? []).flatMap((list) => referencesTo(list, framework, frameworks, scope)),
  ]);
  const mappings = some(made.map(({ mapping }) => mapping));
  if (mappings === undefined) return undefined;
  const resources = new Map(
    made.flatMap(({ resource }) => (resource === undefined ? [] : [[resource.uuid, resource]])),
  );
  return {
    uuid: scope.document('mapping-collection'),
    metadata: metadataOf(OSCAL_WORDS.titles.mapping, scope),
    provenance: {
      ...INDICATIVE,
      'mapping-description': OSCAL_WORDS.edges,
      remarks: OSCAL_WORDS.edges,
    },
    mappings,
    'back-matter': resources.size === 0 ? undefined : { resources: [...resources.values()] },
  };
}

/** Which practices bear on each control, each with its reason. */
function practicesTo(framework: Framework, scope: Scope): readonly Made[] {
  const known = new Set(scope.findings.practices.map(({ id }) => id));
  const maps = framework.controls.flatMap((control) => {
    const sources = some(
      control.practices
        .filter(({ practice }) => known.has(practice))
        .map(
          ({ practice, bears, because }): MappingItem => ({
            ...item(practiceToken(practice)),
            props: property('bears', bears),
            remarks: markup(because),
          }),
        ),
    );
    const target = scope.tokens(framework).control(control.id);
    if (sources === undefined || target === undefined) return [];
    return [mapOf(['practices', framework.id, control.id], sources, [item(target)], scope)];
  });
  const told = some(maps);
  if (told === undefined) return [];
  const mapping: Mapping = {
    uuid: scope.lasting('mapping', 'practices', framework.id),
    ...INDICATIVE,
    'source-resource': { type: 'catalog', href: FILES.practices },
    'target-resource': { type: 'catalog', href: scope.tokens(framework).file },
    maps: told,
    'mapping-description': markup([OSCAL_WORDS.practicesTo(framework.title), framework.mappingNote].join(' ')),
  };
  return [{ mapping }];
}

/** One list of references: those that a catalogue beside has, and those that only their publisher has. */
function referencesTo(
  list: ReferenceList,
  framework: Framework,
  frameworks: readonly Framework[],
  scope: Scope,
): readonly Made[] {
  const target = frameworks.find(({ id }) => id === list.framework);
  const tokenOf = (id: string) => (target === undefined ? undefined : scope.tokens(target).control(id));
  const inside = listed(list, framework, scope, (id) => tokenOf(id));
  const outside = listed(list, framework, scope, (id) => (tokenOf(id) === undefined ? line(id) : undefined));
  const head = (where: string, maps: Mapping['maps'], href: string): Mapping => ({
    uuid: scope.lasting('mapping', where, framework.id, list.framework),
    ...INDICATIVE,
    'source-resource': { type: 'catalog', href: scope.tokens(framework).file },
    'target-resource': { type: 'catalog', href },
    maps,
    'mapping-description': markup([OSCAL_WORDS.reference(list.title, framework.title), list.note].join(' ')),
  });
  const uuid = scope.lasting('framework', list.framework);
  const resource: Resource = { uuid, title: markup(OSCAL_WORDS.unmapped(list.title)) };
  return [
    ...(inside === undefined || target === undefined
      ? []
      : [{ mapping: head('inside', inside, scope.tokens(target).file) }]),
    ...(outside === undefined ? [] : [{ mapping: head('outside', outside, `#${uuid}`), resource }]),
  ];
}

function listed(
  list: ReferenceList,
  framework: Framework,
  scope: Scope,
  nameOf: (id: string) => string | undefined,
): Mapping['maps'] | undefined {
  return some(
    framework.controls.flatMap((control: Control) => {
      const targets = some((control.references?.[list.framework] ?? []).flatMap((id) => nameOf(id) ?? []).map(item));
      const source = scope.tokens(framework).control(control.id);
      if (targets === undefined || source === undefined) return [];
      const name = [framework.id, list.framework, control.id, ...targets.map((each) => each['id-ref'])];
      return [mapOf(name, [item(source)], targets, scope)];
    }),
  );
}

function mapOf(
  name: readonly string[],
  sources: readonly MappingItem[],
  targets: readonly MappingItem[],
  { lasting }: Scope,
): Mapping['maps'][number] {
  return { uuid: lasting('map', ...name), relationship: RELATIONSHIP, sources, targets };
}

function item(id: string): MappingItem {
  return { type: 'control', 'id-ref': id };
}
