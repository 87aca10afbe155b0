import type { Bucket, Listed } from '../bucket/index.ts';
import { COMMITMENTS, LEDGERS, LEFT_IN_BUCKET, ledgerName, OWNER_KEY, STORE_FOLDER } from '../disk/index.ts';

/** In a bucket as in a folder: where packages go. */
export const PACKAGES = 'packages';

/** What stands in a bucket of one client at one time, with the version of each object. */
export interface View {
  /** The client's own files. */
  readonly own: readonly Listed[];
  /** What goes for all clients. */
  readonly beside: readonly Listed[];
  readonly packages: readonly Listed[];
  /** The version of its ledger. */
  readonly ledger: string | undefined;
}

export async function viewOf(bucket: Bucket, client: string, beside: readonly Listed[]): Promise<View> {
  const [own, packages, ledger] = await Promise.all([
    bucket.list(`${client}/`, 'all'),
    bucket.list(`${PACKAGES}/${client}/`, 'all'),
    bucket.look(ledgerKey(client)),
  ]);
  return {
    // What a copy says of itself no bucket can say.
    own: own.objects.filter(({ key }) => key !== `${client}/${LEFT_IN_BUCKET}`),
    beside,
    packages: packages.objects,
    ledger: ledger?.version,
  };
}

export function ledgerKey(client: string): string {
  return `${PACKAGES}/${LEDGERS}/${ledgerName(client)}`;
}

/** Whether both would be built of the same: what runs of ours write beside the exhibits may be another by now. */
export function seesTheSame(client: string, one: View, other: View): boolean {
  const inputs = ({ own, beside }: View) =>
    [...own.filter(({ key }) => !isWritten(key.slice(client.length + 1))), ...beside]
      .map(({ key, version, size }) => `${key}\n${version}\n${size}`)
      .sort();
  return JSON.stringify(inputs(one)) === JSON.stringify(inputs(other));
}

function isWritten(path: string): boolean {
  return path === COMMITMENTS || path === OWNER_KEY || path.startsWith(`${STORE_FOLDER}/`);
}
