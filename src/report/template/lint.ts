import { type At, problem, type TemplateProblem, unknownWord } from './problem.ts';
import { describe, elementOf, fieldsOf, insideOf, printable, type Shape } from './shape.ts';

/** A level of `each` or `with`: what `this` is there, and the names given by `as |name|`. */
interface Scope {
  readonly self: Shape;
  readonly names: ReadonlyMap<string, Shape>;
  readonly loop: boolean;
}

interface Walk {
  readonly file: string;
  readonly root: Shape;
  readonly partials: ReadonlyMap<string, { readonly file: string; readonly program: hbs.AST.Program }>;
  readonly problems: TemplateProblem[];
  /** The partials that we are inside of: one that includes itself would never end. */
  readonly inside: readonly string[];
}

const BLOCKS = ['each', 'if', 'unless', 'with'] as const;
const LOOP_DATA = ['index', 'first', 'last'] as const;

/** Checks each path of a template against the shape of the view, before any data comes. */
export function lintProgram(
  program: hbs.AST.Program,
  walk: Omit<Walk, 'problems' | 'inside'>,
): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const top: Scope = { self: walk.root, names: new Map(), loop: false };
  lintBody(program, [top], { ...walk, problems, inside: [] });
  return problems;
}

function lintBody(program: hbs.AST.Program | undefined, scopes: readonly Scope[], walk: Walk): undefined {
  for (const statement of program?.body ?? []) lintStatement(statement, scopes, walk);
}

function lintStatement(statement: hbs.AST.Statement, scopes: readonly Scope[], walk: Walk): undefined {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      return lintPrint(statement as hbs.AST.MustacheStatement, scopes, walk);
    case 'BlockStatement':
      return lintBlock(statement as hbs.AST.BlockStatement, scopes, walk);
    case 'PartialStatement':
      return lintPartial(statement as hbs.AST.PartialStatement, scopes, walk);
    default:
      say(
        walk,
        statement,
        'this construct of Handlebars is not used here; each, if, unless, with and {{> partial}} are',
      );
  }
}

function lintPrint(node: hbs.AST.MustacheStatement, scopes: readonly Scope[], walk: Walk): undefined {
  if (!node.escaped) return say(walk, node, 'values are never printed raw: write two braces, not three');
  if (node.path.type !== 'PathExpression') return say(walk, node, 'write plain words outside of the braces');
  if (node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0) {
    return say(walk, node, unknownWord('helper', (node.path as hbs.AST.PathExpression).original, BLOCKS));
  }
  const shape = resolve(node.path as hbs.AST.PathExpression, scopes, walk);
  if (shape !== undefined && !printable(shape)) {
    say(walk, node, `"${(node.path as hbs.AST.PathExpression).original}" is ${describe(shape)} and cannot be printed`);
  }
}

function lintBlock(node: hbs.AST.BlockStatement, scopes: readonly Scope[], walk: Walk): undefined {
  const helper = node.path.original;
  const [subject] = node.params;
  if (!(BLOCKS as readonly string[]).includes(helper)) return say(walk, node, unknownWord('block', helper, BLOCKS));
  if (node.params.length !== 1 || subject?.type !== 'PathExpression') {
    return say(walk, node, `"${helper}" takes one path`);
  }
  const shape = resolve(subject as hbs.AST.PathExpression, scopes, walk);
  lintBody(node.inverse, scopes, walk);
  if (shape === undefined) return;
  if (helper === 'if' || helper === 'unless') return lintBody(node.program, scopes, walk);
  const inner = helper === 'each' ? elementOf(shape) : insideOf(shape);
  if (inner === undefined) {
    const wanted = helper === 'each' ? 'a list' : 'a group of fields';
    return say(
      walk,
      subject,
      `"${helper}" wants ${wanted}; "${(subject as hbs.AST.PathExpression).original}" is ${describe(shape)}`,
    );
  }
  const [name] = node.program.blockParams ?? [];
  const names = new Map(name === undefined ? [] : [[name, inner]]);
  lintBody(node.program, [...scopes, { self: inner, names, loop: helper === 'each' }], walk);
}

function lintPartial(node: hbs.AST.PartialStatement, scopes: readonly Scope[], walk: Walk): undefined {
  const name = node.name.type === 'PathExpression' ? (node.name as hbs.AST.PathExpression).original : '';
  const partial = walk.partials.get(name);
  if (partial === undefined) return say(walk, node, unknownWord('partial', name, walk.partials.keys()));
  if (walk.inside.includes(name)) return say(walk, node, `the partial "${name}" includes itself`);
  if ((node.hash?.pairs.length ?? 0) > 0 || node.params.length > 1) {
    return say(walk, node, 'a partial takes at most one path and no named values');
  }
  const [given] = node.params;
  const self = given === undefined ? scopes.at(-1)?.self : resolve(given as hbs.AST.PathExpression, scopes, walk);
  if (self === undefined) return;
  const scope: Scope = { self, names: new Map(), loop: false };
  lintBody(partial.program, [scope], { ...walk, file: partial.file, inside: [...walk.inside, name] });
}

function resolve(path: hbs.AST.PathExpression, scopes: readonly Scope[], walk: Walk): Shape | undefined {
  if (path.type !== 'PathExpression') return say(walk, path, 'a path is wanted here');
  const [head = '', ...rest] = path.parts;
  if (path.data) {
    if (head === 'root') return descend(walk.root, rest, path, walk);
    if ((LOOP_DATA as readonly string[]).includes(head) && scopes.some((scope) => scope.loop)) return 'counter';
    return say(walk, path, unknownWord('@ name', head, ['root', ...LOOP_DATA]));
  }
  const named = path.depth > 0 || /^(\.|this\b)/.test(path.original) ? undefined : findName(head, scopes);
  if (named !== undefined) return descend(named, rest, path, walk);
  const scope = scopes.at(-1 - path.depth);
  if (scope === undefined) return say(walk, path, `"${path.original}" climbs out of the view`);
  return descend(scope.self, path.parts, path, walk);
}

function findName(name: string, scopes: readonly Scope[]): Shape | undefined {
  return scopes.findLast((scope) => scope.names.has(name))?.names.get(name);
}

function descend(from: Shape, parts: readonly string[], path: hbs.AST.PathExpression, walk: Walk): Shape | undefined {
  let shape = from;
  for (const part of parts) {
    const fields = fieldsOf(shape);
    if (fields === undefined) return say(walk, path, `"${path.original}": ${describe(shape)} has no field "${part}"`);
    const next = fields.get(part);
    if (next === undefined) return say(walk, path, `"${path.original}": ${unknownWord('field', part, fields.keys())}`);
    shape = next;
  }
  return shape;
}

function say(walk: Walk, node: hbs.AST.Node, says: string): undefined {
  walk.problems.push(problem(atOf(walk.file, node), says));
  return undefined;
}

function atOf(file: string, node: hbs.AST.Node): At {
  return { file, line: node.loc.start.line, column: node.loc.start.column + 1 };
}
