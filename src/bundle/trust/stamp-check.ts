import { diagnostic } from '../../kernel/diagnostic.ts';
import type { AssuranceLevel, ReachedAssurance, VerificationFinding } from '../../model/package.ts';
import type { ArchivedFile } from '../archive.ts';
import { SIGNATURE, TIMESTAMP } from '../bag.ts';
import type { Trust } from './check.ts';
import { readTimestamp } from './timestamp-check.ts';

interface Stamped {
  readonly findings: readonly VerificationFinding[];
  readonly stamped: ReachedAssurance['stamped'];
}

/** When the signature was there, as a timestamp authority says. */
export function checkTimestamp(files: readonly ArchivedFile[], level: AssuranceLevel, trust: Trust): Stamped {
  const { authorities } = trust;
  if (level !== 'E3') {
    const message = diagnostic('package-timestamp-wanted', undefined).message;
    return { findings: authorities ? [{ code: 'authority-refused', path: null, message }] : [], stamped: null };
  }
  const contentOf = (path: string) => files.find((file) => file.path === path)?.content();
  const [signature, token] = [contentOf(SIGNATURE), contentOf(TIMESTAMP)];
  if (!signature || !token) return { findings: [], stamped: null };
  const read = readTimestamp(token, { signature, authorities: authorities ?? [] });
  if (typeof read === 'string') {
    const message = diagnostic('package-timestamp-invalid', { path: TIMESTAMP, fault: read }).message;
    return { findings: [{ code: 'timestamp-invalid', path: TIMESTAMP, message }], stamped: null };
  }
  const stamped = { at: new Date(read.at).toISOString(), authority: read.authority, known: read.known };
  return { findings: [finding(stamped, authorities !== undefined)], stamped };
}

function finding(
  { at, authority, known }: NonNullable<ReachedAssurance['stamped']>,
  named: boolean,
): VerificationFinding {
  const path = TIMESTAMP;
  if (known)
    return { code: 'timestamped', path, message: diagnostic('package-timestamped', { at, authority }).message };
  return named
    ? { code: 'authority-refused', path, message: diagnostic('package-authority-refused', { at, authority }).message }
    : { code: 'authority-unknown', path, message: diagnostic('package-authority-unknown', { at, authority }).message };
}
