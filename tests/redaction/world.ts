import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type EvidenceText, textsOf } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { SIGHTING_CLASSES, type Sightings } from '../../src/model/sighting.ts';
import { searchedWindows, searchTexts } from '../../src/redaction/index.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const KEY = Buffer.alloc(32, 7);

/** The exports of the fixtures, each of another tool or of a made-up client; what a test expects of them is no export. */
export function exportsIn(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/records\.json$|expected\.json$|engagement\.yaml$|faults/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(ROOT.length), bytes: readFileSync(path) }));
}

export async function search(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<Sightings> {
  async function* texts() {
    for (const { path, bytes } of files) {
      for await (const each of textsOf(exhibit(path, bytes))) yield searched(each);
    }
  }
  return searchTexts(texts(), { key: KEY });
}

export function exhibit(path: string, bytes: Uint8Array) {
  return {
    id: sha256(bytes),
    path,
    size: bytes.length,
    open: async function* () {
      yield bytes;
    },
  };
}

function searched({ path, sha256: hash, text }: EvidenceText) {
  return { path, sha256: hash, open: text };
}

/** A text with all that must not leave taken out of it, as whoever redacts would. */
export async function without(text: string): Promise<string> {
  let rest = '';
  for await (const { window, sightings } of searchedWindows(exhibit('x', Buffer.from(text)).open())) {
    let at = 0;
    for (const { kind, from, to } of sightings) {
      if (SIGHTING_CLASSES[kind] === 'personal') continue;
      rest += `${window.text.slice(at, from)}[${kind}]`;
      at = to;
    }
    rest += window.text.slice(at);
  }
  return rest;
}
