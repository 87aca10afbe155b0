import type { RedactionEntry } from '../model/redaction.ts';
import type { Found } from '../model/sighting.ts';
import { type Rewritten, redactedCopy } from './rewrite.ts';
import type { SearchGuard } from './scan.ts';

/** Packs an archive anew with what is given for its files; nothing where none changed. */
export type Repack = (
  change: (file: {
    readonly path: string;
    /** As UTF-8; undefined where it is no text. */
    readonly text: (() => AsyncIterable<Uint8Array>) | undefined;
  }) => Promise<Uint8Array | undefined>,
) => Promise<Uint8Array | undefined>;

/** One file of an archive with values taken out. */
export interface RedactedFile extends Rewritten {
  readonly path: string;
}

interface ArchiveCopy {
  readonly bytes: Uint8Array | undefined;
  readonly files: readonly RedactedFile[];
  /** Files that an entry asks for, in which something was found, and which are no text. */
  readonly untouchable: readonly string[];
  /** Entries that met no file. */
  readonly idle: readonly RedactionEntry[];
}

/** An archive in which values are taken out of every text that the entries speak of, be it by its own path or by that of an archive around it. */
export async function redactedArchive(
  repack: Repack,
  entries: readonly RedactionEntry[],
  { found, guard }: { readonly found: readonly Found[]; readonly guard: () => SearchGuard | undefined },
): Promise<ArchiveCopy> {
  const files: RedactedFile[] = [];
  const untouchable: string[] = [];
  const idle = new Set(entries);
  const bytes = await repack(async ({ path, text }) => {
    const asked = entries.filter((entry) => speaksOf(entry, path));
    if (asked.length === 0) return undefined;
    if (!text) {
      if (found.some((each) => each.class !== 'personal' && isWithin(each.path, path))) untouchable.push(path);
      return undefined;
    }
    const made = await redactedCopy(text(), asked, guard());
    if (made.taken.size === 0) return undefined;
    for (const entry of asked) idle.delete(entry);
    files.push({ path, ...made });
    return made.bytes;
  });
  return { bytes, files, untouchable, idle: [...idle] };
}

/** Rows are those of one file: where an archive holds several, the file has to be named. */
function speaksOf({ exhibit, rows }: RedactionEntry, path: string): boolean {
  return rows === undefined ? isWithin(path, exhibit) : path === exhibit;
}

function isWithin(path: string, container: string): boolean {
  return path === container || path.startsWith(`${container}!/`);
}
