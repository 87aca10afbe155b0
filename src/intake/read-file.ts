import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_LOOKS } from '../kernel/messages/intake-words.ts';
import type { Place } from '../kernel/place.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import type { Duplicates, ExhibitReport, MappingUsed } from '../model/exhibit.ts';
import type { EvidenceRecord, RecordKind } from '../model/record.ts';
import type { Bytes } from './bytes.ts';
import { type Circumstances, endOf } from './circumstances.ts';
import type { SourceDefinition } from './contract.ts';
import { startCovering } from './covers.ts';
import { detectEncoding, type Encoding } from './encoding.ts';
import { extractText } from './extract.ts';
import type { Fit } from './fit.ts';
import { watchForForeign } from './foreign.ts';
import { startWatchingFuture } from './future.ts';
import type { Session } from './read-evidence.ts';
import { changeSaid, fitSaid, type Recognised, recogniseText } from './recognise.ts';
import { bareReport } from './report.ts';
import { ended, type TextFile, textFile } from './text-file.ts';

/** One file without its wrapping. */
export interface OneFile {
  readonly path: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly content: { readonly bytes: Bytes; readonly sha256: Sha256 };
  /** The archives that it lies in, the nearest first. */
  readonly within: readonly string[];
}

/** Recognises one file and reads it. Throws when it breaks on the way: then nothing of it has been handed over. */
export async function readFile(one: OneFile, said: Circumstances, session: Session): Promise<ExhibitReport> {
  const place: Place = { path: one.path };
  const encoding = await detectEncoding(one.content.bytes);
  if (encoding === undefined) return unrecognised(one, [INTAKE_LOOKS.binary()], null);
  const written = textFile({ path: one.path, open: one.content.bytes.open }, encoding, {
    limits: session.limits,
    guard: session.startGuard(),
  });
  const file = said.whole ? ended(written) : written;
  const notes: Diagnostic[] = [];
  if (said.whole) notes.push(diagnostic('whole-stated', said.whole, place));
  if (encoding.fallback) notes.push(diagnostic('encoding-fallback', { encoding: encoding.name }, place));
  const recognised = await recogniseSaid(file, said, session, notes);
  const base = { encoding: encoding.name, notes };
  switch (recognised.as) {
    case 'source':
      return readRecognised(one, { file, encoding, recognised, said, notes }, session);
    case 'ambiguous': {
      const { candidates, saw } = recognised;
      const note = diagnostic('exhibit-ambiguous', { path: one.path, sources: candidates }, place);
      return bareReport(one, { ...base, status: 'ambiguous', candidates, saw }, [note]);
    }
    case 'empty': {
      const { candidates, saw } = recognised;
      const note = diagnostic('exhibit-empty', { path: one.path }, place);
      return bareReport(one, { ...base, status: 'empty', candidates, saw }, [note]);
    }
    case 'changed': {
      const { change, saw } = recognised;
      const note = diagnostic('mapping-header-changed', { path: one.path, ...change }, place);
      return bareReport(one, { ...base, status: 'unrecognised', candidates: [change.source], saw }, [note]);
    }
    case 'unrecognised':
      return unrecognised(one, recognised.saw, encoding, notes);
  }
}

function unrecognised(
  one: OneFile,
  saw: readonly string[],
  encoding: Encoding | null,
  notes: readonly Diagnostic[] = [],
): ExhibitReport {
  const note = diagnostic('exhibit-unrecognised', { path: one.path, saw: saw.join(', ') }, { path: one.path });
  return bareReport(one, { status: 'unrecognised', saw, encoding: encoding?.name ?? null, notes }, [note]);
}

/** A source that a person names is taken at their word when the file can be read so; a name that does not exist is no word. */
async function recogniseSaid(
  file: TextFile,
  said: Circumstances,
  { sources }: Session,
  notes: Diagnostic[],
): Promise<Recognised> {
  if (said.source === undefined) return recogniseText(file, sources);
  const place = { path: file.path };
  const source = Object.hasOwn(sources, said.source) ? sources[said.source] : undefined;
  if (!source) {
    notes.push(diagnostic('source-said-unknown', { path: file.path, source: said.source }, place));
    return recogniseText(file, sources);
  }
  const fit = await fitSaid(file, source);
  if (fit && !fit.empty) return { as: 'source', source: said.source, fit };
  if (!fit && source.mapping) {
    const change = await changeSaid(file, said.source, source);
    if (change) return { as: 'changed', change, saw: change.saw };
  }
  const otherwise = await recogniseText(file, sources);
  if (fit || otherwise.as === 'empty') return { as: 'empty', candidates: [said.source], saw: fit?.saw ?? [] };
  const reason = INTAKE_LOOKS.noFit();
  notes.push(diagnostic('source-said-unfit', { path: file.path, source: said.source, reason }, place));
  return { as: 'unrecognised', saw: otherwise.as === 'source' ? otherwise.fit.saw : otherwise.saw };
}

