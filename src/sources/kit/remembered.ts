import type { FileContext } from '../../intake/contract.ts';

/** What a source remembers of the file it is reading: the one place that trusts a key to hold what was put there. */
export function remembered<T>(file: FileContext, key: string, start: () => T): T {
  if (!file.memory.has(key)) file.memory.set(key, start());
  return file.memory.get(key) as T;
}
