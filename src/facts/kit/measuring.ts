import { byCodeUnit } from '../../kernel/order.ts';
import { counted } from '../../kernel/text.ts';
import type { IncompleteExhibit } from '../../model/exhibit.ts';
import type { Fact, NamedFact } from '../../model/fact.ts';
import type { Population, PopulationReport } from '../../model/population.ts';
import type { EvidenceRecord, RecordKind } from '../../model/record.ts';
import type { AnswerScope, FactDefinition, Fold, Scope } from '../define-fact.ts';
import { devicePopulation, peoplePopulation } from './population.ts';
import { reconciliation } from './reconcile.ts';
import { isLater } from './time.ts';

export type MeasuringScope = Scope;

export interface Measuring {
  /** Shows one record to the facts that asked for its kind. */
  see(record: EvidenceRecord): void;
  /** Facts by id; ask once, after the last record, with the exhibits that turned out to be no whole. */
  finish(incomplete?: readonly IncompleteExhibit[]): {
    facts: readonly NamedFact[];
    people: Population;
    devices: Population;
    /** Both lists held against every name that the exports use. */
    populations: readonly PopulationReport[];
  };
}

interface Running {
  readonly id: string;
  readonly definition: FactDefinition;
  readonly fold: Fold<EvidenceRecord, unknown>;
}

/** The door of the room: every fact folds over one pass of the records; populations are folded beside them and finished first. */
export function startMeasuring(
  definitions: Readonly<Record<string, FactDefinition>>,
  scope: MeasuringScope,
): Measuring {
  const started = startOnce(scope);
  const running = Object.entries(definitions)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, definition]): Running => ({ id, definition, fold: started(definition) }));
  const listeners = listenersByKind(running);
  const devices = devicePopulation(scope.populations.devices);
  const people = peoplePopulation(scope.populations.people, scope);
  const reconciled = reconciliation(scope, ({ from }) => isIn(from.path, scope.populations.people));
  const seen = new Set<RecordKind>();
  const later = new Map<RecordKind, number>();
  return {
    see(record) {
      if (record.kind === 'asset') devices.add(record);
      if (record.kind === 'user-account') people.add(record);
      if (isLater(record.observed, scope)) later.set(record.kind, (later.get(record.kind) ?? 0) + 1);
      else {
        seen.add(record.kind);
        reconciled.add(record);
        for (const fold of listeners.get(record.kind) ?? []) fold.add(record);
      }
    },
    finish(incomplete = []) {
      const populations = { devices: devices.result(), people: people.result() };
      const watched = watchLists(populations, scope.populations);
      const answerScope: AnswerScope = Object.assign(watched.lists, scope, {
        sawKind: (kind: RecordKind) => seen.has(kind),
      });
      const facts = running.map(({ id, definition, fold }) => {
        watched.forget();
        const fact = withLater(definition.answer(fold.result(), answerScope), definition, later);
        const cut = incomplete.filter((exhibit) => watched.wasUsed(exhibit.path) || bearsOn(definition, exhibit));
        return { id, question: definition.question, fact: asFarAs(cut, fact) };
      });
      const lists = {
        people: { population: populations.people, rows: people.rows() },
        devices: { population: populations.devices, rows: devices.rows() },
      };
      return { facts, ...populations, populations: reconciled.result(lists) };
    },
  };
}

/** An export that may lack rows bears on every answer to which a row more could speak, whoever's row. */
function bearsOn({ moreOnlyHelps, from }: FactDefinition, { kinds }: IncompleteExhibit): boolean {
  return moreOnlyHelps !== true && from.some((kind) => kinds.includes(kind));
}

/** A list that was cut off is a smaller whole than the true one: told with whatever was counted against it. */
function asFarAs(cut: readonly IncompleteExhibit[], fact: Fact): Fact {
  if (cut.length === 0) return fact;
  const paths = cut.map(({ path }) => path);
  const remark = `Not the whole, or perhaps not: ${paths.join(', ')}.`;
  const remarks = [...fact.remarks, remark];
  return fact.status === 'known' ? { ...fact, remarks, incomplete: paths } : { ...fact, remarks };
}

/** The lists, and which of them an answer looks at. */
function watchLists(lists: { people: Population; devices: Population }, paths: MeasuringScope['populations']) {
  const used = new Set<keyof typeof lists>();
  const watched = (list: keyof typeof lists): Population => {
    used.add(list);
    return lists[list];
  };
  return {
    lists: {
      get people() {
        return watched('people');
      },
      get devices() {
        return watched('devices');
      },
    },
    forget: () => used.clear(),
    wasUsed: (path: string) => [...used].some((list) => isIn(path, paths[list])),
  };
}

function isIn(path: string, list: string | undefined): boolean {
  return list !== undefined && (path === list || path.startsWith(`${list}!/`));
}

/** Facts that start the same fold over the same kinds share it: what it keeps of every subject is kept once. */
function startOnce(scope: Scope): (definition: FactDefinition) => Fold<EvidenceRecord, unknown> {
  const folds = new Map<FactDefinition['start'], Map<string, Fold<EvidenceRecord, unknown>>>();
  return ({ start, from }) => {
    const started = folds.get(start) ?? new Map<string, Fold<EvidenceRecord, unknown>>();
    folds.set(start, started);
    const kinds = [...from].sort(byCodeUnit).join(' ');
    const fold = started.get(kinds) ?? start(scope);
    started.set(kinds, fold);
    return fold;
  };
}

function listenersByKind(
  running: readonly Running[],
): ReadonlyMap<RecordKind, ReadonlySet<Fold<EvidenceRecord, unknown>>> {
  const listeners = new Map<RecordKind, Set<Fold<EvidenceRecord, unknown>>>();
  for (const { definition, fold } of running) {
    for (const kind of definition.from) listeners.set(kind, (listeners.get(kind) ?? new Set()).add(fold));
  }
  return listeners;
}

/** What was seen after the as-of date is no evidence for it; the reader is told how much that was. */
function withLater(fact: Fact, definition: FactDefinition, later: ReadonlyMap<RecordKind, number>): Fact {
  const count = definition.from.reduce((sum, kind) => sum + (later.get(kind) ?? 0), 0);
  if (count === 0) return fact;
  const remark = `${counted(count, 'record')} of ${definition.from.join(', ')} observed after the as-of date and not counted.`;
  return { ...fact, remarks: [...fact.remarks, remark] };
}
