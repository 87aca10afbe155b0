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
} as const satisfies Readonly<Record<string, Message>>;
