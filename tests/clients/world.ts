import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openEngagement } from '../../src/client/index.ts';
import { readExhibits } from '../../src/disk/index.ts';
import type { Exhibit } from '../../src/model/exhibit.ts';
import type { Findings } from '../../src/model/findings.ts';
import { assessEngagement, type Request } from '../../src/pipeline.ts';

export const CLIENTS = ['dental', 'professional-services', 'software'] as const;
export const MODELS = ['fully-managed', 'co-managed', 'internal'] as const;
const FOLDER = fileURLToPath(new URL('../../fixtures/clients/', import.meta.url));

export const folderOf = (client: string): string => join(FOLDER, client);
export const goldenOf = (client: string): string => join(FOLDER, `${client}.expected.json`);

export async function openClient(folder: string): Promise<Request> {
  const opened = await openEngagement(folder);
  const { exhibits } = await readExhibits(folder, opened.engagement);
  return { ...opened, exhibits };
}

export async function assessClient(folder: string): Promise<Findings> {
  return assessEngagement(await openClient(folder));
}

/** A copy of a client's folder that a story may change; it goes when the story ends. */
export function copyOf(client: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'proofpack-client-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folderOf(client), copy, { recursive: true });
  return copy;
}

export function edit(folder: string, path: string, change: (text: string) => string): void {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} was to change and did not`);
  writeFileSync(file, after);
}

export const without = (exhibits: readonly Exhibit[], path: string): readonly Exhibit[] =>
  exhibits.filter((exhibit) => exhibit.path !== path);

/** The two headline numbers of each framework. */
export function headlines(findings: Findings): Readonly<Record<string, { supported: number; assessed: number }>> {
  return Object.fromEntries(
    findings.frameworks.map(({ framework, headline }) => [
      framework.id,
      { supported: headline.supported, assessed: headline.assessed },
    ]),
  );
}

/** What is held fast of a client: small enough to be read in a review, wide enough that no verdict moves unseen. */
export function digest(findings: Findings): unknown {
  return {
    exhibits: Object.fromEntries(
      findings.exhibits.map(({ path, status, source, records, rejected, excluded }) => [
        path,
        `${excluded ? 'excluded' : status} ${source ?? ''} ${records}/${rejected}`,
      ]),
    ),
    headlines: Object.fromEntries(findings.frameworks.map(({ framework, headline }) => [framework.id, headline])),
    practices: Object.fromEntries(
      findings.practiceAssessments.map(({ practice, verdict, extent }) => [
        practice,
        extent ? `${verdict} ${extent.n}/${extent.of}` : verdict,
      ]),
    ),
    controls: Object.fromEntries(
      findings.frameworks.map(({ framework, controls }) => [
        framework.id,
        Object.fromEntries(
          controls.map(({ control, verdict, answer }) => [
            control,
            answer ? `${verdict} · ${answer.ceiling}` : verdict,
          ]),
        ),
      ]),
    ),
    contradictions: findings.contradictions.map(({ text }) => text),
    ownership: findings.ownership.issues.map(({ code, practice, party }) => [code, practice ?? party ?? ''].join(' ')),
  };
}
