import { byCodeUnit } from '../../kernel/order.ts';
import type { PackageEntry } from '../../model/package.ts';

const STATEMENT = 'https://in-toto.io/Statement/v1';
const PREDICATE = 'urn:proofpack:package:1';

export interface Predicate {
  readonly edition: string;
  readonly client: string;
  readonly preparedBy: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly asOf: string;
  readonly software: string;
  readonly assurance: string;
}

type Subjects = readonly Pick<PackageEntry, 'path' | 'sha256'>[];

/** An in-toto Statement about every file that a manifest covers, and about the manifest of tags itself. */
export function statement(files: Subjects, predicate: Predicate): string {
  const subject = [...files]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map(({ path, sha256 }) => ({ name: path, digest: { sha256 } }));
  return JSON.stringify({ _type: STATEMENT, subject, predicateType: PREDICATE, predicate });
}

/** Whether a statement speaks of exactly these files. */
export function speaksOf(payload: string, files: Subjects): boolean {
  const predicate = predicateIn(payload);
  return predicate !== undefined && statement(files, predicate) === payload;
}

/** Read loosely: `speaksOf` writes the statement anew around it and compares every sign. */
function predicateIn(payload: string): Predicate | undefined {
  try {
    const { predicate }: { predicate: Predicate | undefined } = JSON.parse(payload);
    return predicate;
  } catch {
    return undefined;
  }
}
