import { pack, verifyPackage } from '../bundle/index.ts';
import { type SaveRequest, savePackage } from '../disk/index.ts';
import type { PackagePlan } from '../model/package.ts';

/** A plan as a file under its name: whole, read back and verified, or not there at all. */
export async function publish(
  path: string,
  plan: PackagePlan,
  { replace }: Pick<SaveRequest, 'replace'>,
): Promise<Uint8Array> {
  const bytes = await pack(plan);
  await savePackage({ bytes, path, replace, check: async (back) => (await verifyPackage(back)).holds });
  return bytes;
}
