import { diagnostic } from '../kernel/diagnostic.ts';
import type { MessageArguments, MessageCode } from '../kernel/messages/index.ts';
import type { OwnershipIssue } from '../model/ownership.ts';

type About = Pick<OwnershipIssue, 'practice' | 'control' | 'party' | 'place' | 'names'>;

/** Something wrong with the matrix, in the words of the message table. */
export function issue<C extends MessageCode>(code: C, args: MessageArguments<C>, about: About = {}): OwnershipIssue {
  const { severity, message, hint } = diagnostic(code, args);
  return { code, ...about, severity, message, hint };
}

/** How a lint tells what it found: the practice is known, the party is told where one is to blame. */
export type Tell = <C extends MessageCode>(code: C, args: MessageArguments<C>, party?: string) => void;
