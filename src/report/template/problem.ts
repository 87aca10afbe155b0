import { diagnostic } from '../../kernel/diagnostic.ts';
import { ProofpackError } from '../../kernel/failure.ts';
import { nearest } from '../../kernel/text.ts';

/** A point in a template file; lines and columns count from 1. */
export interface At {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface TemplateProblem {
  readonly at: At;
  readonly says: string;
}

export function problem(at: At, says: string): TemplateProblem {
  return { at, says };
}

/** `there is no field "nmae" here: did you mean "name"?` */
export function unknownWord(what: string, word: string, known: Iterable<string>): string {
  const options = [...known];
  const meant = nearest(word, options);
  const cure = meant === undefined ? `known: ${options.join(', ') || 'nothing'}` : `did you mean "${meant}"?`;
  return `there is no ${what} "${word}"; ${cure}`;
}

export function templateInvalid(problems: readonly TemplateProblem[], cause?: unknown): ProofpackError {
  const lines = problems.map(({ at, says }) => `${at.file}:${at.line}:${at.column} ${says}`);
  const told = diagnostic('template-invalid', { problems: lines.join('\n') });
  return new ProofpackError(told.code, told.message, told.hint, cause === undefined ? {} : { cause });
}
