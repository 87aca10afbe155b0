import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { type OperatingModel, OperatingModelFile, type OperatingModelSource } from '../model/ownership.ts';
import { hatsOver } from './hats-over.ts';

/** One source made whole, or what keeps it from that and where in its own file. */
export type Resolved =
  | { readonly id: string; readonly model: OperatingModel }
  | { readonly id: string; readonly problem: Diagnostic; readonly at: readonly PropertyKey[] };

/** Whole models, in the order of their sources: each laid over the one that it extends, however many steps away. */
export function resolveModels(sources: readonly OperatingModelSource[]): readonly OperatingModel[] {
  const twice = sources.find(({ id }, i) => sources.findIndex((source) => source.id === id) !== i);
  if (twice !== undefined) throw failure(diagnostic('operating-model-twice', { model: twice.id }));
  return resolveEach(sources).map((resolved) => {
    if ('problem' in resolved) throw failure(resolved.problem);
    return resolved.model;
  });
}

/** The same for whoever tells every problem at its place; of two sources with one id the first is extended. */
export function resolveEach(sources: readonly OperatingModelSource[]): readonly Resolved[] {
  const byId = new Map([...sources].reverse().map((source) => [source.id, source]));
  return sources.map((source): Resolved => {
    const line = lineage(source, byId);
    if (!Array.isArray(line)) return { id: source.id, problem: line.problem, at: ['extends'] };
    return whole(source.id, line.reduce(laidOver));
  });
}

/** The model and its ancestors, the oldest first; a problem of an ancestor is told of each that builds on it. */
function lineage(
  source: OperatingModelSource,
  byId: ReadonlyMap<string, OperatingModelSource>,
): OperatingModelSource[] | { readonly problem: Diagnostic } {
  const line = [source];
  for (let parent = source.extends; parent !== undefined; parent = line[0]?.extends) {
    const found = byId.get(parent);
    const child = line[0]?.id ?? source.id;
    if (found === undefined) {
      const known = [...byId.keys()].filter((id) => id !== child);
      const args = { model: child, parent, known, nearest: nearest(parent, byId.keys()) };
      return { problem: diagnostic('operating-model-parent-unknown', args) };
    }
    const at = line.indexOf(found);
    if (at >= 0) {
      const circle = [parent, ...line.slice(0, at + 1).map(({ id }) => id)].reverse();
      return { problem: diagnostic('operating-model-circle', { circle }) };
    }
    line.unshift(found);
  }
  return line;
}

function laidOver(parent: OperatingModelSource, child: OperatingModelSource): OperatingModelSource {
  const meaning = child.meaning ?? parent.meaning;
  const escalation = child.escalation ?? parent.escalation;
  const replaced = new Map(child.parties.map((party) => [party.id, party]));
  const inherited = new Set(parent.parties.map(({ id }) => id));
  return {
    id: child.id,
    title: child.title,
    because: child.because,
    ...(meaning === undefined ? {} : { meaning }),
    ...(escalation === undefined ? {} : { escalation }),
    parties: [
      ...parent.parties.map((party) => replaced.get(party.id) ?? party),
      ...child.parties.filter(({ id }) => !inherited.has(id)),
    ],
    authority: { ...parent.authority, ...child.authority },
    domains: entriesOver(parent.domains, child.domains),
    practices: entriesOver(parent.practices, child.practices),
  };
}

function entriesOver(
  parent: OperatingModelSource['domains'],
  child: OperatingModelSource['domains'],
): OperatingModelSource['domains'] {
  const entries = Object.entries(child).map(([id, hats]) => {
    const below = parent[id];
    return [id, below === undefined ? hats : { ...hatsOver(below, hats), because: hats.because }];
  });
  return { ...parent, ...Object.fromEntries(entries) };
}

function whole(id: string, merged: OperatingModelSource): Resolved {
  const parsed = OperatingModelFile.safeParse(merged);
  if (parsed.success) return { id, model: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const at = parsed.error.issues[0]?.path ?? [];
  return { id, problem: diagnostic('operating-model-incomplete', { model: id, problems }), at };
}
