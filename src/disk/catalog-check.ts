import type { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Place } from '../kernel/place.ts';
import { nearest } from '../kernel/text.ts';
import type { Locate } from '../kernel/yaml.ts';
import type { ControlsFile, FrameworkFile, MappingFile, PublishedText } from '../model/control.ts';
import type { OperatingModelSource } from '../model/ownership.ts';
import type { PracticeFile } from '../model/practice.ts';
import { modelProblems } from './model-check.ts';
import { referenceProblems } from './reference-check.ts';
import { type Withdrawals, withdrawalsOf, withdrawnKey } from './withdrawn.ts';

export interface LocatedFile<T> {
  readonly path: string;
  readonly value: T;
  readonly place: Locate;
}

/** controls.yaml, or a publisher's file in its place. */
export interface LocatedControls extends LocatedFile<z.output<typeof ControlsFile>> {
  readonly text?: PublishedText;
}

export interface FrameworkFiles {
  readonly folder: string;
  readonly framework: LocatedFile<z.output<typeof FrameworkFile>>;
  readonly controls: LocatedControls;
  readonly mapping: LocatedFile<z.output<typeof MappingFile>>;
}

/** The files of one root: what is shipped, or what lies beside an engagement. */
export interface CatalogFiles {
  readonly practices: readonly LocatedFile<PracticeFile>[];
  readonly models: readonly LocatedFile<OperatingModelSource>[];
  readonly frameworks: readonly FrameworkFiles[];
}

/** Whether the files of all roots fit one another: each word that points at something points at what is there, and nothing is there twice. */
export function catalogProblems(
  roots: readonly CatalogFiles[],
  facts: ReadonlySet<string> | undefined,
): readonly Diagnostic[] {
  const practices = roots.flatMap((root) => root.practices);
  const frameworks = roots.flatMap((root) => root.frameworks);
  const known = {
    practices: new Set(practices.flatMap(({ value }) => value.practices.map(({ id }) => id))),
    facts,
    withdrawals: withdrawalsOf(
      frameworks.map(({ framework, controls }) => ({
        title: framework.value.title,
        withdrawn: controls.value.withdrawn,
      })),
    ),
  };
  return [
    ...practices.flatMap((file) => [
      ...misnamed(file, ['domain'], file.value.domain),
      ...practiceProblems(file, facts),
    ]),
    ...twice('practice', practices.flatMap(placesOfPractices)),
    ...twice(
      'domain',
      practices.map(({ value, place }) => ({ word: value.domain, at: () => place(['domain']) })),
    ),
    ...frameworks.flatMap((files) => frameworkProblems(files, known)),
    ...frameworks.flatMap((files) => referenceProblems(files, frameworks)),
    ...twice(
      'framework',
      frameworks.map(({ framework }) => ({ word: framework.value.id, at: () => framework.place(['id']) })),
    ),
    ...roots.flatMap((root, i) => {
      const inside = roots.slice(0, i + 1);
      const sources = inside.flatMap(({ models }) => models.map(({ value }) => value));
      const files = inside.flatMap((each) => each.practices.map(({ value }) => value));
      return root.models.flatMap((file) => [
        ...misnamed(file, ['id'], file.value.id),
        ...modelProblems(file, { sources, files }),
      ]);
    }),
    ...twice(
      'operating model',
      roots.flatMap((root) => root.models.map(({ value, place }) => ({ word: value.id, at: () => place(['id']) }))),
    ),
  ];
}

function placesOfPractices({ value, place }: LocatedFile<PracticeFile>): readonly Named[] {
  return value.practices.map(({ id }, i) => ({ word: id, at: () => place(['practices', i, 'id']) }));
}

function practiceProblems(
  { value, place }: LocatedFile<PracticeFile>,
  facts: ReadonlySet<string> | undefined,
): readonly Diagnostic[] {
  return value.practices.flatMap(({ expects }, i) =>
    expects.flatMap(({ fact }, j) => unknownFact(fact, facts, () => place(['practices', i, 'expects', j, 'fact']))),
  );
}

