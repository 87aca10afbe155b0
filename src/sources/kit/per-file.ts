import type { FileContext } from '../../intake/contract.ts';

/** What a reading must remember from line to line: made when a file is first seen, typed, and gone with the file. */
export function perFile<T>(start: (file: FileContext) => T): (file: FileContext) => T {
  const states = new WeakMap<Map<string, unknown>, T>();
  return (file) => {
    const known = states.get(file.memory);
    if (known !== undefined) return known;
    const fresh = start(file);
    states.set(file.memory, fresh);
    return fresh;
  };
}
