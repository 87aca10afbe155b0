import { PROOF_FILES, type RememberingPdfKey } from '../bundle/index.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { Findings } from '../model/findings.ts';
import type { PackagePlan } from '../model/package.ts';
import { type BuildRecord, PDF_SIGNATURES, type Recorded, type Store } from '../model/store.ts';
import { keptFindings } from './kept-findings.ts';
import type { Written } from './recipe.ts';
import { summarise } from './summarise.ts';

export interface Built {
  /** As the store calls the client. */
  readonly client: string;
  readonly written: Written;
  readonly findings: Findings;
  readonly plan: PackagePlan;
  /** Of the package as it was packed, before anybody encrypted it. */
  readonly bytes: Uint8Array;
  /** What signed each of its PDFs, where something did. */
  readonly pdfKey?: RememberingPdfKey | undefined;
  /** An instant in UTC. */
  readonly recordedAt: string;
}

/** Stores everything that a package was made of, then says that it was made. Killed in between, it has stored files that nothing names yet. */
export async function keepBuild(store: Store, built: Built): Promise<Recorded> {
  const { client, written, findings, plan, bytes, pdfKey, recordedAt } = built;
  const { engagement } = findings;
  for (const { sha256: hash, content } of written.contents) await store.put(content, hash);
  const key = await store.put(Buffer.from(written.text), written.key);
  const proofs = [
    ...plan.entries.filter(({ path }) => PROOF_FILES.includes(path)),
    ...(pdfKey ? [{ path: PDF_SIGNATURES, content: pdfKey.takeSignatures() }] : []),
  ];
  const kept: BuildRecord['proofs'] = [];
  for (const { path, content } of proofs) kept.push({ path, sha256: await store.put(content) });
  return store.record(
    {
      client,
      key,
      edition: plan.edition,
      software: written.recipe.software,
      catalogue: written.catalogue,
      asOf: engagement.asOf,
      period: engagement.period,
      package: { sha256: sha256(bytes), bytes: bytes.length, name: plan.name },
      proofs: kept,
      findings: await store.put(keptFindings(findings)),
      recordedAt,
    },
    summarise(findings),
  );
}
