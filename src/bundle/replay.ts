import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { readYaml } from '../kernel/yaml.ts';
import type { Catalog } from '../model/catalog.ts';
import { Engagement } from '../model/engagement.ts';
import type { Exhibit } from '../model/exhibit.ts';
import { type Mapping, MappingProfile } from '../model/mapping.ts';
import type { VerificationFinding } from '../model/package.ts';
import type { ArchivedFile } from './archive.ts';
import { differences } from './differences.ts';
import {
  CATALOGUE_COPY,
  CatalogueCopy,
  ENGAGEMENT_COPY,
  FINDINGS_FILE,
  MAPPINGS_COPY,
  PACKAGE_FILE,
  PackageFile,
} from './request.ts';

/** What a package holds for whoever derives its verdicts again. */
export interface ReplayRequest {
  readonly engagement: Engagement;
  readonly catalog: Catalog;
  /** Under the paths that they had in the engagement folder. */
  readonly exhibits: readonly Exhibit[];
  readonly mappings: readonly Mapping[];
}

/** The findings as findings.json tells them, and whether the rules inside are those of this proofpack. */
export type Replay = (request: ReplayRequest) => Promise<{ readonly findings: unknown; readonly ourRules: boolean }>;

export async function checkVerdicts(
  files: readonly ArchivedFile[],
  replay: Replay,
): Promise<readonly VerificationFinding[]> {
  const recorded = jsonOf(files, FINDINGS_FILE);
  const made = PackageFile.safeParse(jsonOf(files, PACKAGE_FILE));
  if (!made.success) return [notReproducible(diagnostic('verdicts-unreadable', { path: PACKAGE_FILE }))];
  const { edition, exhibits } = made.data;
  if (exhibits.some(({ original }) => original === null)) {
    return [notReproducible(diagnostic('verdicts-not-reproducible', { edition }))];
  }
  const engagement = Engagement.safeParse(jsonOf(files, ENGAGEMENT_COPY));
  if (!engagement.success) return [notReproducible(diagnostic('verdicts-unreadable', { path: ENGAGEMENT_COPY }))];
  const catalogue = CatalogueCopy.safeParse(jsonOf(files, CATALOGUE_COPY));
  if (!catalogue.success) return [notReproducible(diagnostic('verdicts-unreadable', { path: CATALOGUE_COPY }))];
  const { schema: _, ...catalog } = catalogue.data;
  const mappings = mappingsIn(files);
  if ('broken' in mappings) return [notReproducible(diagnostic('verdicts-unreadable', { path: mappings.broken }))];
  const request = {
    mappings: mappings.read,
    engagement: engagement.data,
    catalog,
    exhibits: exhibits.map((each) => exhibitOf(each, files)),
  };
  const derived = await replay(request).catch((error: unknown) => {
    if (error instanceof ProofpackError) return undefined;
    throw error;
  });
  if (!derived) return [notReproducible(diagnostic('verdicts-unreadable', { path: ENGAGEMENT_COPY }))];
  const absent = new Set(
    exhibits.flatMap(({ packaged, original }) => (packaged === null && original ? [original] : [])),
  );
  const rules: readonly VerificationFinding[] = derived.ourRules
    ? []
    : [
        {
          code: 'rules-differ',
          path: CATALOGUE_COPY,
          message: diagnostic('rules-differ', { path: CATALOGUE_COPY }).message,
        },
      ];
  // What is said of a file itself (its encoding, its rows) cannot be read from a copy.
  const changed = exhibits.filter(({ redacted, keptBack }) => redacted !== undefined || keptBack);
  const untold = new Set([...absent, ...changed.flatMap(({ original }) => original ?? [])]);
  const found = differences(recorded, asJson(derived.findings), untold);
  if (found.length > 0 && changed.length > 0) {
    return [notReproducible(diagnostic('verdicts-differ-by-redaction', { exhibits: changed.length })), ...rules];
  }
  return [...verdictFindings(found, exhibits.length - absent.size), ...rules];
}

/** The profiles inside, each by its file's name; the path of the first that cannot be read. */
function mappingsIn(
  files: readonly ArchivedFile[],
): { readonly read: readonly Mapping[] } | { readonly broken: string } {
  const read: Mapping[] = [];
  for (const file of files.filter(({ path }) => path.startsWith(MAPPINGS_COPY))) {
    const text = Buffer.from(file.content() ?? new Uint8Array()).toString('utf8');
    const { value: profile } = readYaml(text, file.path, MappingProfile);
    if (!profile) return { broken: file.path };
    read.push({ name: file.path.slice(MAPPINGS_COPY.length).replace(/\.yaml$/, ''), profile, text });
  }
  return { read };
}

function verdictFindings(found: ReturnType<typeof differences>, exhibits: number): readonly VerificationFinding[] {
  if (found.length === 0) {
    return [{ code: 'reproduced', path: null, message: diagnostic('verdicts-reproduced', { exhibits }).message }];
  }
  return found.map((difference) => ({
    code: 'differs',
    path: FINDINGS_FILE,
    message: diagnostic('verdicts-differ', difference).message,
  }));
}

/** What was left out of the package is known by its hash and size; a file excluded by name is never opened. */
function exhibitOf(made: PackageFile['exhibits'][number], files: readonly ArchivedFile[]): Exhibit {
  const file = files.find(({ path }) => path === made.packaged);
  return {
    id: made.sha256,
    path: made.original ?? made.number,
    size: made.bytes,
    open: async function* () {
      const content = file?.content();
      if (content) yield content;
    },
  };
}

function notReproducible({ message }: Diagnostic): VerificationFinding {
  return { code: 'not-reproducible', path: null, message };
}

/** What one of its files says; undefined where it is not there, or no JSON. */
export function jsonOf(files: readonly ArchivedFile[], path: string): unknown {
  const content = files.find((file) => file.path === path)?.content();
  if (content === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** As it would be read back: what is undefined in memory is absent in a file. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
