import type { IdentifierIndex, IdentifierKind } from './identifiers.ts';

/** Another client's identifier in a text, and how it is written there. */
export interface Mark {
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly client: string;
  readonly written: string;
}

/** A run of a text that can be a host, a domain, an address or an id, and how far into the text it begins. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;

/** Looks words up in the index: time goes with the text, not with the number of clients. */
export function lookFor(index: IdentifierIndex, own: string) {
  const whole = new Map<string, IdentifierIndex[number]>();
  const domains = new Map<string, IdentifierIndex[number]>();
  const prefixes = new Map<string, IdentifierIndex[number]>();
  for (const entry of index) {
    const [kind, value] = entry;
    (kind === 'domain' ? domains : kind === 'host-prefix' ? prefixes : whole).set(value, entry);
  }
  const lengths = [...new Set([...prefixes.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  const find = (word: string): IdentifierIndex[number] | undefined =>
    whole.get(word) ?? domainOf(word, domains) ?? prefixOf(word, prefixes, lengths);
  return {
    /** What stands in the text of others, and whether anything of the client's own does. */
    in(text: string): {
      readonly marks: readonly (Mark & { readonly at: number })[];
      readonly owns: readonly number[];
    } {
      const marks: (Mark & { at: number })[] = [];
      const owns: number[] = [];
      for (const { 0: found, index: at } of text.matchAll(WORD)) {
        const word = found.replace(/[._-]+$/, '').toLowerCase();
        const entry = find(word);
        // A guest is a person of elsewhere in a tenant of ours, and no row of the other's export.
        if (entry === undefined) {
          if (word === 'ext' && text.charAt(at - 1) === '#') owns.push(at);
          continue;
        }
        const [kind, value, client] = entry;
        if (client === own) owns.push(at);
        // A page that somebody visited says nothing of whose file it is.
        else if (kind !== 'domain' || text.slice(at - 3, at) !== '://')
          marks.push({ kind, value, client, written: found, at });
      }
      return { marks, owns };
    },
  };
}

/** The longest domain that a name lies in: a subsidiary's own domain below its parent's is its own. */
function domainOf(word: string, domains: ReadonlyMap<string, IdentifierIndex[number]>) {
  for (let from = 0; from >= 0; from = word.indexOf('.', from) + 1 || -1) {
    const known = domains.get(from === 0 ? word : word.slice(from));
    if (known !== undefined) return known;
  }
  return undefined;
}

function prefixOf(word: string, prefixes: ReadonlyMap<string, IdentifierIndex[number]>, lengths: readonly number[]) {
  for (const length of lengths) {
    if (word.length <= length) continue;
    const known = prefixes.get(word.slice(0, length));
    // `LFD` begins LFD01 and LFD-01, and not the word of which it happens to be the beginning.
    if (known !== undefined && (/[-_]$/.test(known[1]) || /[-_\d]/.test(word.charAt(length)))) return known;
  }
  return undefined;
}
