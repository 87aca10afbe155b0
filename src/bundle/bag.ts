import { createHash } from 'node:crypto';
import { byCodeUnit } from '../kernel/order.ts';
import type { Edition } from '../model/engagement.ts';
import type { Assurance, AssuranceLevel } from '../model/package.ts';
import { atLevel } from './at-level.ts';
import { custodyHead } from './custody.ts';
import { HOLDS_ORIGINALS } from './placements.ts';

/** The tag files of our bags (BagIt 1.0, RFC 8493): these, what a level of assurance adds, and no other. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const BAG_INFO = 'bag-info.txt';
export const HOW_TO_VERIFY = 'HOW-TO-VERIFY.txt';
export const VERIFY_PAGE = 'verify.html';
export const ASSURANCE_LABEL = 'Proofpack-Assurance';
/** How many lines the log of custody has, and the hash of its last one. */
export const CUSTODY_LABEL = 'Proofpack-Custody';

export const HASHES = ['sha256', 'sha512'] as const;
export type HashName = (typeof HASHES)[number];
export const manifestOf = (hash: HashName): string => `manifest-${hash}.txt`;
export const tagManifestOf = (hash: HashName): string => `tagmanifest-${hash}.txt`;

/** What the manifests of tags list; they do not list one another. */
export const LISTED_TAGS: readonly string[] = [
  HOW_TO_VERIFY,
  BAG_INFO,
  'bagit.txt',
  ...HASHES.map(manifestOf),
  VERIFY_PAGE,
];
export const TAG_MANIFESTS: readonly string[] = HASHES.map(tagManifestOf);

/** Both are made over the manifest of tags, and so no manifest can list them. */
export const SIGNATURE = 'tagmanifest-sha256.txt.sig';
export const STATEMENT = 'statement.dsse.json';
/** Made over the signature: it was there at that time, and what it signs was there before it. */
export const TIMESTAMP = 'tagmanifest-sha256.txt.sig.tsr';

/** What a signer and a timestamp authority add: nobody can make it again without their secrets. */
export const PROOF_FILES: readonly string[] = [SIGNATURE, STATEMENT, TIMESTAMP];

export const PROOFS: Readonly<Record<AssuranceLevel, readonly string[]>> = {
  E1: [],
  E2: [SIGNATURE, STATEMENT],
  E3: [SIGNATURE, STATEMENT, TIMESTAMP],
};

export interface BagParts {
  readonly name: string;
  readonly edition: Edition;
  readonly client: string;
  readonly preparedBy: string | undefined;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly software: string;
  readonly assurance: Assurance;
  readonly custody: string;
  readonly howToVerify: string;
  readonly verifyPage: string;
}

interface Payload {
  readonly path: string;
  readonly content: Uint8Array;
}

export function bagFiles(payload: readonly Payload[], parts: BagParts): readonly { path: string; text: string }[] {
  const tags = [
    { path: 'bagit.txt', text: BAG_DECLARATION },
    { path: BAG_INFO, text: bagInfo(payload, parts) },
    ...HASHES.map((hash) => ({ path: manifestOf(hash), text: manifest(payload, hash) })),
    {
      path: HOW_TO_VERIFY,
      text: atLevel(parts.howToVerify, parts.assurance, HOLDS_ORIGINALS[parts.edition] ? 'originals' : 'withheld'),
    },
    { path: VERIFY_PAGE, text: parts.verifyPage },
  ];
  const listed = tags.map(({ path, text }) => ({ path, content: Buffer.from(text) }));
  return [...tags, ...HASHES.map((hash) => ({ path: tagManifestOf(hash), text: manifest(listed, hash) }))];
}

/** `sha256sum -c` and `sha512sum -c` read the same lines. */
function manifest(files: readonly Payload[], hash: HashName): string {
  return [...files]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map(({ path, content }) => `${createHash(hash).update(content).digest('hex')}  ${path}\n`)
    .join('');
}

export function payloadOxum(payload: readonly { readonly bytes: number }[]): string {
  return `${payload.reduce((sum, file) => sum + file.bytes, 0)}.${payload.length}`;
}

function bagInfo(payload: readonly Payload[], parts: BagParts): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', parts.preparedBy],
    ['External-Identifier', parts.name],
    ['External-Description', `Evidence package for ${parts.client}, ${parts.edition} edition`],
    ['Proofpack-Period', `${parts.period.from}/${parts.period.to}`],
    [ASSURANCE_LABEL, parts.assurance.level],
    [CUSTODY_LABEL, custodyHead(parts.custody)],
    ['Bagging-Date', parts.asOf],
    ['Bag-Software-Agent', parts.software],
    ['Payload-Oxum', payloadOxum(payload.map(({ content }) => ({ bytes: content.byteLength })))],
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label}: ${oneLine(value)}\n`] : [])).join('');
}

/** A line break in a client's name must not become a label of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
