import { join } from 'node:path';
import type { Bucket } from '../bucket/index.ts';
import { COMMITMENTS, filesBelow, OWNER_KEY, readLedger, STORE_FOLDER } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { byCodeUnit } from '../kernel/order.ts';
import { type Copies, inTurn } from './copies.ts';
import { give } from './give.ts';
import type { Lent } from './storage.ts';
import { ledgerKey, PACKAGES, seesTheSame, type View } from './view.ts';

export interface Published {
  readonly bucket: Bucket;
  readonly copies: Copies;
  readonly client: string;
  /** What stood in the bucket when it was copied: nothing else is replaced. */
  readonly view: View;
  /** What stands there now. */
  readonly look: () => Promise<View>;
}

/** Puts what a build left in the copy of a client's folder into the bucket. Whatever stands there is replaced only if it stood there when the copies were made. */
export function publisher({ bucket, copies, client, view, look }: Published): Lent {
  const { folder } = copies;
  const standing = new Map([...view.own, ...view.packages].map(({ key, version }) => [key, version]));
  const put = (key: string) => give({ bucket, copies, key, instead: standing.get(key) });
  const keepKey = async () => {
    const key = `${client}/${OWNER_KEY}`;
    return standing.has(key) || (await put(key)) !== 'taken';
  };
  const insist = async (key: string) => {
    if ((await put(key)) === 'taken') throw failure(diagnostic('bucket-taken', { key }), { exit: 6 });
  };
  const putPackages = async () => {
    const made = (await readLedger(join(folder, PACKAGES), client, 'build'))?.packages ?? [];
    for (const { file } of made.flatMap((each) => [each, ...(each.slides ?? [])]))
      await insist(`${PACKAGES}/${client}/${file}`);
  };
  return {
    keepKey,
    publish: async () => {
      if (!seesTheSame(client, view, await look())) throw failure(diagnostic('inputs-differ', { client }), { exit: 6 });
      if (!(await keepKey())) throw failure(diagnostic('bucket-taken', { key: `${client}/${OWNER_KEY}` }), { exit: 6 });
      await putPackages();
      await putStore({ bucket, folder, client, standing, insist });
      await insist(`${client}/${COMMITMENTS}`);
      // Last: whoever reads it finds what it tells of.
      const ledger = { bucket, copies, key: ledgerKey(client), instead: view.ledger };
      if ((await give(ledger)) === 'taken')
        throw failure(diagnostic('bucket-taken', { key: ledgerKey(client) }), { exit: 6 });
    },
  };
}

interface StoreToPut {
  readonly bucket: Bucket;
  readonly folder: string;
  readonly client: string;
  readonly standing: ReadonlyMap<string, string>;
  readonly insist: (key: string) => Promise<void>;
}

/**
 * Builds that are kept: first the files under their hash, then the next number of the index, which is given once; whoever comes too late begins anew with what stands
 * there then. What a run took away of the oldest numbers goes last.
 */
async function putStore({ bucket, folder, client, standing, insist }: StoreToPut): Promise<void> {
  const at = `${client}/${STORE_FOLDER}/`;
  const here = new Set([...(await filesBelow(join(folder, at), 'all')).keys()].map((path) => `${at}${path}`));
  const added = [...here].filter((key) => !standing.has(key)).sort(byCodeUnit);
  await inTurn(
    added.filter((key) => key.startsWith(`${at}objects/`)),
    insist,
  );
  for (const key of added.filter((key) => !key.startsWith(`${at}objects/`))) await insist(key);
  for (const key of standing.keys()) if (key.startsWith(`${at}index/`) && !here.has(key)) await bucket.remove(key);
}
