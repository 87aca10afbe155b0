import { basename, join } from 'node:path';
import { pack, verifyPackage } from '../bundle/index.ts';
import { type Finisher, publish } from '../client/index.ts';
import { isTaken, saveOutput, saveUnlessChanged } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { PackagePlan } from '../model/package.ts';
import type { BuiltPackage } from '../model/portfolio-client.ts';

export interface HandOut {
  /** Where packages of this client go. */
  readonly folder: string;
  readonly finisher: Finisher | undefined;
  /** Slides that an earlier run wrote there: they are nobody's work while they are the same. */
  readonly before: readonly Sha256[];
}

/** A plan under its name, locked where that is asked, with its slides beside it; and the bytes of the package itself. */
export async function handOut(
  plan: PackagePlan,
  { folder, finisher, before }: HandOut,
): Promise<{ readonly built: BuiltPackage; readonly bytes: Uint8Array }> {
  const path = join(folder, `${plan.name}.zip`);
  const slides = await handOutSlides(plan, { folder, finisher, before });
  const { edition } = plan;
  const more = slides.length === 0 ? {} : { slides };
  if (finisher?.lock === undefined) {
    const bytes = await publish(path, plan, { replace: 'packages' });
    return { bytes, built: { edition, file: basename(path), ...written(bytes), seal: sealOf(bytes), ...more } };
  }
  const { lock } = finisher;
  const bytes = await pack(plan);
  if (!(await verifyPackage(bytes)).holds) throw failure(diagnostic('package-damaged-on-disk', { path }), { exit: 6 });
  const locked = await lock.lock(basename(path), bytes);
  const target = lock.pathOf(path);
  // Nobody works on a locked file: what stands there is one of ours, or of a run that was killed.
  await saveOutput(target, locked, { replace: true });
  const encrypted = { how: lock.how, holds: { name: basename(path), sha256: sha256(bytes) } };
  return {
    bytes,
    built: { edition, file: basename(target), ...written(locked), seal: tailOf(locked), encrypted, ...more },
  };
}

/** What an earlier run left there without a lock, under the names of what is locked now: whoever sends the folder would send both. */
export async function unlockedBeside(
  folder: string,
  packages: readonly BuiltPackage[],
): Promise<readonly Diagnostic[]> {
  const notes: Diagnostic[] = [];
  for (const { encrypted } of packages) {
    const path = encrypted && join(folder, encrypted.holds.name);
    if (path !== undefined && (await isTaken(path))) notes.push(diagnostic('unlocked-beside', { path }));
  }
  return notes;
}

async function handOutSlides(
  { name, beside = [] }: PackagePlan,
  { folder, finisher, before }: HandOut,
): Promise<NonNullable<BuiltPackage['slides']>> {
  const slides: NonNullable<BuiltPackage['slides']> = [];
  for (const { ending, content } of beside) {
    const plain = `${name}${ending}`;
    const bytes = finisher?.lock ? await finisher.lock.lock(plain, content) : content;
    const path = join(folder, finisher?.lock ? finisher.lock.pathOf(plain) : plain);
    if (finisher?.lock || finisher?.replace) await saveOutput(path, bytes, { replace: true });
    else await saveUnlessChanged(path, bytes, { ours: before });
    slides.push({ file: basename(path), ...written(bytes) });
  }
  return slides;
}

function written(bytes: Uint8Array): { readonly sha256: Sha256; readonly bytes: number } {
  return { sha256: sha256(bytes), bytes: bytes.length };
}

const SEAL = 64;

/** What a package says at its end of all that stands before. */
function sealOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(-SEAL)).toString('latin1');
}

/** Of a locked file, whose end is different each time: what is enough to know it again by. */
function tailOf(bytes: Uint8Array): Sha256 {
  return sha256(bytes.subarray(-SEAL));
}
