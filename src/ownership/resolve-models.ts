import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { type OperatingModel, OperatingModelFile, type OperatingModelSource } from '../model/ownership.ts';
import { hatsOver } from './hats-over.ts';

/** Whole models, in the order of their sources: each laid over the one that it extends, however many steps away. */
export function resolveModels(sources: readonly OperatingModelSource[]): readonly OperatingModel[] {
  const byId = new Map<string, OperatingModelSource>();
  for (const source of sources) {
    if (byId.has(source.id)) throw failure(diagnostic('operating-model-twice', { model: source.id }));
    byId.set(source.id, source);
  }
  return sources.map((source) => whole(source.id, lineage(source, byId).reduce(laidOver)));
}

/** The model and its ancestors, the oldest first. */
function lineage(
  source: OperatingModelSource,
  byId: ReadonlyMap<string, OperatingModelSource>,
): readonly OperatingModelSource[] {
  const line = [source];
  for (let parent = source.extends; parent !== undefined; parent = line[0]?.extends) {
    const found = byId.get(parent);
    const child = line[0]?.id ?? source.id;
    if (found === undefined)
      throw failure(
        diagnostic('operating-model-parent-unknown', {
          model: child,
          parent,
          known: [...byId.keys()].filter((id) => id !== child),
          nearest: nearest(parent, byId.keys()),
        }),
      );
    const at = line.indexOf(found);
    if (at >= 0) {
      const circle = [parent, ...line.slice(0, at + 1).map(({ id }) => id)].reverse();
      throw failure(diagnostic('operating-model-circle', { circle }));
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

function whole(id: string, merged: OperatingModelSource): OperatingModel {
  const parsed = OperatingModelFile.safeParse(merged);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw failure(diagnostic('operating-model-incomplete', { model: id, problems }));
}
