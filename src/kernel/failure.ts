/** What we throw, and only over a wrong request or a failing machine, never over client input: a code, a cause and a cure. */
export class ProofpackError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly exit: 2 | 3 | 6;

  constructor(code: string, message: string, hint: string, options: { exit?: 2 | 3 | 6; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ProofpackError';
    this.code = code;
    this.hint = hint;
    this.exit = options.exit ?? 2;
  }
}
