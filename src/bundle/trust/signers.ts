import { EASTERNMOST_OFFSET_MS, WESTERNMOST_OFFSET_MS } from '../../kernel/zone.ts';
import { keyInBlob } from './ssh-key.ts';

/** Whose key may sign, as somebody says who verifies: a line of an allowed_signers file, or a public key alone. */
export interface AllowedSigner {
  /** Nothing for a public key without a comment. */
  readonly name: string | null;
  readonly publicKey: Uint8Array;
  /** Instants in milliseconds of UTC between which the line holds. */
  readonly from: number | null;
  readonly until: number | null;
}

/** Options are divided by commas: read in one way only, a line that is none costs no time. */
const LINE =
  /^(?:(\S+)\s+(?:([a-z-]+(?:="[^"]*")?(?:,[a-z-]+(?:="[^"]*")?)*)\s+)?)?ssh-ed25519\s+([A-Za-z0-9+/]+=*)(?:\s+(.*))?$/i;

/** Reads both forms; a line of another kind of key, or with an option that we do not know, vouches for nobody. */
export function readSigners(text: string, namespace: string): readonly AllowedSigner[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const read = LINE.exec(line.trim());
    if (!read || line.startsWith('#')) return [];
    const [, principals, options = '', key = '', comment = ''] = read;
    const publicKey = keyInBlob(Buffer.from(key, 'base64'));
    const said = optionsIn(options, namespace);
    if (!publicKey || !said) return [];
    return [{ name: principals ?? (comment.trim() || null), publicKey, ...said }];
  });
}

function optionsIn(text: string, namespace: string): { from: number | null; until: number | null } | undefined {
  const said: { from: number | null; until: number | null } = { from: null, until: null };
  for (const [, name = '', value = ''] of text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)) {
    const option = name.toLowerCase();
    if (option === 'namespaces' && value.split(',').includes(namespace)) continue;
    // A time without a zone lies between two readings; the line holds only while both say so.
    if (option === 'valid-after') said.from = instantOf(value, WESTERNMOST_OFFSET_MS);
    else if (option === 'valid-before') said.until = instantOf(value, EASTERNMOST_OFFSET_MS);
    else return undefined;
    if (Number.isNaN(said.from) || Number.isNaN(said.until)) return undefined;
  }
  return said;
}

/** `20261015`, `202610150930`, `20261015093000Z` (ssh-keygen(1)); not a number when it is none of these. */
function instantOf(text: string, offset: number): number {
  const written = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z?)$/i.exec(text);
  if (!written) return Number.NaN;
  const [, y, m, d, h = 0, min = 0, s = 0, utc] = written;
  const wall = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s));
  return utc ? wall : wall - offset;
}
