import type { CivilDate } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { INTAKE_LOOKS, INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { sortedBy } from '../kernel/order.ts';
import type { Sha256 } from '../kernel/sha256.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import { allOf, type Bytes } from './bytes.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { contentOf } from './content.ts';
import { isGzip } from './gzip.ts';
import { LIMITS, type Limits } from './limits.ts';
import { readFile } from './read-file.ts';
import type { Sources } from './recognise.ts';
import { bareReport } from './report.ts';
import { sumOf } from './sum.ts';
import { Refused, Unreadable } from './trouble.ts';
import { isOfficeDocument, isZip, unzip, type ZippedFile } from './zip.ts';

export interface EvidenceRequest {
  readonly engagement: Engagement;
  readonly sources: Sources;
  /** The engagement's own, when it is not given. */
  readonly asOf?: CivilDate;
  readonly limits?: Limits;
}

/** The file that a record comes from. */
export interface Origin {
  readonly path: string;
  readonly sha256: Sha256;
  readonly source: string;
}

export type OnRecord = (record: EvidenceRecord, from: Origin) => void;

/** What every part of one reading shares. */
export interface Session extends Required<Pick<EvidenceRequest, 'engagement' | 'sources' | 'asOf' | 'limits'>> {
  readonly onRecord: OnRecord;
  /** Content that was read already, with the path at which it was met first. */
  readonly counted: Map<Sha256, string>;
}

/**
 * Reads all exhibits in the order of their paths, whatever order they come in: recognises each, hands over its records, and reports what
 * became of it. Files that cannot be read are reported, never thrown.
 */
export async function readEvidence(
  exhibits: Iterable<Exhibit>,
  request: EvidenceRequest,
  onRecord: OnRecord,
): Promise<{ readonly reports: readonly ExhibitReport[]; readonly notes: readonly Diagnostic[] }> {
  const session: Session = {
    engagement: request.engagement,
    sources: request.sources,
    asOf: request.asOf ?? request.engagement.asOf,
    limits: request.limits ?? LIMITS,
    onRecord,
    counted: new Map(),
  };
  const reports: ExhibitReport[] = [];
  for (const exhibit of sortedBy(exhibits, ({ path }) => path)) reports.push(...(await readExhibit(exhibit, session)));
  return { reports, notes: unknownNames(request.engagement, reports) };
}

async function readExhibit(exhibit: Exhibit, session: Session): Promise<readonly ExhibitReport[]> {
  const said = circumstancesOf(session.engagement, exhibit.path);
  const named = { path: exhibit.path, sha256: exhibit.id, bytes: exhibit.size };
  if (said.excluded) return [bareReport(named, { status: 'unrecognised', excluded: said.excluded })];
  return guarded(named, async () => {
    const content = await contentOf(exhibit, session.limits);
    if (content.as === 'archive') return readArchive(exhibit, session);
    const packed = isArchive(await firstBytes(content.bytes)) && content.bytes !== exhibit;
    if (packed) throw new Refused(INTAKE_REASONS.nested());
    return [await readFile({ ...named, content }, said, session)];
  });
}

async function readArchive(exhibit: Exhibit, session: Session): Promise<readonly ExhibitReport[]> {
  const named = { path: exhibit.path, sha256: exhibit.id, bytes: exhibit.size };
  const bytes = await allOf(exhibit, session.limits.containerBytes);
  if (bytes === undefined) throw new Refused(INTAKE_REASONS.containerTooLarge(session.limits.containerBytes));
  const files = await unzip(bytes, session.limits);
  if (isOfficeDocument(files)) return [unrecognised(named, INTAKE_LOOKS.office())];
  const inner: ExhibitReport[] = [];
  for (const file of files) inner.push(await readInner(file, exhibit.path, session));
  return [sumOf(named, inner), ...inner];
}

async function readInner(file: ZippedFile, outer: string, session: Session): Promise<ExhibitReport> {
  const content = file.content();
  const path = `${outer}!/${file.name}`;
  const named = { path, sha256: sha256(content), bytes: file.size };
  const said: Circumstances = circumstancesOf(session.engagement, path, outer);
  if (said.excluded) return bareReport(named, { status: 'unrecognised', excluded: said.excluded });
  const [report] = await guarded(named, async () => {
    if (isArchive(content)) throw new Refused(INTAKE_REASONS.nested());
    const bytes: Bytes = { open: () => inPieces(file.content()) };
    return [await readFile({ ...named, content: { bytes, sha256: named.sha256 } }, said, session)];
  });
  return report ?? unrecognised(named, INTAKE_LOOKS.binary());
}

type Named = Pick<ExhibitReport, 'path' | 'sha256' | 'bytes'>;

function unrecognised(named: Named, saw: string): ExhibitReport {
  const note = diagnostic('exhibit-unrecognised', { path: named.path, saw }, { path: named.path });
  return bareReport(named, { status: 'unrecognised', saw: [saw] }, [note]);
}

/** What is wrong with a file is noted; what is wrong with us is thrown. */
async function guarded(named: Named, read: () => Promise<readonly ExhibitReport[]>): Promise<readonly ExhibitReport[]> {
  try {
    return await read();
  } catch (error) {
    const { path } = named;
    const place = { path };
    if (error instanceof Refused) {
      const note = diagnostic('exhibit-refused', { path, reason: error.message }, place);
      return [bareReport(named, { status: 'refused' }, [note])];
    }
    if (!(error instanceof Unreadable)) throw error;
    const note = diagnostic('exhibit-unreadable', { path, reason: error.message }, place);
    return [bareReport(named, { status: 'unreadable' }, [note])];
  }
}

function isArchive(head: Uint8Array): boolean {
  return isZip(head) || isGzip(head);
}

async function firstBytes(bytes: Bytes): Promise<Uint8Array> {
  for await (const chunk of bytes.open()) if (chunk.length > 3) return chunk;
  return new Uint8Array();
}

async function* inPieces(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** Entries of the engagement file that name no file at all are mistakes of spelling, and silence would hide them. */
function unknownNames(engagement: Engagement, reports: readonly ExhibitReport[]): readonly Diagnostic[] {
  const paths = new Set(reports.map(({ path }) => path));
  return Object.keys(engagement.exhibits)
    .filter((path) => !paths.has(path))
    .map((path) => diagnostic('exhibit-said-missing', { path }));
}
