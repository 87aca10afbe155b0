import { join } from 'node:path';
import { readPackage } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { PreviousPackage } from '../model/previous.ts';

/** The engagement with what the last package answered in it: that of `--against`, else the one that the engagement file names. */
export async function withPrevious(
  engagement: Engagement,
  folder: string,
  against: string | undefined,
): Promise<Engagement> {
  const { previous } = engagement;
  const path = against ?? (typeof previous === 'string' ? join(folder, previous) : undefined);
  if (path === undefined) return engagement;
  return { ...engagement, previous: await answersIn(path, engagement) };
}

/** Nothing is compared with a package that was changed since it was made, nor with another client's. */
async function answersIn(path: string, { client, asOf }: Engagement): Promise<PreviousPackage> {
  // Only who has a last package waits for the room that opens it.
  const { answersOf, FINDINGS_FILE, readArchive, verifyPackage } = await import('../bundle/index.ts');
  const bytes = await readPackage(path);
  if (!(await verifyPackage(bytes)).holds) throw failure(diagnostic('package-not-verified', { path }), { exit: 3 });
  const content = readArchive(bytes)
    ?.files.find((file) => file.path === FINDINGS_FILE)
    ?.content();
  const read = answersOf(content && JSON.parse(Buffer.from(content).toString('utf8')), sha256(bytes));
  if (read === undefined) throw failure(diagnostic('package-unreadable', { path }));
  if (read.client !== client.name) {
    throw failure(diagnostic('packages-of-two-clients', { before: read.client, after: client.name }));
  }
  if (read.asOf > asOf) throw failure(diagnostic('previous-is-later', { path, previous: read.asOf, asOf }));
  return read;
}
