import type { PackagePlan } from '../../model/package.ts';
import { SIGNATURE, TIMESTAMP } from '../bag.ts';
import { withProofs } from './sign.ts';
import { readTimestamp, type TimestampFault } from './timestamp-check.ts';
import { timestampRequest } from './timestamp-request.ts';
import { tokenIn } from './timestamp-token.ts';

/** What a timestamp authority is to be asked about a signed plan. */
export function planTimestampRequest(plan: PackagePlan): Uint8Array {
  return timestampRequest(signatureOf(plan));
}

/** The plan with the authority's answer, or with its token alone; what does not witness this signature is not taken. */
export function stampPlan(plan: PackagePlan, answer: Uint8Array): PackagePlan | TimestampFault {
  const token = tokenIn(answer);
  if (!token) return 'malformed';
  const read = readTimestamp(token, { signature: signatureOf(plan), authorities: [] });
  return typeof read === 'string' ? read : withProofs(plan, [{ path: TIMESTAMP, content: token }]);
}

function signatureOf({ entries }: PackagePlan): Uint8Array {
  const signature = entries.find(({ path }) => path === SIGNATURE)?.content;
  if (!signature) throw new Error(`plan without ${SIGNATURE}`);
  return signature;
}
