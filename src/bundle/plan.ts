import { byCodeUnit } from '../kernel/order.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Edition } from '../model/engagement.ts';
import type { Assurance, ExhibitPlacement, PackageEntry, PackagePlan } from '../model/package.ts';
import { bagFiles } from './bag.ts';
import { CUSTODY_FILE } from './custody.ts';
import { pathFault, safeSegment, twins } from './names.ts';

export interface PackageParts {
  /** Without `.zip`: `packageName(...)`. */
  readonly name: string;
  readonly edition: Edition;
  readonly client: string;
  readonly preparedBy: string | undefined;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  /** `proofpack 0.1.0` */
  readonly software: string;
  readonly documents: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  readonly workbooks: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
  /** `data/index.html`, `data/machine/findings.json`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly exhibits: readonly { readonly placement: ExhibitPlacement; readonly bytes: Uint8Array }[];
  /** What the package says of itself; whoever says E2 has to sign the plan (`signPlan`). */
  readonly assurance: Assurance;
  /** The text of `data/machine/custody.jsonl`. */
  readonly custody: string;
  /** The plain words of HOW-TO-VERIFY.txt, with parts that hold for some levels only. */
  readonly howToVerify: string;
  /** The page that checks the package in a browser. */
  readonly verifyPage: string;
}

/** Decides every file of the package before a byte is written; a dry run prints it. */
export function planPackage(parts: PackageParts): PackagePlan {
  const payload = [
    ...parts.documents.map(({ fileName, bytes }) => entry(`data/${safeSegment(`${fileName}.pdf`)}`, 'document', bytes)),
    ...parts.workbooks.map(({ fileName, bytes }) =>
      entry(`data/${safeSegment(`${fileName}.xlsx`)}`, 'workbook', bytes),
    ),
    entry(CUSTODY_FILE, 'machine', Buffer.from(parts.custody)),
    ...parts.files.map(({ path, text }) => entry(path, roleOf(path), Buffer.from(text, 'utf8'))),
    ...parts.exhibits.flatMap(({ placement, bytes }) =>
      placement.packaged === null ? [] : [entry(placement.packaged, 'exhibit', bytes)],
    ),
  ].sort((a, b) => byCodeUnit(a.path, b.path));
  const tags = bagFiles(payload, parts).map(({ path, text }) => entry(path, 'tag', Buffer.from(text, 'utf8')));
  const entries = [...payload, ...tags].sort((a, b) => byCodeUnit(a.path, b.path));
  refuseBadPaths(entries.map(({ path }) => path));
  return { name: parts.name, edition: parts.edition, entries };
}

export function entry(path: string, role: PackageEntry['role'], content: Uint8Array): PackageEntry {
  return { path, role, sha256: sha256(content), bytes: content.byteLength, content };
}

function roleOf(path: string): PackageEntry['role'] {
  return path.startsWith('data/machine/') ? 'machine' : 'page';
}

/** All paths are made by us; a bad one is our own mistake, and better a stop than a file that cannot be unpacked. */
function refuseBadPaths(paths: readonly string[]): void {
  for (const path of paths) {
    const fault = pathFault(path);
    if (fault) throw new Error(`package path ${path}: ${fault}`);
  }
  const [twin] = twins(paths);
  if (twin) throw new Error(`package path ${twin}: two files would have it`);
}
