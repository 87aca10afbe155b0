import type { Diagnostic } from '../../kernel/diagnostic.ts';
import type { Reason } from '../../model/assessment.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import type { Basis, NamedFact } from '../../model/fact.ts';
import type { MissingEvidence } from '../../model/findings.ts';
import type { Listing, PopulationReport } from '../../model/population.ts';

export function exhibitJson(report: ExhibitReport): unknown {
  const { path, sha256, bytes, status, source, candidates, kinds, records, rejected, notes, ...more } = report;
  return {
    path,
    sha256,
    bytes,
    status,
    source,
    candidates,
    kinds,
    records,
    rejected,
    notes: notes.map(noteJson),
    saw: more.saw,
    encoding: more.encoding,
    covers: more.covers,
    produced: more.produced,
    said: more.said,
    completeness: more.completeness,
    duplicates: more.duplicates,
    foreign: more.foreign,
    excluded: more.excluded,
    // Only where there is one: an assumption that was not made is not told.
    ...(more.mapping === undefined ? {} : { mapping: more.mapping }),
  };
}

export function factJson({ id, question, fact }: NamedFact): unknown {
  if (fact.status === 'unknown') {
    const { because, wouldNeed, remarks, basis } = fact;
    const nothing = { measure: null, because, basis: basis.map(basisJson), exceptions: [] };
    return { id, status: fact.status, ...nothing, question, wouldNeed, remarks };
  }
  const { measure, basis, exceptions, ...rest } = fact;
  return {
    id,
    status: fact.status,
    measure,
    because: null,
    basis: basis.map(basisJson),
    exceptions: exceptions.map(basisJson),
    question,
    basisCount: rest.basisCount,
    exceptionCount: rest.exceptionCount,
    strength: rest.strength,
    newest: rest.newest,
    newestRead: rest.newestRead ?? rest.newest,
    oldest: rest.oldest,
    dateAssumed: rest.dateAssumed,
    populationKnown: rest.populationKnown,
    remarks: rest.remarks,
    incomplete: rest.incomplete ?? [],
  };
}

export function reasonJson(reason: Reason): unknown {
  const { practice, fact, holds, bears, shows, text, places, ...more } = reason;
  return {
    practice,
    fact,
    holds,
    bears,
    shows,
    text,
    places: positions(places),
    outcome: more.outcome,
    measured: more.measured,
    expected: more.expected,
    because: more.because,
    share: more.share ?? null,
    newest: more.newest,
    placeCount: more.placeCount,
    exceptions: positions(more.exceptions),
    exceptionCount: more.exceptionCount,
  };
}

/** In a reason a place is a place; the words of its row are told once, at the fact. */
export function positions(rows: readonly Basis[]): readonly object[] {
  return rows.map(({ place }) => place);
}

export function missingJson({ practice, kinds, obtain, by, because }: MissingEvidence): unknown {
  return { practice, kinds, obtain, by, because };
}

export function basisJson({ place, text, subject }: Basis): unknown {
  return { ...place, text, subject };
}

export function populationJson({
  columns,
  duplicates,
  excluded,
  leaversEnabled,
  ...report
}: PopulationReport): unknown {
  return {
    ...report,
    duplicates: listingJson(duplicates),
    excluded: listingJson(excluded),
    leaversEnabled: leaversEnabled && listingJson(leaversEnabled),
    columns: columns.map(({ missing, unmatched, repeated, stale, ...column }) => ({
      ...column,
      missing: listingJson(missing),
      unmatched: listingJson(unmatched),
      repeated: listingJson(repeated),
      stale: listingJson(stale),
    })),
  };
}

function listingJson({ count, listed }: Listing): unknown {
  return { count, listed: listed.map(basisJson) };
}

export function noteJson({ code, severity, message, hint, place }: Diagnostic): unknown {
  return { code, severity, message, hint, place };
}
