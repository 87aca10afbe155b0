import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Edition, Engagement } from '../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../model/exhibit.ts';
import { type Mapping, mappingId } from '../model/mapping.ts';
import type { Assurance, CustodyEntry, ExhibitPlacement } from '../model/package.ts';
import { custodyText } from './custody.ts';
import { packageName } from './names.ts';
import { HOLDS_ORIGINALS } from './placements.ts';
import type { PackageParts } from './plan.ts';
import { CATALOGUE_COPY, FINDINGS_FILE, MAPPINGS_COPY, PACKAGE_FILE, type PackageFile } from './request.ts';

export interface PartsRequest {
  readonly engagement: Engagement;
  readonly edition: Edition;
  /** The part of the catalogue that judged. */
  readonly catalog: Catalog;
  readonly exhibits: readonly Exhibit[];
  readonly mappings: readonly Mapping[];
  readonly reports: readonly ExhibitReport[];
  readonly placements: readonly ExhibitPlacement[];
  readonly software: string;
  readonly assurance: Assurance;
  readonly howToVerify: string;
  readonly verifyPage: string;
  readonly documents: PackageParts['documents'];
  readonly workbooks: PackageParts['workbooks'];
  readonly files: PackageParts['files'];
  /** What happened before the package was built. */
  readonly custody: readonly CustodyEntry[];
  /** What is packed in the place of an original, by its path in the folder. */
  readonly copies?: ReadonlyMap<string, Uint8Array>;
}

/** Everything that goes into a package, exhibits read in whole: what is packed is what was hashed. */
export async function packageParts(request: PartsRequest): Promise<PackageParts> {
  const { engagement, edition, software, assurance, howToVerify, verifyPage, documents, workbooks } = request;
  const { client, period, asOf, prepared, brand } = engagement;
  const frameworks = engagement.frameworks.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  const machine = [
    { path: CATALOGUE_COPY, text: jsonText({ schema: 'proofpack.catalogue/1', ...request.catalog }) },
    { path: PACKAGE_FILE, text: jsonText(packageFile(request)) },
    ...mappingFiles(request),
  ];
  return {
    name: packageName({ client: client.name, frameworks, period, edition }),
    edition,
    client: client.name,
    preparedBy: prepared?.organisation ?? brand.organisation,
    asOf,
    period,
    software,
    assurance,
    howToVerify,
    verifyPage,
    documents,
    workbooks,
    files: [...request.files, ...machine],
    custody: custodyText([...request.custody, built(request)]),
    exhibits: await readPlaced(request),
  };
}

function built({ edition, software, engagement, files }: PartsRequest): CustodyEntry {
  const findings = files.find(({ path }) => path === FINDINGS_FILE)?.text ?? '';
  return { event: 'built', what: edition, sha256: sha256(findings), by: software, on: engagement.asOf, because: null };
}

/**
 * The profiles that had a say, so that the verdicts follow from what is inside. An edition without originals has nothing to follow them
 * from, and a profile can quote cells that name people.
 */
function mappingFiles({ edition, mappings, reports }: PartsRequest) {
  const named = new Set(reports.flatMap(({ source, candidates }) => [source, ...candidates]));
  return mappings
    .filter(({ name }) => HOLDS_ORIGINALS[edition] && named.has(mappingId(name)))
    .map(({ name, text }) => ({ path: `${MAPPINGS_COPY}${name}.yaml`, text }));
}

/** An edition without originals tells no path of the folder either: a path can name a person. */
function packageFile({ edition, software, placements, reports }: PartsRequest): PackageFile {
  const bytes = new Map(reports.map((report) => [report.path, report.bytes]));
  return {
    schema: 'proofpack.package/1',
    software,
    edition,
    exhibits: placements.map(({ number, original, packaged, sha256: hash, redacted, handled }) => ({
      number,
      original: HOLDS_ORIGINALS[edition] ? original : null,
      packaged,
      sha256: hash,
      bytes: bytes.get(original) ?? 0,
      ...(redacted === undefined ? {} : { redacted }),
      ...(handled?.some(({ action }) => action === 'withhold') ? { keptBack: true as const } : {}),
    })),
  };
}

async function readPlaced({ exhibits, placements, copies }: PartsRequest): Promise<PackageParts['exhibits']> {
  const byPath = new Map(exhibits.map((exhibit) => [exhibit.path, exhibit]));
  const placed: { placement: ExhibitPlacement; bytes: Uint8Array }[] = [];
  for (const placement of placements) {
    const exhibit = placement.packaged === null ? undefined : byPath.get(placement.original);
    const copy = copies?.get(placement.original);
    if (exhibit) placed.push({ placement, bytes: copy ?? (await readWhole(exhibit)) });
  }
  return placed;
}

async function readWhole(exhibit: Exhibit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exhibit.open()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (sha256(bytes) === exhibit.id) return bytes;
  throw failure(diagnostic('exhibit-changed', { path: exhibit.path }, { path: exhibit.path }), { exit: 6 });
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
