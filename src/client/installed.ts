import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

/** Packages that only one flag needs are optional: whoever never gives it does without. */
export async function installed<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw failure(diagnostic('package-not-installed', { name }), { cause });
  }
}
