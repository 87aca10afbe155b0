import { basename } from 'node:path';
import { saveOutput } from '../disk/index.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { PackagePlan } from '../model/package.ts';
import type { EditionRequest } from '../pipeline.ts';
import { installed } from './installed.ts';
import type { Lock } from './lock.ts';

/** Slides that were written beside a package. */
export interface Slides {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Loaded only when slides are asked for, and before anything is built: whoever never asks does without the library. */
export async function slideMaker(): Promise<EditionRequest['makeDeck']> {
  const library = await installed('pptxgenjs', () => import('pptxgenjs'));
  const { renderDeck } = await import('../deck/index.ts');
  return (deck) => renderDeck(deck, library);
}

/** Under the package's name, locked as the package is. What stands there may be somebody's work by now: it is replaced only on demand. */
export async function writeSlides(
  packagePath: string,
  { beside = [] }: PackagePlan,
  { lock, replace }: { readonly lock: Lock | undefined; readonly replace: boolean },
): Promise<readonly Slides[]> {
  const written: Slides[] = [];
  for (const { ending, content } of beside) {
    const name = `${packagePath.replace(/\.zip$/i, '')}${ending}`;
    const bytes = lock ? await lock.lock(basename(name), content) : content;
    const path = lock ? lock.pathOf(name) : name;
    await saveOutput(path, bytes, { replace });
    written.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
  }
  return written;
}
