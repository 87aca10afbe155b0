import { byCodeUnit } from '../kernel/order.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { PackageEntry } from '../model/package.ts';

/** The tag files of our bags (BagIt 1.0, RFC 8493): these, and no other. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const BAG_INFO = 'bag-info.txt';
export const HOW_TO_VERIFY = 'HOW-TO-VERIFY.txt';
export const TAG_FILES: readonly string[] = [HOW_TO_VERIFY, BAG_INFO, 'bagit.txt', MANIFEST, TAG_MANIFEST];

export interface BagParts {
  readonly name: string;
  readonly edition: string;
  readonly client: string;
  readonly preparedBy: string | undefined;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly software: string;
  readonly howToVerify: string;
}

type Payload = readonly Pick<PackageEntry, 'path' | 'sha256' | 'bytes'>[];

export function bagFiles(payload: Payload, parts: BagParts): readonly { path: string; text: string }[] {
  const tags = [
    { path: 'bagit.txt', text: BAG_DECLARATION },
    { path: BAG_INFO, text: bagInfo(payload, parts) },
    { path: MANIFEST, text: manifest(payload) },
    { path: HOW_TO_VERIFY, text: parts.howToVerify },
  ];
  const hashed = tags.map(({ path, text }) => ({ path, sha256: sha256(text) }));
  return [...tags, { path: TAG_MANIFEST, text: manifest(hashed) }];
}

/** `sha256sum -c` reads the same lines. */
export function manifest(files: readonly Pick<PackageEntry, 'path' | 'sha256'>[]): string {
  return [...files]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map((file) => `${file.sha256}  ${file.path}\n`)
    .join('');
}

export function payloadOxum(payload: readonly { readonly bytes: number }[]): string {
  return `${payload.reduce((sum, file) => sum + file.bytes, 0)}.${payload.length}`;
}

function bagInfo(payload: Payload, parts: BagParts): string {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Source-Organization', parts.preparedBy],
    ['External-Identifier', parts.name],
    ['External-Description', `Evidence package for ${parts.client}, ${parts.edition} edition`],
    ['Proofpack-Period', `${parts.period.from}/${parts.period.to}`],
    ['Bagging-Date', parts.asOf],
    ['Bag-Software-Agent', parts.software],
    ['Payload-Oxum', payloadOxum(payload)],
  ];
  return rows.flatMap(([label, value]) => (value ? [`${label}: ${oneLine(value)}\n`] : [])).join('');
}

/** A line break in a client's name must not become a label of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
