import { join } from 'node:path';
import { type Entry, entryNamed, readPackage } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { PreviousPackage } from '../model/previous.ts';

/**
 * The engagement with what the last package answered in it: that of `--against`, else the one that the engagement file names. `@2025-10-15` and
 * `@last` name one that the client's store keeps.
 */
export async function withPrevious(
  engagement: Engagement,
  folder: string,
  against: string | undefined,
): Promise<Engagement> {
  const { previous } = engagement;
  const said = against ?? (typeof previous === 'string' ? previous : undefined);
  if (said === undefined) return engagement;
  const entry = await entryNamed(said, folder);
  if (entry) return withStored(engagement, entry);
  return { ...engagement, previous: await answersIn(against ?? join(folder, said), engagement) };
}

/** The first year has no last one: `@last` then names nothing. */
async function withStored({ previous: _, ...engagement }: Engagement, entry: Entry): Promise<Engagement> {
  const { answersIn: answersOfBuild, withEntry } = await import('../store/index.ts');
  const choice = { wanted: 'findings', before: entry.word === 'last' ? engagement.asOf : undefined } as const;
  const read = await withEntry(entry, choice, async (store, build) => build && answersOfBuild(store, build));
  if (read === undefined) return engagement;
  return { ...engagement, previous: checked(read, `${entry.folder}@${entry.word}`, engagement) };
}

/** Nothing is compared with a package that was changed since it was made, nor with another client's. */
async function answersIn(path: string, engagement: Engagement): Promise<PreviousPackage> {
  // Only who has a last package waits for the room that opens it.
  const { answersOf, ENGAGEMENT_COPY, FINDINGS_FILE, jsonOf, readArchive, verifyPackage } = await import(
    '../bundle/index.ts'
  );
  const bytes = await readPackage(path);
  if (!(await verifyPackage(bytes)).holds) throw failure(diagnostic('package-not-verified', { path }), { exit: 3 });
  const files = readArchive(bytes)?.files ?? [];
  const read = answersOf(jsonOf(files, FINDINGS_FILE), jsonOf(files, ENGAGEMENT_COPY), sha256(bytes));
  if (read === undefined) throw failure(diagnostic('package-unreadable', { path }));
  return checked(read, path, engagement);
}

function checked(read: PreviousPackage, path: string, { client, asOf }: Engagement): PreviousPackage {
  if (read.client !== client.name) {
    throw failure(diagnostic('packages-of-two-clients', { before: read.client, after: client.name }));
  }
  if (read.asOf > asOf) throw failure(diagnostic('previous-is-later', { path, previous: read.asOf, asOf }));
  return read;
}