interface InHand {
  readonly file: TextFile;
  readonly encoding: Encoding;
  readonly recognised: { readonly source: string; readonly fit: Fit };
  readonly said: Circumstances;
  readonly notes: readonly Diagnostic[];
}

async function readRecognised(one: OneFile, inHand: InHand, session: Session): Promise<ExhibitReport> {
  const { file, encoding, said } = inHand;
  const { source, fit } = inHand.recognised;
  const place = { path: one.path };
  const mapping = mappingUsed(session.sources[source]);
  const base = { status: 'read', source, saw: fit.saw, encoding: encoding.name, ...(mapping && { mapping }) } as const;
  const content = contentKey(one, said);
  const first = session.counted.get(content);
  if (first !== undefined) {
    const note = diagnostic('exhibit-duplicate', { path: one.path, of: first }, place);
    return bareReport(one, { ...base, notes: inHand.notes }, [note]);
  }
  const kinds: Partial<Record<RecordKind, number>> = {};
  const covering = startCovering(session.engagement.client.timeZone);
  const foreign = watchForForeign(session.engagement.client.identifiers);
  const future = startWatchingFuture(endOf(session.engagement, session.asOf));
  const origin = { path: one.path, sha256: one.sha256, source };
  const hand = (record: EvidenceRecord): void => session.onRecord(record, origin);
  const { paging, product = source } = session.sources[source] ?? {};
  const readAgain = async (onRecord: (record: EvidenceRecord) => void): Promise<void> => {
    const again = { ...file, guard: session.startGuard() };
    await extractText(again, fit, said, { paging, product, onRecord, isCareful: false });
  };
  await session.seen.recall(source);
  // To read again what lies in an archive, all of the archive would have to stay in memory.
  const comparing = session.seen.startFile({ path: one.path, source, ...(one.within.length === 0 && { readAgain }) });
  const see = (record: EvidenceRecord): void => {
    kinds[record.kind] = (kinds[record.kind] ?? 0) + 1;
    covering.see(record);
    foreign.see(record);
    future.see(record);
    comparing.take(record, hand);
  };
  const extraction = await extractText(file, fit, said, {
    paging,
    product,
    onRecord: see,
    // One file that breaks off costs a new start; the next one shall not cost another.
    isCareful: session.isCareful,
  });
  const { records, rejected, produced, completeness, tenants, notes } = extraction;
  const duplicates = { ...comparing.end(hand), rows: extraction.repeated };
  session.counted.set(content, one.path);
  const found = foreign.found(produced.tenant === undefined ? tenants : [produced.tenant, ...tenants]);
  const alarms = found === null ? [] : [wrongClient(one.path, found, session)];
  const told = mapping === undefined ? [] : [diagnostic('mapping-used', mapping, place)];
  // Rows of which none is evidence, such as the hosts of a scan that found none: nothing was read, and nothing went wrong.
  if (records === 0 && rejected === 0 && completeness.state !== 'partial') {
    const nothing = diagnostic('exhibit-without-records', { path: one.path, source }, place);
    const { encoding: name, saw } = base;
    return bareReport(
      one,
      { encoding: name, saw, status: 'empty', candidates: [source], produced, foreign: found, notes },
      [...alarms, nothing, ...told, ...inHand.notes],
    );
  }
  return bareReport(
    one,
    {
      ...base,
      kinds,
      records,
      rejected,
      completeness,
      duplicates,
      produced,
      said: said.produced,
      covers: covering.covers(),
      foreign: found,
      notes,
    },
    [
      ...alarms,
      ...told,
      ...inHand.notes,
      ...future.notes(),
      ...countedNotes(one.path, records, duplicates),
      ...uncheckedNotes(one.path, extraction.unchecked + comparing.unchecked),
    ],
  );
}

/** Two files of the same bytes are one, unless a person says of them different things: that is then what tells them apart. */
function contentKey({ content }: OneFile, { source, zone, dateOrder, said, asStated }: Circumstances): string {
  return JSON.stringify([content.sha256, source, zone, dateOrder, said, asStated.raw]);
}

function countedNotes(path: string, records: number, { of }: Duplicates): readonly Diagnostic[] {
  return of.map((first) => diagnostic('counted-before', { count: first.records, records, of: first.path }, { path }));
}

function uncheckedNotes(path: string, count: number): readonly Diagnostic[] {
  return count === 0 ? [] : [diagnostic('duplicates-unchecked', { count }, { path })];
}

function mappingUsed(source: SourceDefinition | undefined): MappingUsed | undefined {
  if (!source?.mapping) return undefined;
  const { name, profile } = source.mapping;
  const { version, title, by, on, because } = profile;
  return { name, version, title, by, on, because };
}

function wrongClient(path: string, found: string, { engagement }: Session): Diagnostic {
  return diagnostic('wrong-client', { path, found, expected: engagement.client.name }, { path });
}
