import { join } from 'node:path';
import { placeExhibits } from '../bundle/index.ts';
import { OWNER_KEY, ownerKey, readOwnerKey, saveCommitments } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { searchExhibits, settleExhibits } from '../leaks.ts';
import type { Edition } from '../model/engagement.ts';
import type { ExhibitPlacement } from '../model/package.ts';
import type { Sightings } from '../model/sighting.ts';
import { withOwnWords } from '../own-words.ts';
import { saltOf } from '../redaction/index.ts';
import { EDITION_TRAITS } from '../report/index.ts';
import type { Assessed } from './assess-folder.ts';
import type { Progress } from './progress.ts';

/** What a run knows of what must not leave: shared by its editions. */
export interface Guarded {
  readonly sightings: Sightings;
  readonly ownerKey: Uint8Array | undefined;
  readonly notes: readonly Diagnostic[];
  /** Of each edition, what becomes of its exhibits. */
  readonly settled: ReadonlyMap<Edition, readonly ExhibitPlacement[]>;
}

/** Before the first edition is written: searches the exhibits, and stops for what would leave and nobody decided about. */
export async function guardLeaks(
  assessed: Assessed,
  editions: readonly Edition[],
  progress: Progress,
): Promise<Guarded> {
  const { engagement, exhibits, findings } = assessed;
  const { key, notes } = await keyFor(assessed, editions);
  progress.progress('Looking for secrets');
  const searched = await searchExhibits(exhibits, {
    key,
    onFile: (path) => progress.progress(`Looking for secrets: ${path}`),
  });
  const sightings = withOwnWords(searched, engagement);
  const settled = new Map<Edition, readonly ExhibitPlacement[]>();
  for (const edition of editions) {
    const placements = placeExhibits(findings.exhibits, edition);
    const { sanitises } = EDITION_TRAITS[edition];
    const done = await settleExhibits({ engagement, exhibits, placements, sightings, key, sanitises });
    settled.set(edition, done.placements);
  }
  return { sightings, ownerKey: key, notes, settled };
}

/** Made at its first use; a folder that cannot be written to only costs the pseudonyms, and copies cannot be made without it. */
export async function keyFor(
  { folder, engagement }: Pick<Assessed, 'folder' | 'engagement'>,
  editions: readonly Edition[],
): Promise<{ key: Uint8Array | undefined; notes: readonly Diagnostic[] }> {
  const copies = (engagement.redaction ?? []).some(({ action }) => action === 'redact' || action === 'sanitise');
  const pseudonyms = editions.some((edition) => edition === 'insurer' || edition === 'customer');
  if (!copies && !pseudonyms) return { key: await readOwnerKey(folder), notes: [] };
  const without = (code: 'owner-key-unread' | 'owner-key-unkept') => (error: unknown) => {
    if (copies || !(error instanceof ProofpackError) || error.exit !== 6) throw error;
    return { key: undefined, notes: [diagnostic(code, { path: join(folder, OWNER_KEY) })] };
  };
  const withKey = (key: Uint8Array | undefined) => key && { key, notes: [] };
  const known = await readOwnerKey(folder).then(withKey, without('owner-key-unread'));
  return known ?? ownerKey(folder).then((key) => ({ key, notes: [] }), without('owner-key-unkept'));
}

/** The salts stay beside the engagement: what its owner needs to show an original later. */
export async function keepCommitments({ folder }: Assessed, { settled, ownerKey: key }: Guarded): Promise<void> {
  if (key === undefined) return;
  const made = [...settled].flatMap(([edition, placements]) =>
    placements.flatMap(({ number, original, sha256, redacted }) =>
      redacted === undefined
        ? []
        : [
            {
              edition,
              number,
              path: original,
              original: sha256,
              copy: redacted.sha256,
              salt: Buffer.from(saltOf(key, sha256)).toString('hex'),
              commitment: redacted.commitment,
            },
          ],
    ),
  );
  if (made.length > 0) await saveCommitments(folder, made);
}
