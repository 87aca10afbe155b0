import { join } from 'node:path';
import { type Bucket, type Listed, PROBE } from '../bucket/index.ts';
import { LEDGERS, LEFT_IN_BUCKET, makeFolder, openScratch, remember } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sortedBy } from '../kernel/order.ts';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { inTurn, openCopies } from './copies.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { folded, isPath, placeObjects, shown } from './places.ts';
import { publisher } from './publish.ts';
import type { Lent, Storage } from './storage.ts';
import { ledgerKey, PACKAGES, viewOf } from './view.ts';

/** A portfolio in a bucket: what is needed of it is copied here, built, and put back. `kept`: a folder for copies that stay for the next run. */
export async function bucketStorage(bucket: Bucket, kept: string | undefined): Promise<Storage> {
  const scratch = await openScratch(kept);
  const copies = openCopies(bucket, scratch.folder, { kept: kept !== undefined });
  const { folder } = copies;
  const out = join(folder, PACKAGES);
  await makeFolder(folder);
  const turn = oneAtATime();
  const clients = new Set<string>();

  /** What goes for all clients: what lies beside their folders. Somebody may have come in since they were looked for. */
  const listBeside = async (): Promise<ReadonlyMap<string, readonly Listed[]>> => {
    const { objects, folders } = await bucket.list('', 'this');
    const beside = new Map([['', placeObjects(objects.filter(({ key }) => !key.startsWith(PROBE))).files]]);
    for (const name of folders.filter(isFolderOfFiles)) {
      const id = name.slice(0, -1);
      if (clients.has(id)) continue;
      if (await copies.one(`${name}${ENGAGEMENT_FILE}`)) clients.add(id);
      else beside.set(name, placeObjects((await bucket.list(name, 'all')).objects).files);
    }
    return beside;
  };
  const bringBeside = () =>
    turn('what lies beside', async () => {
      const beside = await listBeside();
      for (const [at, objects] of beside) await copies.mirror(at, objects);
      return [...beside.values()].flat();
    });

  const refresh = async (): Promise<readonly Diagnostic[]> => {
    const { folders } = await bucket.list('', 'this');
    const [found, notes] = await engagementsIn(folders, copies.one);
    clients.clear();
    for (const id of found) clients.add(id);
    await bringBeside();
    await copies.keepFolders(new Set([...folders.filter(isFolderOfFiles).map((name) => name.slice(0, -1)), PACKAGES]));
    const ledgers = await bucket.list(`${PACKAGES}/${LEDGERS}/`, 'all');
    await copies.mirror(`${PACKAGES}/${LEDGERS}/`, placeObjects(ledgers.objects).files);
    return notes;
  };

  const lend = async <T>(client: string, work: (lent: Lent) => Promise<T>): Promise<T> => {
    const view = await viewOf(bucket, client, await bringBeside());
    const { files, left } = placeObjects(view.own);
    await copies.mirror(`${client}/`, files);
    if (left.length > 0)
      await remember(
        join(folder, client, LEFT_IN_BUCKET),
        left.map(({ path, reason }) => ({ path: path.slice(client.length + 1), reason })),
      );
    await copies.one(ledgerKey(client));
    // A build looks at what it replaces.
    await copies.mirror(`${PACKAGES}/${client}/`, placeObjects(view.packages).files);
    const look = async () => viewOf(bucket, client, [...(await listBeside()).values()].flat());
    return work(publisher({ bucket, copies, client, view, look }));
  };

  return {
    where: bucket.where,
    folder,
    out,
    outWhere: `${bucket.where}${PACKAGES}`,
    refresh: () => turn('', refresh),
    lend: (client, work) => turn(client, () => lend(client, work)),
    within: (client, work) => turn(client, () => lend(client, () => work())),
    stands: async (client, { file, bytes, sha256 }) => {
      const standing = await bucket.look(`${PACKAGES}/${client}/${file}`);
      return standing?.size === bytes && standing.sha256 === sha256;
    },
    read: async (client, file) => {
      const read = await bucket.read(`${PACKAGES}/${client}/${file}`);
      const chunks: Uint8Array[] = [];
      if (read !== undefined && read !== 'same') for await (const chunk of read.bytes) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    close: () => scratch.close(),
  };
}

/** As a listing tells it, with a slash at its end; not those that nobody takes for a client's, nor that of the packages. */
function isFolderOfFiles(name: string): boolean {
  return isPath(name.slice(0, -1)) && !name.startsWith('.') && name !== `${PACKAGES}/`;
}

/** Folders with an engagement; two that some system takes for one are refused, and what can be no folder is told. */
async function engagementsIn(
  folders: readonly string[],
  bring: (key: string) => Promise<boolean>,
): Promise<readonly [ReadonlySet<string>, readonly Diagnostic[]]> {
  const found = new Map<string, string>();
  const notes: Diagnostic[] = [];
  for (const name of folders.filter((each) => !isPath(each.slice(0, -1))))
    notes.push(diagnostic('bucket-folder-left', { name: shown(name) }));
  await inTurn(folders.filter(isFolderOfFiles), async (name) => {
    if (!(await bring(`${name}${ENGAGEMENT_FILE}`))) return;
    const id = name.slice(0, -1);
    const other = found.get(folded(id));
    if (other !== undefined) {
      const [one = '', two = ''] = sortedBy([id, other], (each) => each);
      throw failure(diagnostic('bucket-clients-alike', { one, other: two }));
    }
    found.set(folded(id), id);
  });
  return [new Set(found.values()), notes];
}
