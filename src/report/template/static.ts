import { CONTAINERS, DIRECTIVES } from '../markup/words.ts';
import type { FrontMatter } from './front-matter.ts';
import { type At, problem, type TemplateProblem, unknownWord } from './problem.ts';
import { fieldsOf, type Shape } from './shape.ts';
import type { TemplateSource } from './source.ts';

/** Directive names are checked in the template itself, so that a branch that no test walks cannot hide a misspelt one. */
export function lintMarkupWords(source: TemplateSource): readonly TemplateProblem[] {
  return source.text.split('\n').flatMap((line, index) => {
    const [, colons = '', word = ''] = /^(:{2,3})([^\s:]+)/.exec(line) ?? [];
    const known: readonly string[] = colons === ':::' ? CONTAINERS : DIRECTIVES;
    if (colons === '' || known.includes(word)) return [];
    const at: At = { file: source.file, line: index + 1, column: colons.length + 1 };
    return [problem(at, unknownWord('directive', word, known))];
  });
}

export function lintWhen(front: FrontMatter, shape: Shape): readonly TemplateProblem[] {
  if (front.when === null) return [];
  const fields = fieldsOf(shape);
  if (fields?.has(front.when)) return [];
  return [problem(front.whenAt, unknownWord('field', front.when, fields?.keys() ?? []))];
}
