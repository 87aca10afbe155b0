import { placeExhibits } from '../bundle/index.ts';
import { type Assessed, assessFolder, keyFor, materialsOf, stopForOtherClients } from '../client/index.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { outermost } from '../kernel/place.ts';
import { searchExhibits } from '../leaks.ts';
import type { Edition } from '../model/engagement.ts';
import type { ExhibitPlacement, PackagePlan } from '../model/package.ts';
import type { Found, SightingClass, SightingKind, Sightings } from '../model/sighting.ts';
import { planEdition } from '../pipeline.ts';
import { editionsOf } from './build-packages.ts';
import { stopForSiblings } from './siblings.ts';
import { tellPreview } from './tell-preview.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** What an edition would let out, before anything is written. */
export interface Preview {
  readonly edition: Edition;
  /** Files of the package by their role, with their bytes. */
  readonly leaves: readonly { readonly role: string; readonly files: number; readonly bytes: number }[];
  readonly exhibits: {
    readonly originals: number;
    readonly copies: number;
    readonly heldBack: number;
  };
  /** What was found, by kind, and in how many exhibits; what becomes of it in this edition. */
  readonly found: readonly {
    readonly kind: SightingKind;
    readonly class: SightingClass;
    readonly count: number;
    readonly exhibits: number;
    readonly leaves: boolean;
  }[];
  /** Why it would not be built. */
  readonly stops: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

/** Makes each edition as `build` would, down to the search of all its bytes, and writes nothing but the key that pseudonyms need. */
export async function previewEditions(given: Given, terminal: Terminal): Promise<number> {
  const assessed = await assessFolder(given.args[0] ?? '.', terminal);
  stopForOtherClients(assessed.findings);
  await stopForSiblings(assessed);
  const { previews, sightings } = await previewsOf(assessed, editionsOf(given, assessed), terminal);
  if (terminal.json) {
    const unsearched = sightings.unsearched.map(({ path, because }) => ({ path, because }));
    terminal.say(
      JSON.stringify(
        { schema: 'proofpack.preview/1', searched: sightings.searched, unsearched, editions: previews },
        null,
        2,
      ),
    );
  } else tellPreview(terminal, previews, sightings);
  return DONE;
}

export async function previewsOf(
  assessed: Assessed,
  editions: readonly Edition[],
  terminal: Terminal,
): Promise<{ readonly previews: readonly Preview[]; readonly sightings: Sightings }> {
  const { key: ownerKey, notes } = await keyFor(assessed, editions);
  terminal.progress('Looking for secrets');
  const sightings = await searchExhibits(assessed.exhibits, { key: ownerKey });
  const materials = await materialsOf(assessed);
  const previews: Preview[] = [];
  for (const edition of editions) {
    const placements = placeExhibits(assessed.findings.exhibits, edition);
    terminal.progress(edition);
    previews.push(
      await previewOf(edition, { placements, sightings, notes }, () =>
        planEdition({ ...assessed, edition, materials, sightings, ownerKey }),
      ),
    );
  }
  return { previews, sightings };
}

interface Known {
  readonly placements: readonly ExhibitPlacement[];
  readonly sightings: Sightings;
  readonly notes: readonly Diagnostic[];
}

async function previewOf(edition: Edition, known: Known, plan: () => ReturnType<typeof planEdition>): Promise<Preview> {
  try {
    const { value, notes } = await plan();
    return { ...summary(edition, value, known), stops: [], notes: [...known.notes, ...notes] };
  } catch (error) {
    if (!(error instanceof ProofpackError)) throw error;
    return { ...summary(edition, undefined, known), stops: error.problems, notes: known.notes };
  }
}

function summary(
  edition: Edition,
  plan: PackagePlan | undefined,
  { placements, sightings }: Known,
): Omit<Preview, 'stops' | 'notes'> {
  const entries = plan?.entries ?? [];
  const roles = [...new Set(entries.map(({ role }) => role))];
  const copied = new Set(
    plan?.settled?.filter(({ redacted }) => redacted !== undefined).map(({ original }) => original),
  );
  const leaving = new Set(
    (plan?.settled ?? placements).flatMap(({ original, packaged }) =>
      packaged === null || copied.has(original) ? [] : [original],
    ),
  );
  return {
    edition,
    leaves: roles.map((role) => {
      const files = entries.filter((entry) => entry.role === role);
      return { role, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
    }),
    exhibits: {
      originals: leaving.size,
      copies: copied.size,
      heldBack: placements.length - leaving.size - copied.size,
    },
    found: byKind(sightings.found, (path) => leaving.has(outermost(path))),
  };
}

function byKind(found: readonly Found[], leaves: (path: string) => boolean): Preview['found'] {
  const kinds = new Map<SightingKind, Found[]>();
  for (const each of found) kinds.set(each.kind, [...(kinds.get(each.kind) ?? []), each]);
  const ranks = { secret: 0, sensitive: 1, personal: 2 } as const;
  return [...kinds]
    .map(([kind, same]) => ({
      kind,
      class: same[0]?.class ?? 'personal',
      count: same.reduce((sum, { count }) => sum + count, 0),
      exhibits: new Set(same.map(({ path }) => outermost(path))).size,
      leaves: same.some(({ path }) => leaves(path)),
    }))
    .sort((a, b) => ranks[a.class] - ranks[b.class] || b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
