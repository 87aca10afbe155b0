import { stat } from 'node:fs/promises';

/** A package that is named by its place in a store: `clients/lakeside@2026-10-15`, `@last`. */
export interface Entry {
  readonly folder: string;
  readonly word: string;
}

/** Undefined for what names a file: a path may hold an `@` too, and a file that is there is meant. `folder` is the one of a bare `@last`. */
export async function entryNamed(text: string, folder?: string): Promise<Entry | undefined> {
  const [, before, word] = /^(.*)@([0-9a-f-]{6,64}|last)$/.exec(text) ?? [];
  const at = before === '' ? folder : before;
  if (at === undefined || word === undefined || (await stat(text).catch(() => undefined))) return undefined;
  return { folder: at, word };
}
