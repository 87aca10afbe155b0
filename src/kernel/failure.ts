import type { Diagnostic } from './diagnostic.ts';

/** What we throw, and only over a wrong request or a failing machine, never over client input: a code, a cause and a cure. */
export class ProofpackError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exit: 2 | 3 | 6;
  /** Every single thing that was wrong, each with its place; `message` tells them all in words. */
  readonly problems: readonly Diagnostic[];

  constructor(
    code: string,
    message: string,
    hint: string,
    options: { exit?: 2 | 3 | 6; cause?: unknown; problems?: readonly Diagnostic[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ProofpackError';
    this.code = code;
    this.hint = hint;
    this.exit = options.exit ?? 2;
    this.problems = options.problems ?? [];
  }
}

/** Throws the sentence of a note; for requests that cannot be met at all. */
export function failure(note: Diagnostic, options: { exit?: 2 | 3 | 6; cause?: unknown } = {}): ProofpackError {
  return new ProofpackError(note.code, note.message, note.hint, { ...options, problems: [note] });
}
