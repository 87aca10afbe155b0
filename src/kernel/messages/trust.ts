import type { Message } from './message.ts';

/** Why a file holds no key that can sign. */
const KEY_FAULTS = {
  'no-key': 'it holds no private key in the form of OpenSSH',
  passphrase: 'it is locked by a passphrase',
  'wrong-passphrase': 'it is locked by another passphrase',
  'other-lock': 'it is locked by another cipher than AES in the modes CTR and CBC',
  'other-kind': 'it holds a key of another kind than Ed25519',
  damaged: 'its parts do not belong together',
} as const;

/** Why a file holds nothing that can sign PDFs. */
const PDF_KEY_FAULTS = {
  'no-key': 'it holds no private key in PEM that can be read',
  'no-certificate': 'it holds no certificate in PEM',
  passphrase: 'it is locked by a passphrase',
  'wrong-passphrase': 'it is locked by another passphrase',
  'other-kind':
    'its key is none of RSA with at least 2048 bits; others sign by chance, and the same request would give other bytes',
  'not-together': 'none of its certificates belongs to its key',
  'outside-validity': 'its certificate had ended on the as-of date, which the signature would state',
} as const;

/** What is wrong with the log of custody. */
const CUSTODY_FAULTS = {
  absent: 'it is not there',
  'ends-early': 'it does not end where bag-info.txt says',
  'line-broken': 'this line is not the one that was written',
  'exhibit-unheard': 'it does not tell of every exhibit of this package',
  'other-findings': 'it tells of other findings than those in this package',
} as const;

/** Why a timestamp witnesses nothing. */
const TIMESTAMP_FAULTS = {
  malformed: 'it is no timestamp token that can be read strictly',
  'other-imprint': 'it speaks of other bytes',
  'other-nonce': 'it answers another request',
  'bad-signature': 'the authority did not sign it so',
  'other-purpose': 'the certificate that signed is not meant for timestamps alone',
  'outside-validity': 'the certificate that signed was not valid at that time',
} as const;

/** Sentences about who made a package and when. */
export const TRUST_MESSAGES = {
  'assurance-manifest': {
    severity: 'info',
    says: () =>
      'E1, manifest: hashes show that nothing changed since the package was made; nothing is signed, so they do not show who made it.',
    hint: 'Compare the SHA-256 of the ZIP with the one that the sender tells by another way.',
  },
  'assurance-manifest-and-pages': {
    severity: 'info',
    says: () =>
      'E1, manifest: hashes show that nothing changed since the package was made; each PDF is signed by itself, the package is not.',
    hint: 'Sign the package too with --sign: only that covers the exhibits and the tables.',
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
  'package-timestamped': {
    severity: 'info',
    says: ({ at, authority }: { at: string; authority: string }) =>
      `The signature was there at ${at}, as ${authority} witnesses.`,
    hint: 'What is signed was there before; the time is as good as the authority.',
  },
  'package-authority-unknown': {
    severity: 'info',
    says: ({ at, authority }: { at: string; authority: string }) =>
      `A timestamp says ${at}, by a certificate with the name ${authority}. Nobody here says whose that is: anybody can make one.`,
    hint: "Get the authority's certificate from the authority itself, and verify with --tsa.",
  },
  'package-authority-refused': {
    severity: 'error',
    says: ({ at, authority }: { at: string; authority: string }) =>
      `A timestamp says ${at}, by a certificate with the name ${authority}, which none of those named with --tsa stands above.`,
    hint: 'Do not rely on the time before the sender explains it by another way.',
  },
  'package-timestamp-wanted': {
    severity: 'error',
    says: () => 'A timestamp authority was named, and this package has no timestamp.',
    hint: 'Ask the sender for the timestamped package, or verify without --tsa.',
  },
  'package-timestamp-invalid': {
    severity: 'error',
    says: ({ path, fault }: { path: string; fault: keyof typeof TIMESTAMP_FAULTS }) =>
      `${path} witnesses nothing: ${TIMESTAMP_FAULTS[fault]}.`,
    hint: 'Do not rely on the package; ask the sender for it again.',
  },
  'timestamp-refused': {
    severity: 'error',
    says: ({ from, fault }: { from: string; fault: keyof typeof TIMESTAMP_FAULTS }) =>
      `What came from ${from} cannot be put into this package: ${TIMESTAMP_FAULTS[fault]}.`,
    hint: 'Ask with the request that --timestamp-request writes for these same files, key and edition.',
  },
  'timestamp-unanswered': {
    severity: 'error',
    says: ({ url, reason }: { url: string; reason: string }) => `${url} gave no timestamp: ${reason}.`,
    hint: 'Try again or another authority; or write the request with --timestamp-request and carry it there yourself.',
  },
  'timestamp-wants-signature': {
    severity: 'error',
    says: () => 'A timestamp witnesses a signature, and nobody signs.',
    hint: 'Give --sign <key> as well.',
  },
  'timestamp-wants-one-edition': {
    severity: 'error',
    says: ({ editions }: { editions: readonly string[] }) =>
      `A timestamp in a file is for one package, and ${editions.length} would be built: ${editions.join(', ')}.`,
    hint: 'Name one with --edition.',
  },
  'timestamp-wants-address': {
    severity: 'error',
    says: ({ got }: { got: string }) =>
      `Of many packages each wants a timestamp of its own, asked for at an address; "${got}" is none.`,
    hint: 'Give http:// or https:// and where your authority answers; a file with one answer goes with "proofpack build".',
  },
  'authorities-unreadable': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} holds no certificate in PEM that can be read.`,
    hint: 'Give the certificate of whom you know, or that of its issuer, as PEM.',
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
    hint: 'Make a key with "proofpack keys new <file>", or lock this one anew with ssh-keygen -p -Z aes256-ctr.',
  },
  'pdf-key-unreadable': {
    severity: 'error',
    says: ({ path, fault }: { path: string; fault: keyof typeof PDF_KEY_FAULTS }) =>
      `${path} cannot sign PDFs: ${PDF_KEY_FAULTS[fault]}.`,
    hint: 'One file in PEM with key and certificates is wanted; of a .p12 or .pfx it is made by: openssl pkcs12 -in <file> -out <file.pem>.',
  },
  'package-pdf-signed': {
    severity: 'info',
    says: ({ files, subject, fingerprint }: { files: number; subject: string; fingerprint: string }) =>
      `All ${files} PDFs are signed by ${subject} (certificate ${fingerprint}), whom you named.`,
    hint: 'The time in these signatures is what their maker states.',
  },
  'package-pdf-signer-unknown': {
    severity: 'info',
    says: ({ files, subject, fingerprint }: { files: number; subject: string; fingerprint: string }) =>
      `All ${files} PDFs are signed by a certificate that calls itself ${subject} (${fingerprint}); you have not said whether you know it.`,
    hint: 'Ask the signer for the certificate by another way, and verify with --pdf-signer <certificate.pem>.',
  },
  'package-pdf-signer-refused': {
    severity: 'error',
    says: ({ subject }: { subject: string }) => `The PDFs are signed by ${subject}, and not by whom you named.`,
    hint: 'Ask whoever sent it which certificate they sign with.',
  },
  'package-pdf-signature-invalid': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `The signature in ${path} is missing, does not cover the file, does not hold, or is by another certificate than that of the other PDFs.`,
    hint: 'Ask the sender for the package again.',
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
