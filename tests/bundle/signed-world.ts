import { unzipSync, zipSync } from 'fflate';
import { assuranceOf, type PackageParts, pack, planPackage, signingKey, signPlan } from '../../src/bundle/index.ts';
import { SMALL } from './world.ts';

/** Two keys of fixed bytes, so that every signature of a story is the same each time. */
export const MARTA = signingKey(Buffer.alloc(32, 7), 'marta@northlake.example');
export const MALLORY = signingKey(Buffer.alloc(32, 9), 'mallory@elsewhere.example');

export function signedPackage(key = MARTA, parts: Partial<PackageParts> = {}): Promise<Uint8Array> {
  const { level, signer = '' } = assuranceOf({ key, stamped: false });
  const whole = { ...SMALL, assurance: { level, signer }, ...parts };
  return pack(signPlan(planPackage(whole), whole, key));
}

export type Files = Record<string, Uint8Array>;

/** The package packed once more after somebody had a hand in its files. */
export function tampered(bytes: Uint8Array, edit: (files: Files) => void): Uint8Array {
  const files = unzipSync(bytes);
  edit(files);
  return zipSync(files);
}