function frameworkProblems(
  { folder, framework, controls, mapping }: FrameworkFiles,
  known: {
    readonly practices: ReadonlySet<string>;
    readonly facts: ReadonlySet<string> | undefined;
    readonly withdrawals: Withdrawals;
  },
): readonly Diagnostic[] {
  const { id } = framework.value;
  const ids = new Set(controls.value.controls.map((control) => control.id));
  const groups = controls.value.groups.map((group) => group.id);
  const mapped = new Set(mapping.value.controls.map((entry) => entry.id));
  const named =
    id === folder ? [] : [diagnostic('catalogue-name-differs', { word: id, name: folder }, framework.place(['id']))];
  const listed = controls.value.controls.flatMap(({ id: word, group }, i): readonly Diagnostic[] => [
    ...(mapped.has(word) || controls.text !== undefined
      ? []
      : [diagnostic('catalogue-control-unmapped', { word }, controls.place(['controls', i, 'id']))]),
    ...(groups.includes(group)
      ? []
      : [
          diagnostic(
            'yaml-word-unknown',
            { key: 'group', word: group, known: groups, nearest: nearest(group, groups) },
            controls.place(['controls', i, 'group']),
          ),
        ]),
  ]);
  const edges = mapping.value.controls.flatMap((entry, i): readonly Diagnostic[] => {
    const at = (...steps: PropertyKey[]) => mapping.place(['controls', i, ...steps]);
    const { practices, own, onlyPeopleKnow, notMeasured } = entry;
    const says = practices.length + own.length > 0 || onlyPeopleKnow !== undefined || notMeasured !== undefined;
    const gone = known.withdrawals.get(withdrawnKey(entry.id));
    // Made only when it is said: a place is looked up by reading the file once more.
    const unknown = () =>
      gone === undefined
        ? diagnostic('control-unknown', { word: entry.id, nearest: nearest(entry.id, ids) }, at('id'))
        : diagnostic('control-withdrawn', gone, at('id'));
    return [
      ...(ids.has(entry.id) ? [] : [unknown()]),
      ...(says ? [] : [diagnostic('catalogue-control-unmapped', { word: entry.id }, at('id'))]),
      ...practices.flatMap(({ practice: word }, j) =>
        known.practices.has(word)
          ? []
          : [
              diagnostic(
                'practice-unknown',
                { word, nearest: nearest(word, known.practices) },
                at('practices', j, 'practice'),
              ),
            ],
      ),
      ...own.flatMap(({ fact }, j) => unknownFact(fact, known.facts, () => at('own', j, 'fact'))),
    ];
  });
  const overMonths = (framework.value.continuity?.topics ?? []).flatMap(({ practices }, i) =>
    practices.flatMap((word, j) =>
      known.practices.has(word)
        ? []
        : [
            diagnostic(
              'practice-unknown',
              { word, nearest: nearest(word, known.practices) },
              framework.place(['continuity', 'topics', i, 'practices', j]),
            ),
          ],
    ),
  );
  const places = (file: FrameworkFiles['controls'] | FrameworkFiles['mapping']) =>
    file.value.controls.map((entry, i) => ({ word: entry.id, at: () => file.place(['controls', i, 'id']) }));
  return [
    ...named,
    ...overMonths,
    ...listed,
    ...edges,
    ...twice('control', places(controls)),
    ...twice('control', places(mapping)),
  ];
}

function unknownFact(word: string, facts: ReadonlySet<string> | undefined, at: () => Place): readonly Diagnostic[] {
  if (facts === undefined || facts.has(word)) return [];
  return [diagnostic('catalogue-fact-unknown', { word, nearest: nearest(word, facts) }, at())];
}

/** The listing is the catalogue: a file that lies under another name than its id cannot be found. */
function misnamed(file: LocatedFile<unknown>, key: readonly string[], word: string): readonly Diagnostic[] {
  const name = /([^/]+)\.yaml$/.exec(file.path)?.[1] ?? file.path;
  return name === word ? [] : [diagnostic('catalogue-name-differs', { word, name }, file.place(key))];
}

/** A word and where it stands; the place is looked up only when there is something to tell. */
interface Named {
  readonly word: string;
  readonly at: () => Place;
}

function twice(kind: string, named: readonly Named[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return named.flatMap(({ word, at }) =>
    seen.size === seen.add(word).size ? [diagnostic('catalogue-twice', { kind, word }, at())] : [],
  );
}
