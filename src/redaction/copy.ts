import type { RedactionReason } from '../kernel/messages/redaction.ts';
import type { RedactionEntry } from '../model/redaction.ts';
import type { Found } from '../model/sighting.ts';
import { type RedactedFile, type Repack, redactedArchive } from './archive-copy.ts';
import { redactedCopy } from './rewrite.ts';
import type { ScanOptions, SearchGuard } from './scan.ts';

/** An exhibit of the folder, for whoever makes a copy of it. */
export interface Handed {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** As UTF-8; undefined where the file itself is no text (an archive, a picture). */
  readonly text: (() => AsyncIterable<Uint8Array>) | undefined;
  /** Of an archive. */
  readonly repack?: Repack | undefined;
}

/** What a copy is made with. */
interface Making {
  readonly exhibit: (path: string) => Promise<Handed | undefined>;
  /** Holds each copy that is made to what it may cost. */
  readonly costs?: Pick<ScanOptions, 'startGuard' | 'tolerates'> | undefined;
}

interface Copy {
  /** Nothing where nothing was taken out. */
  readonly bytes: Uint8Array | undefined;
  readonly files: readonly RedactedFile[];
  readonly open: Handed['open'];
  readonly idle: readonly RedactionEntry[];
}

/** The exhibit as it may leave: a text by itself, or an archive with its texts. */
export async function copyOf(
  path: string,
  redact: readonly RedactionEntry[],
  { found, request }: { readonly found: readonly Found[]; readonly request: Making },
): Promise<Copy | RedactionReason> {
  const handed = await request.exhibit(path);
  if (!handed) return 'no-text';
  const { open, text, repack } = handed;
  if (repack) {
    const made = await within(request, 'sealed', () =>
      redactedArchive(repack, redact, { found, guard: () => request.costs?.startGuard?.() }),
    );
    if (typeof made === 'string') return made;
    return made.untouchable.length > 0 ? 'container' : { ...made, open };
  }
  const beyond = [...found.map((each) => each.path), ...redact.map(({ exhibit }) => exhibit)];
  if (!text || redact.some(({ exhibit }) => exhibit !== path))
    return beyond.some((each) => each !== path) ? 'container' : 'no-text';
  const made = await within(request, 'too-costly', (guard) => redactedCopy(text(), redact, guard));
  if (typeof made === 'string') return made;
  return made.taken.size === 0
    ? { bytes: undefined, files: [], open, idle: redact.slice(0, 1) }
    : { bytes: made.bytes, files: [{ path, ...made }], open, idle: [] };
}

/** The reason, where what was to be made costs too much or cannot be read. */
export async function within<T>(
  { costs }: Making,
  reason: RedactionReason,
  make: (guard: SearchGuard | undefined) => Promise<T>,
): Promise<T | RedactionReason> {
  try {
    return await make(costs?.startGuard?.());
  } catch (error) {
    if (!costs?.tolerates?.(error)) throw error;
    return reason;
  }
}
