import { byCodeUnit } from '../../kernel/order.ts';
import type { PackagePlan } from '../../model/package.ts';
import { SIGNATURE, STATEMENT, TAG_MANIFEST, TAG_MANIFESTS } from '../bag.ts';
import { entry, type PackageParts } from '../plan.ts';
import { envelope } from './dsse.ts';
import type { SigningKey } from './ssh-key.ts';
import { sshSignature } from './sshsig.ts';
import { statement } from './statement.ts';

type Signable = Pick<PackageParts, 'edition' | 'client' | 'preparedBy' | 'period' | 'asOf' | 'software' | 'assurance'>;

/** Who signs a package, and whether somebody else will witness the time. */
export interface Signing {
  readonly key: SigningKey;
  readonly stamped: boolean;
}

/** Who signed it when it was made before, and how: nobody signs it again. */
export interface Signed {
  readonly key: Pick<SigningKey, 'publicKey'>;
  readonly stamped: boolean;
  readonly proofs: readonly Proof[];
}

export type Proving = Signing | Signed;

/** The plan with the proofs of who made it, or as it is where nobody signs. */
export function provePlan(plan: PackagePlan, parts: Signable, proving: Proving | undefined): PackagePlan {
  if (proving === undefined) return plan;
  return 'proofs' in proving ? withProofs(plan, proving.proofs) : signPlan(plan, parts, proving.key);
}

/** The plan with its two signatures: over the manifest of tags, and over a statement about every file. The same key gives the same bytes. */
export function signPlan(plan: PackagePlan, parts: Signable, key: SigningKey): PackagePlan {
  const signed = plan.entries.find(({ path }) => path === TAG_MANIFEST);
  if (!signed) throw new Error(`plan without ${TAG_MANIFEST}`);
  const covered = plan.entries.filter(({ path }) => path === TAG_MANIFEST || !TAG_MANIFESTS.includes(path));
  const { edition, client, preparedBy, period, asOf, software, assurance } = parts;
  const predicate = {
    edition,
    client,
    preparedBy: preparedBy ?? null,
    period: { from: period.from, to: period.to },
    asOf,
    software,
    assurance: assurance.level,
  };
  return withProofs(plan, [
    { path: SIGNATURE, content: Buffer.from(sshSignature(signed.content, key)) },
    { path: STATEMENT, content: Buffer.from(envelope(statement(covered, predicate), key)) },
  ]);
}

export interface Proof {
  readonly path: string;
  readonly content: Uint8Array;
}

export function withProofs(plan: PackagePlan, proofs: readonly Proof[]): PackagePlan {
  const added = proofs.map(({ path, content }) => entry(path, 'tag', content));
  return { ...plan, entries: [...plan.entries, ...added].sort((a, b) => byCodeUnit(a.path, b.path)) };
}
