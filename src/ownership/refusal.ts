import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { MessageArguments, MessageCode } from '../kernel/messages/index.ts';

/** A request that cannot be met at all, with the sentence and the cure of the message table. */
export function refusal<C extends MessageCode>(code: C, args: MessageArguments<C>): ProofpackError {
  const { message, hint } = diagnostic(code, args);
  return new ProofpackError(code, message, hint);
}
