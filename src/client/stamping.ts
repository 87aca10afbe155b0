import { planTimestampRequest, stampPlan } from '../bundle/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { PackagePlan } from '../model/package.ts';
import { askAuthority } from './ask-authority.ts';

/** Whether a timestamp is to be asked for at an address, and not taken from a file. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** The plan with the word of an authority about its time. */
export async function stampedAt(address: string, plan: PackagePlan): Promise<PackagePlan> {
  return stampedBy(address, plan, await askAuthority(address, planTimestampRequest(plan)));
}

/** The same of an answer that is there already. */
export function stampedBy(source: string, plan: PackagePlan, answer: Uint8Array): PackagePlan {
  const stamped = stampPlan(plan, answer);
  if (typeof stamped === 'string') throw failure(diagnostic('timestamp-refused', { from: source, fault: stamped }));
  return stamped;
}
