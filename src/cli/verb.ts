import type { Terminal } from './terminal.ts';

/** What a verb declares; commander reads the words, the program runs the rest. A verb loads what it needs only when it runs. */
export interface Verb {
  readonly group: 'Work' | 'Check' | 'Look up';
  /** Where it stands in the help: in the order in which people need the verbs. */
  readonly rank: number;
  readonly summary: string;
  readonly takes: readonly Argument[];
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  /** Answers the exit code. */
  readonly run: (given: Given, terminal: Terminal) => Promise<number>;
}

export interface Argument {
  /** As commander writes it: `<folder>`, `[id]`. */
  readonly name: string;
  readonly meaning: string;
  readonly choices?: readonly string[];
}

export interface Option {
  /** `-o, --output <path>` */
  readonly flags: string;
  /** May be given several times, or once with commas. Never takes the words after it: one of them may be the folder. */
  readonly many?: boolean;
  /** With `many`: each value as it stands, since it may hold commas (`--column device=Name, Vorname`). */
  readonly whole?: boolean;
  readonly meaning: string;
  readonly choices?: readonly string[];
}

/** What was said on the command line, already checked against the declaration. */
export interface Given {
  readonly args: readonly string[];
  text(option: string): string | undefined;
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  /** Whether `--no-…` was said, for options that have both forms and a third way without them. */
  refused(option: string): boolean;
}

/**
 * The one default export of a verb's file; the file's name is the verb. It is named before it is exported: TypeScript leaves `.ts`
 * in dynamic imports that stand inside an `export default` expression.
 */
export function defineVerb(verb: Verb): Verb {
  return verb;
}

export const DONE = 0;
/** Done, and a condition of `--fail-on` was met. */
export const CONDITION_MET = 1;
export const WRONG_REQUEST = 2;
export const NOT_VERIFIED = 3;
