import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Edition } from '../model/engagement.ts';
import type { Verification, VerificationFinding } from '../model/package.ts';
import type { ArchivedFile } from './archive.ts';
import { differences } from './differences.ts';
import { CATALOGUE_FILE, FINDINGS_FILE, PackageRequest, REQUEST_FILE } from './request.ts';

/** What a package holds for whoever wants to derive its verdicts again. */
export interface ReplayRequest {
  readonly edition: Edition;
  readonly engagement: unknown;
  readonly catalogue: unknown;
  readonly placements: PackageRequest['exhibits'];
  readonly exhibits: readonly { readonly path: string; readonly sha256: string; content(): Uint8Array }[];
}

/** Exhibits and engagement into the text of findings.json; the pipeline supplies it. */
export type Replay = (request: ReplayRequest) => Promise<string>;

export async function checkVerdicts(files: readonly ArchivedFile[], replay: Replay): Promise<Verification['findings']> {
  const recorded = jsonOf(files, FINDINGS_FILE);
  if (recorded === undefined) return [notReproducible(diagnostic('verdicts-unreadable', { path: FINDINGS_FILE }))];
  const parsed = PackageRequest.safeParse(jsonOf(files, REQUEST_FILE));
  if (!parsed.success) return [notReproducible(diagnostic('verdicts-unreadable', { path: REQUEST_FILE }))];
  const request = parsed.data;
  if (request.exhibits.some(({ withheld }) => withheld)) {
    return [notReproducible(diagnostic('verdicts-not-reproducible', { edition: request.edition }))];
  }
  const byPath = new Map(files.map((file) => [file.path, file]));
  const exhibits = request.exhibits.flatMap(({ packaged, original, sha256 }) => {
    const file = packaged === null ? undefined : byPath.get(packaged);
    return file ? [{ path: original, sha256, content: () => file.content() ?? new Uint8Array() }] : [];
  });
  const { edition, engagement, exhibits: placements } = request;
  const catalogue = jsonOf(files, CATALOGUE_FILE);
  const derived = await replay({ edition, engagement, catalogue, placements, exhibits });
  return verdictFindings(recorded, JSON.parse(derived), {
    absent: new Set(placements.filter(({ packaged }) => packaged === null).map(({ original }) => original)),
    exhibits: exhibits.length,
  });
}

function verdictFindings(
  recorded: unknown,
  derived: unknown,
  { absent, exhibits }: { absent: ReadonlySet<string>; exhibits: number },
): readonly VerificationFinding[] {
  const found = differences(recorded, derived, absent);
  if (found.length === 0) {
    return [{ code: 'reproduced', path: null, message: diagnostic('verdicts-reproduced', { exhibits }).message }];
  }
  return found.map((difference) => ({
    code: 'differs',
    path: FINDINGS_FILE,
    message: diagnostic('verdicts-differ', difference).message,
  }));
}

function notReproducible({ message }: Diagnostic): VerificationFinding {
  return { code: 'not-reproducible', path: null, message };
}

function jsonOf(files: readonly ArchivedFile[], path: string): unknown {
  const content = files.find((file) => file.path === path)?.content();
  if (content === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(content).toString('utf8'));
  } catch {
    return undefined;
  }
}
