import Handlebars from 'handlebars';
import { nearest } from '../../kernel/text.ts';
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

/** The name of a file as every system takes it, and of no folder. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;

interface Written {
  readonly source: TemplateSource;
  readonly front: FrontMatter;
}

/** Where a document is written: a plain name, and two templates may share one only when no edition gets both. */
export function lintFiles(documents: readonly Written[]): readonly TemplateProblem[] {
  return documents.flatMap(({ front }, index) => {
    const { file, fileAt, output, editions } = front;
    if (file !== '' && !PLAIN_NAME.test(file)) {
      return [problem(fileAt, `"${file}" is no plain file name: letters, digits, blanks, - _ and . are`)];
    }
    const earlier = documents.slice(0, index).find((other) => {
      const same = other.front.file.toLowerCase() === file.toLowerCase() && other.front.output === output;
      return same && other.front.editions.some((edition) => editions.includes(edition));
    });
    if (earlier === undefined || file === '') return [];
    return [problem(fileAt, `${earlier.source.file} writes "${file}" for the same edition already`)];
  });
}

/** A partial of one's own that no document includes, and nearly of the name of one that some do, was meant to stand in for it. */
export function lintUnused(
  partials: ReadonlyMap<string, { readonly file: string; readonly program: hbs.AST.Program }>,
  documents: readonly { readonly program: hbs.AST.Program }[],
  own: readonly string[],
): readonly TemplateProblem[] {
  const used = new Set<string>();
  const visitor = new Handlebars.Visitor();
  visitor.PartialStatement = ({ name }) => {
    if (name.type === 'PathExpression') used.add((name as hbs.AST.PathExpression).original);
  };
  for (const { program } of [...documents, ...partials.values()]) visitor.accept(program);
  return [...partials].flatMap(([name, { file }]) => {
    const meant = own.includes(file) && !used.has(name) ? nearest(name, [...used]) : undefined;
    const says = `no document includes the partial "${name}"; did you mean "${meant}"?`;
    return meant === undefined ? [] : [problem({ file, line: 1, column: 1 }, says)];
  });
}
