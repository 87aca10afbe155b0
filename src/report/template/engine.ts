import Handlebars from 'handlebars';
import { escapeMarkup } from '../markup/escape.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { lintProgram } from './lint.ts';
import { closing, opening } from './marker.ts';
import { type At, problem, type TemplateProblem, templateInvalid } from './problem.ts';
import type { Shape } from './shape.ts';
import { documentSource, partialSource, type TemplateSource, type Templates } from './source.ts';
import { lintFiles, lintMarkupWords, lintUnused, lintWhen } from './static.ts';

export interface PreparedTemplate {
  readonly id: string;
  readonly file: string;
  readonly front: FrontMatter;
  /** Markup with markers that remember where each piece stands in its template. */
  render(view: object): string;
}

interface Parsed {
  readonly source: TemplateSource;
  readonly program: hbs.AST.Program;
}

/** Reads, lints and compiles all templates, or throws one error that names every problem of every file. */
export function prepareTemplates(templates: Templates, shape: Shape): readonly PreparedTemplate[] {
  const problems: TemplateProblem[] = [];
  const parse = (source: TemplateSource): readonly Parsed[] => {
    problems.push(...lintMarkupWords(source));
    const program = parseProgram(source, problems);
    return program === undefined ? [] : [{ source, program }];
  };
  const partials = named(templates, 'partials', partialSource).flatMap(parse);
  const byName = new Map(partials.map(({ source, program }) => [source.id, { file: source.file, program }]));
  const documents = named(templates, 'documents', documentSource).flatMap((source) => {
    const { front, body, problems: found } = readFrontMatter(source);
    problems.push(...found, ...lintWhen(front, shape));
    return parse({ ...source, text: body }).map((parsed) => ({ ...parsed, front }));
  });
  for (const { source, program } of documents) {
    problems.push(...lintProgram(program, { file: source.file, root: shape, partials: byName }));
  }
  problems.push(...lintFiles(documents), ...lintUnused(byName, documents, templates.own ?? []));
  if (problems.length > 0) throw templateInvalid(inOrder(problems));
  const handlebars = environment(partials);
  return documents.map(({ source, program, front }) => ({
    id: source.id,
    file: source.file,
    front,
    render: compile(handlebars, source, program),
  }));
}

function named(templates: Templates, which: 'documents' | 'partials', as: typeof documentSource) {
  const { [which]: texts, own } = templates;
  return Object.keys(texts)
    .sort()
    .map((id) => as(id, texts[id] ?? '', own));
}

/** The same problem of a partial is told once, however many documents include it. */
function inOrder(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const key = ({ at, says }: TemplateProblem) => `${at.file}:${at.line}:${at.column} ${says}`;
  return [...new Map(problems.map((each) => [key(each), each])).values()];
}

function parseProgram(source: TemplateSource, problems: TemplateProblem[]): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(source.text);
  } catch (error) {
    problems.push(problem(placeOfParseError(source.file, error), firstSentence(error)));
    return undefined;
  }
}

/** Handlebars tells the line in its words only, or in `lineNumber` when it knows the node. */
function placeOfParseError(file: string, error: unknown): At {
  const { lineNumber, column } = error as { lineNumber?: number; column?: number };
  const told = /on line (\d+)/.exec(String(error))?.[1];
  return { file, line: lineNumber ?? Number(told ?? 1), column: (column ?? 0) + 1 };
}

function firstSentence(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  return `Handlebars: ${text.replace(/Expecting .*?, got/, 'unexpected').slice(0, 300)}`;
}

function environment(partials: readonly Parsed[]): typeof Handlebars {
  const handlebars = Handlebars.create();
  const each = handlebars.helpers['each'] as (this: unknown, list: unknown, options: unknown) => string;
  // The built-in loop writes nothing over a value that is missing; here that is an error.
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options: unknown) {
    if (!Array.isArray(list)) throw new Handlebars.Exception('"each" was given no list');
    return each.call(this, list, options);
  });
  handlebars.registerHelper('md', (value: unknown) => {
    if (typeof value === 'string') return escapeMarkup(value);
    if (typeof value === 'number' && Number.isFinite(value)) return escapeMarkup(String(value));
    throw new Handlebars.Exception('a value to print is missing');
  });
  for (const { source, program } of partials) {
    handlebars.registerPartial(source.id, handlebars.compile(rewritten(source, program), OPTIONS));
  }
  return handlebars;
}

const OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { md: true, each: true, if: true, unless: true, with: true } as Record<string, boolean>,
  preventIndent: true,
  noEscape: false,
} as CompileOptions;

function compile(handlebars: typeof Handlebars, source: TemplateSource, program: hbs.AST.Program) {
  const template = handlebars.compile<object>(rewritten(source, program), OPTIONS);
  return (view: object): string => {
    try {
      return template(view);
    } catch (error) {
      throw templateInvalid([problem(placeOfParseError(source.file, error), firstSentence(error))], error);
    }
  };
}

/** `{{x}}` becomes `{{{md x}}}`: escaping for our own markup, since the built-in one is for HTML and shared by all environments. */
function rewritten(source: TemplateSource, program: hbs.AST.Program): hbs.AST.Program {
  const copy = structuredClone(program);
  const visitor = new Handlebars.Visitor();
  visitor.MustacheStatement = (node) => {
    node.params = [node.path as hbs.AST.Expression];
    node.path = {
      type: 'PathExpression',
      data: false,
      depth: 0,
      parts: ['md'],
      original: 'md',
      loc: node.loc,
    } as hbs.AST.PathExpression;
    node.escaped = false;
  };
  visitor.ContentStatement = (node) => {
    node.value = marked(node, source.file);
  };
  visitor.accept(copy);
  return copy;
}

/** Puts the place before the content and after each of its line breaks. */
function marked(node: hbs.AST.ContentStatement, file: string): string {
  const original = String(node.original);
  const stripped = leadingStrip(original, node.value);
  const before = original.slice(0, stripped).split('\n');
  const line = node.loc.start.line + before.length - 1;
  const column = before.length > 1 ? (before.at(-1) ?? '').length + 1 : node.loc.start.column + 1 + stripped;
  return node.value
    .split('\n')
    .map((text, index) => mark({ file, line: line + index, column: index === 0 ? column : 1 }) + text)
    .join('\n');
}

function leadingStrip(original: string, value: string): number {
  for (let at = 0; at <= original.length; at += 1) {
    if (original.startsWith(value, at) && original.slice(0, at).trim() === '') return at;
  }
  return 0;
}

function mark(at: At): string {
  return `${opening}${at.file}|${at.line}|${at.column}${closing}`;
}
