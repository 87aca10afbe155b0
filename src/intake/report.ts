import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import { type ExhibitReport, NO_DUPLICATES, NOTHING_SAID } from '../model/exhibit.ts';

/** A report of a file of which nothing was read, to be filled by what is known. */
export function bareReport(
  file: { readonly path: string; readonly sha256: Sha256; readonly bytes: number },
  known: Partial<ExhibitReport> & Pick<ExhibitReport, 'status'>,
  notes: readonly Diagnostic[] = [],
): ExhibitReport {
  return {
    path: file.path,
    sha256: file.sha256,
    bytes: file.bytes,
    source: null,
    candidates: [],
    saw: [],
    kinds: {},
    records: 0,
    rejected: 0,
    completeness: NOTHING_SAID,
    duplicates: NO_DUPLICATES,
    encoding: null,
    covers: null,
    produced: {},
    said: null,
    foreign: null,
    excluded: null,
    ...known,
    notes: [...notes, ...(known.notes ?? [])],
  };
}
