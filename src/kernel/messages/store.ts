import type { Message } from './message.ts';

export const STORE_MESSAGES = {
  'store-object-damaged': {
    severity: 'error',
    says: ({ hash, path }: { hash: string; path: string }) =>
      `The stored file ${path} is not what its name says: it is not the content of SHA-256 ${hash}.`,
    hint: 'Take it back from a backup of the folder, or remove it and store the original file again by building with --store.',
  },
  'store-object-missing': {
    severity: 'error',
    says: ({ hash, path }: { hash: string; path: string }) =>
      `The store has no content of SHA-256 ${hash}; ${path} is not there.`,
    hint: 'Take the folder .proofpack back from a backup. What is not stored cannot be built again.',
  },
  'store-newer': {
    severity: 'error',
    says: ({ where, found, known }: { where: string; found: number; known: number }) =>
      `The store ${where} was last written by a later proofpack: its tables are of version ${found}, this proofpack knows them up to ${known}.`,
    hint: 'Use a proofpack that is as new; nothing in the store was changed.',
  },
  'store-index-damaged': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) =>
      `The store's index ${path} cannot be read: ${reason}.`,
    hint: 'Move this one aside: the index before it, in the folder beside it, is used then. Its last builds are recorded again when they are built again.',
  },
  'store-busy': {
    severity: 'error',
    says: ({ where }: { where: string }) =>
      `The store ${where} is written to by so many others that this build was not recorded.`,
    hint: 'Build again; the package is recorded then.',
  },
  'store-unreachable': {
    severity: 'error',
    says: ({ where, reason }: { where: string; reason: string }) =>
      `The store ${where} did not answer as it should: ${reason}.`,
    hint: 'Check the address in PROOFPACK_STORE or portfolio.yaml, the user (PGUSER), the password (PGPASSWORD or ~/.pgpass) and the rights of the user: psql with the same address shows the same.',
  },
  'store-address-wrong': {
    severity: 'error',
    says: ({ address }: { address: string }) => `"${address}" is no address of a store.`,
    hint: 'Write postgres://user@host:5432/database.',
  },
  'store-address-holds-password': {
    severity: 'error',
    says: ({ host }: { host: string }) =>
      `The address of the store on ${host} holds a password; addresses are logged and passed on.`,
    hint: 'Take it out, and give it in PGPASSWORD, in a file named by PGPASSFILE, or in ~/.pgpass.',
  },
  'store-form-unknown': {
    severity: 'error',
    says: ({ what }: { what: string }) => `The store keeps ${what} in a form that this proofpack does not know.`,
    hint: 'A later version wrote it: use that one. "proofpack history" tells which version made what.',
  },
  'store-index-elsewhere': {
    severity: 'error',
    says: ({ folder, had }: { folder: string; had: string }) =>
      `The builds of ${folder} were recorded in another index than the one that is asked now: ${had}.`,
    hint: 'Ask the same one: unset PROOFPACK_STORE, or name that address in it. Nothing was taken away.',
  },
  'rebuild-other-version': {
    severity: 'error',
    says: ({ name, made, now }: { name: string; made: string; now: string }) =>
      `${name} was made by ${made}; this is ${now}, which would write other bytes.`,
    hint: 'Run the version that made it, for instance with "npx proofpack@<version> rebuild …". Nothing was written.',
  },
  'rebuild-other-key': {
    severity: 'error',
    says: ({ name, there }: { name: string; there: boolean }) =>
      `${name} was made with an owner's key (proofpack.key) that ${there ? 'is another one than the one in this folder' : 'is not in this folder any more'}.`,
    hint: 'Put the key back under its name beside engagement.yaml: pseudonyms and commitments follow from it. Nothing was written.',
  },
  'rebuild-pdf-signed': {
    severity: 'error',
    says: ({ name }: { name: string }) =>
      `Each PDF of ${name} was signed with a certificate, and its signatures were not kept: only whoever has the key makes the same bytes again.`,
    hint: 'Build it from its folder with --sign-pdf, or use the package as it was written. Nothing was written.',
  },
  'rebuild-differs': {
    severity: 'error',
    says: ({ name, wanted, got }: { name: string; wanted: string; got: string }) =>
      `${name} did not come out as it was: SHA-256 ${wanted} is recorded, this one is ${got}.`,
    hint: 'Nothing was written. The same version was changed since (its templates, fonts or code): install it anew and try again.',
  },
  'store-entry-unknown': {
    severity: 'error',
    says: ({ folder, word, known }: { folder: string; word: string; known: readonly string[] }) =>
      `The store of ${folder} has no build "${word}"${known.length === 0 ? '; it has none at all' : `; it has: ${known.join(', ')}`}.`,
    hint: 'Run "proofpack history <folder>" for what stands; name a day (2026-10-15), "last", or the beginning of a SHA-256.',
  },
  'store-entry-ambiguous': {
    severity: 'error',
    says: ({ word, fitting }: { word: string; fitting: readonly string[] }) =>
      `"${word}" fits ${fitting.length} builds: ${fitting.join(', ')}.`,
    hint: 'Name one of them by the beginning of its SHA-256, or its edition with --edition.',
  },
} as const satisfies Readonly<Record<string, Message>>;
