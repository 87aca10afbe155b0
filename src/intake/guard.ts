/** Holds one file to what it may cost. Made by whoever has a clock and sees the memory; this room has neither. */
export interface Guard {
  /**
   * Does work that waits for nothing. Breaks it off, wherever it is, when the file has used up its budget, and throws `Refused`.
   * `bytes` of the file are taken with it: a longer file may take longer.
   */
  step<T>(work: () => T, bytes?: number): T;
  /** Throws when the file has taken too much memory so far; for work that makes many things in one step. */
  look(): void;
}

/** One for each file. */
export type StartGuard = () => Guard;

/** For whoever reads files that they wrote themselves. */
export const unguarded: StartGuard = () => ({ step: (work) => work(), look: () => undefined });
