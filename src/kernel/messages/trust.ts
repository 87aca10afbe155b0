import type { Message } from './message.ts';

/** Why a file holds no key that can sign. */
const KEY_FAULTS = {
  'no-key': 'it holds no private key in the form of OpenSSH',
  passphrase: 'it is locked by a passphrase, which proofpack does not ask for',
  'other-kind': 'it holds a key of another kind than Ed25519',
  damaged: 'its parts do not belong together',
} as const;

/** What is wrong with the log of custody. */
const CUSTODY_FAULTS = {
  absent: 'it is not there',
  'ends-early': 'it does not end where bag-info.txt says',
  'line-broken': 'this line is not the one that was written',
  'exhibit-unheard': 'it does not tell of every exhibit of this package',
  'other-findings': 'it tells of other findings than those in this package',
} as const;

/** Sentences about who made a package and when. */
export const TRUST_MESSAGES = {
  'assurance-manifest': {
    severity: 'info',
    says: () =>
      'E1, manifest: hashes show that nothing changed since the package was made; nothing is signed, so they do not show who made it.',
    hint: 'Compare the SHA-256 of the ZIP with the one that the sender tells by another way.',
  },
  'assurance-signed': {
    severity: 'info',
    says: ({ key }: { key: string }) =>
      `E2, signed: nothing changed since the holder of the key ${key} signed it; whose key that is, and when it signed, must be learnt another way.`,
    hint: 'Ask the signer for the public key by another way, and verify with --signer.',
  },
  'assurance-timestamped': {
    severity: 'info',
    says: ({ key }: { key: string }) =>
      `E3, timestamped: signed with the key ${key}, and the time is witnessed by a timestamp authority; whose key that is must be learnt another way.`,
    hint: 'Ask the signer for the public key by another way, and verify with --signer and --tsa.',
  },
  'package-unsigned': {
    severity: 'info',
    says: () => 'Nobody signed this package: it can be told whether it changed, not who made it.',
    hint: 'Compare the SHA-256 of the ZIP with the one that the sender tells by another way, and give it with --sha256.',
  },
  'package-unsigned-refused': {
    severity: 'error',
    says: () => 'A signer was named, and nobody signed this package.',
    hint: 'Ask the sender for the signed package, or verify without --signer and compare the SHA-256 by another way.',
  },
  'package-signed': {
    severity: 'info',
    says: ({ key, name }: { key: string; name: string | null }) =>
      `Signed by ${name ?? 'the key that was named'} (${key}).`,
    hint: 'This shows who signed; it does not show that an exhibit was genuine when it was handed over.',
  },
  'package-signer-unknown': {
    severity: 'info',
    says: ({ key }: { key: string }) =>
      `The signature holds, by the key ${key}. Nobody here says whose key that is: anybody can sign with a key of their own.`,
    hint: 'Ask the signer for the public key by another way, and verify with --signer.',
  },
  'package-signer-refused': {
    severity: 'error',
    says: ({ key }: { key: string }) =>
      `The signature holds, by the key ${key}, which is none of those that were named with --signer.`,
    hint: 'Do not rely on the package before the sender explains it by another way.',
  },
  'package-signature-invalid': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} is no signature of this package.`,
    hint: 'Do not rely on the package; ask the sender for it again.',
  },
  'custody-broken': {
    severity: 'error',
    says: ({ path, reason, line }: { path: string; reason: keyof typeof CUSTODY_FAULTS; line: number }) =>
      `${path}${line === 0 ? '' : `, line ${line}`}: ${CUSTODY_FAULTS[reason]}.`,
    hint: 'Do not rely on the package; ask the sender for it again.',
  },
  'package-other': {
    severity: 'error',
    says: ({ told }: { told: string }) => `This is another file than the one whose SHA-256 was told: ${told}.`,
    hint: 'Ask the sender for the package that they mean; this one may be an older or another one.',
  },
  'signers-unreadable': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} names no Ed25519 key that may sign packages.`,
    hint: 'Give a public key as "proofpack keys new" prints it, or an allowed_signers file of OpenSSH.',
  },
  'hash-malformed': {
    severity: 'error',
    says: ({ got }: { got: string }) => `--sha256 wants 64 hexadecimal digits; this is "${got}".`,
    hint: 'Copy the SHA-256 as the sender told it.',
  },
  'key-unreadable': {
    severity: 'error',
    says: ({ path, fault }: { path: string; fault: keyof typeof KEY_FAULTS }) =>
      `${path} cannot sign: ${KEY_FAULTS[fault]}.`,
    hint: 'Make a key with "proofpack keys new <file>", or take the passphrase off a copy with ssh-keygen -p.',
  },
  'key-exists': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} exists; a key is never overwritten.`,
    hint: 'Give another name, or move the old key away: packages that it signed need it to be remembered.',
  },
  'key-among-exhibits': {
    severity: 'error',
    says: ({ path, folder }: { path: string; folder: string }) =>
      `${path} lies in the engagement folder ${folder}: the secret key would be packed as an exhibit.`,
    hint: 'Keep keys in a folder of their own, outside of every engagement.',
  },
} as const satisfies Record<string, Message>;
