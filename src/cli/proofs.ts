import { type PdfKey, planTimestampRequest, type SigningKey } from '../bundle/index.ts';
import { isAddress, stampedAt, stampedBy } from '../client/index.ts';
import { readPackage, saveOutput } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Edition } from '../model/engagement.ts';
import type { PackagePlan } from '../model/package.ts';
import { openSigningKey } from './handle-keys.ts';
import { openPdfKey } from './pdf-key.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** Who signs a package and who witnesses the time, as the command line says it. */
export interface Proofs {
  readonly signing: { readonly key: SigningKey; readonly stamped: boolean } | undefined;
  /** Who signs each PDF by itself. */
  readonly pdfKey: PdfKey | undefined;
  /** Where only the question to an authority is to be written, and no package. */
  readonly requestPath: string | undefined;
  /** The plan with the timestamp that was asked for. */
  finish(plan: PackagePlan): Promise<PackagePlan>;
}

/** Everything that can be wrong with the flags is told before anything is built. */
export async function openProofs(
  given: Given,
  { editions, asOf, terminal }: { editions: readonly Edition[]; asOf: string; terminal: Terminal },
): Promise<Proofs> {
  const [keyPath, source, requestPath] = [given.text('sign'), given.text('timestamp'), given.text('timestampRequest')];
  const stamped = source !== undefined || requestPath !== undefined;
  if (stamped && keyPath === undefined) throw failure(diagnostic('timestamp-wants-signature', undefined));
  const inFile = requestPath !== undefined || (source !== undefined && !isAddress(source));
  if (inFile && editions.length > 1) throw failure(diagnostic('timestamp-wants-one-edition', { editions }));
  const carried = source === undefined || isAddress(source) ? undefined : await readPackage(source);
  const signing = keyPath === undefined ? undefined : { key: await openSigningKey(keyPath, given, terminal), stamped };
  return {
    signing,
    pdfKey: await openPdfKey(given, { asOf, terminal }),
    requestPath,
    finish: async (plan) => {
      if (source === undefined) return plan;
      return carried === undefined ? stampedAt(source, plan) : stampedBy(source, plan, carried);
    },
  };
}

/** What to carry to a timestamp authority, in place of the package. */
export async function writeRequest(path: string, plan: PackagePlan, { replace }: { replace: boolean }): Promise<void> {
  await saveOutput(path, planTimestampRequest(plan), { replace });
}
