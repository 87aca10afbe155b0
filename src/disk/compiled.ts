import { readFile } from 'node:fs/promises';
import { sha256 } from '../kernel/sha256.ts';

/** Files of the shipped catalogue as the build read and checked them, each with the hash of the text that it was read from. */
export type Compiled = Readonly<Record<string, { readonly sha256: string; readonly value: unknown }>>;

/** Beside the compiled code only: sources are always read from the text. */
const FILE = new URL('../catalogue.json', import.meta.url);

let compiled: Promise<Compiled> | undefined;

export function compiledCatalog(): Promise<Compiled> {
  compiled ??= readFile(FILE, 'utf8').then(
    (text) => JSON.parse(text) as Compiled,
    () => ({}),
  );
  return compiled;
}

/** What the build made of exactly this text; reading YAML with places for every value costs a second that nobody needs. */
export function compiledValue(from: Compiled, path: string, text: string): unknown {
  const found = from[path];
  return found?.sha256 === sha256(text) ? found.value : undefined;
}
