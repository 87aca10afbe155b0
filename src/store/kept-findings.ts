import { z } from 'zod';
import { answersOf, ComparedFindings } from '../bundle/index.ts';
import type { Findings } from '../model/findings.ts';
import { PreviousPackage } from '../model/previous.ts';
import type { StandingBuild, Store } from '../model/store.ts';
import { findingsJson } from '../report/json.ts';
import { storedJson } from './stored-json.ts';

/** What a later package is held against, as it stands in a store: of the size of its questions and not of its evidence. */
const KeptFindings = z.strictObject({
  schema: z.literal('proofpack.kept-findings/1'),
  compared: ComparedFindings,
  answers: PreviousPackage.omit({ sha256: true }),
});

export function keptFindings(findings: Findings): Uint8Array {
  const told: unknown = JSON.parse(JSON.stringify(findingsJson(findings)));
  const answered = answersOf(told, findings.engagement, '');
  if (answered === undefined) throw new Error('findings that do not tell their own answers');
  const { sha256: _, ...answers } = answered;
  return Buffer.from(
    JSON.stringify({ schema: 'proofpack.kept-findings/1', compared: ComparedFindings.parse(told), answers }),
  );
}

/** What a build is compared by, as two packages are. */
export async function comparedIn(store: Store, build: StandingBuild): Promise<ComparedFindings> {
  return (await read(store, build)).compared;
}

/** What a build answered, as its package would tell it. */
export async function answersIn(store: Store, build: StandingBuild): Promise<PreviousPackage> {
  return { ...(await read(store, build)).answers, sha256: build.package.sha256 };
}

async function read(store: Store, build: StandingBuild): Promise<z.output<typeof KeptFindings>> {
  return storedJson(KeptFindings, await store.get(build.findings), `what ${build.package.name} found`);
}
