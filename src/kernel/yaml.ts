import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  visit,
  type YAMLParseError,
  type YAMLWarning,
  type Document as YamlDocument,
} from 'yaml';
import type { z } from 'zod';
import { type Diagnostic, diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import { issueProblems, type Locate, type YamlPath } from './yaml-issues.ts';

export { type Locate, valueAt, type YamlPath } from './yaml-issues.ts';

/** A file of ours, read strictly: either its value, or everything that is wrong with it, each at its line and column. */
export interface YamlReading<T> {
  readonly value: T | undefined;
  readonly problems: readonly Diagnostic[];
  readonly place: Locate;
}

/** A request of a megabyte is no request; the limit on aliases keeps a small file from growing into one. */
const LARGEST_FILE = 4 * 1024 * 1024;
const MOST_ALIASES = 100;

/** JSON is read as well: it is a part of YAML. */
export function readYaml<S extends z.ZodType>(
  text: string,
  path: string,
  schema: S,
  /** What the file says, laid over what goes where it says nothing. */
  completed: (said: unknown) => unknown = (said) => said,
): YamlReading<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text.slice(0, LARGEST_FILE), {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const place: Locate = (steps, part = 'value') => at(offsetOf(document, steps, part));
  const failed = (problems: readonly Diagnostic[]) => ({ value: undefined, problems, place });

  if (text.length > LARGEST_FILE) return failed([unreadable('it is larger than 4 MB', at(0))]);
  // An unknown tag is a warning to the library; to us it is a value that would silently be something else.
  const [fault] = [...document.errors, ...document.warnings];
  // One open bracket makes every line after it wrong: the first fault is the one to mend.
  if (fault) return failed([unreadable(firstClause(fault.message), at(faultOffset(document, fault)))]);
  const plain = toPlain(document);
  if (typeof plain === 'string') return failed([unreadable(plain, at(0))]);
  const value = completed(plain.value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [], place };
  return failed(inOrder(issueProblems(parsed.error.issues, { schema, value, place })));
}

/** What a file says, unchecked; undefined where it is no YAML. */
export function plainYaml(text: string): unknown {
  if (text.length > LARGEST_FILE) return undefined;
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { prettyErrors: false });
  const plain = document.errors.length > 0 ? '' : toPlain(document);
  return typeof plain === 'string' ? undefined : plain.value;
}

/** A file of ours as it is written: lines stay short enough to be compared. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 140 });
}

/** As the file is read: from its head to its foot. */
export function inOrder(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const line = (problem: Diagnostic) => problem.place?.line ?? 0;
  const column = (problem: Diagnostic) => problem.place?.column ?? 0;
  return [...problems].sort((a, b) => line(a) - line(b) || column(a) - column(b));
}

/** Every problem with its line, a small frame of the file and its cure. */
export function tellProblems(problems: readonly Diagnostic[], textOf: (path: string) => string): string {
  return problems.map((problem) => tellProblem(problem, textOf(problem.place?.path ?? ''))).join('\n\n');
}

function tellProblem(problem: Diagnostic, text: string): string {
  const { path = '', line = 1, column = 1 } = problem.place ?? {};
  const lines = text.split(/\r?\n/);
  const width = String(line).length;
  const shown = [line - 1, line]
    .filter((number) => number >= 1 && number <= lines.length)
    .map((number) => {
      const mark = number === line ? '>' : ' ';
      return `  ${mark} ${String(number).padStart(width)} | ${(lines[number - 1] ?? '').slice(0, 150)}`;
    });
  const pointer = `    ${' '.repeat(width)} | ${' '.repeat(Math.min(column - 1, 150))}^`;
  return [`${path}:${line}:${column}  ${problem.message}`, ...shown, pointer, `    ${problem.hint}`].join('\n');
}

function unreadable(problem: string, place: Place): Diagnostic {
  return diagnostic('yaml-unreadable', { problem }, place);
}

function toPlain(document: YamlDocument): { value: unknown } | string {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    return firstClause(error instanceof Error ? error.message : String(error));
  }
}

function offsetOf(document: YamlDocument, steps: YamlPath, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of steps.entries()) {
    const last = index === steps.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!isPair(pair)) return offset;
      node = pair.value;
      offset = (last && part === 'key' ? startOf(pair.key) : (startOf(node) ?? startOf(pair.key))) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}

/** An open quote is missed at the end of the file; whoever must close it looks for where it was opened. */
function faultOffset(document: YamlDocument, fault: YAMLParseError | YAMLWarning): number {
  let opened: number | undefined;
  if (fault.code === 'MISSING_CHAR') {
    visit(document, {
      Scalar: (_, node) => {
        if (node.type?.startsWith('QUOTE_') && node.range && node.range[1] >= fault.pos[0]) opened = node.range[0];
      },
    });
  }
  return opened ?? fault.pos[0];
}

function firstClause(text: string): string {
  return /^[^\n;]*/.exec(text)?.[0] ?? text;
}
