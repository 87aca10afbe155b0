import type { z } from 'zod';
import { type Diagnostic, diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';
import { nearest } from './text.ts';

/** Steps from the root of a document to a value: keys and positions. */
export type YamlPath = readonly PropertyKey[];

/** Where a value stands, or its key. What is absent stands where its nearest ancestor does. */
export type Locate = (path: YamlPath, part?: 'key' | 'value') => Place;

type Issue = z.core.$ZodIssue;

interface Context {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly place: Locate;
}

/** A validator's issues in our words, each at its line. */
export function issueProblems(issues: readonly Issue[], context: Context, base: YamlPath = []): readonly Diagnostic[] {
  // A misspelt key is missed under its right name as well; that is one mistake and is told once.
  const meant = new Set(issues.flatMap((issue) => keysMeant(issue, context, [...base, ...issue.path])));
  return issues
    .filter(
      (issue) =>
        !meant.has(keyText([...base, ...issue.path])) || valueAt(context.value, [...base, ...issue.path]) !== undefined,
    )
    .flatMap((issue) => issueProblem(issue, context, [...base, ...issue.path]));
}

function keysMeant(issue: Issue, context: Context, path: YamlPath): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = [...keysAt(context.schema, path)];
  return issue.keys.flatMap((word) => {
    const isElsewhere = known.some((key) => [...keysAt(context.schema, [...path, key])].includes(word));
    const key = isElsewhere ? undefined : nearest(word, known);
    return key === undefined ? [] : [keyText([...path, key])];
  });
}

function issueProblem(issue: Issue, context: Context, path: YamlPath): readonly Diagnostic[] {
  const { place } = context;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = [...keysAt(context.schema, path)];
      return issue.keys.map((word) => {
        // A key of the right name in the wrong place is indented too little more often than misspelt.
        const under = known.find((key) => [...keysAt(context.schema, [...path, key])].includes(word));
        const meant = under === undefined ? nearest(word, known) : undefined;
        return diagnostic('yaml-key-unknown', { word, nearest: meant, under }, place([...path, word], 'key'));
      });
    }
    case 'invalid_union':
      return unionProblem(issue, context, path);
    case 'invalid_key':
      return issue.issues.map((inner) =>
        diagnostic(
          'yaml-value-wrong',
          { key: keyText(path), wanted: `its name must be ${inner.message}`, got: show(path.at(-1)) },
          place(path, 'key'),
        ),
      );
    default:
      return [valueProblem(issue, context, path)];
  }
}

/** Of several shapes that a value may have, the one that it comes closest to is the one that was meant. */
function unionProblem(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  context: Context,
  path: YamlPath,
): readonly Diagnostic[] {
  const branches = issue.errors.filter((branch) => !branch.some((inner) => isWrongKind(inner)));
  const [best] = [...branches].sort((a, b) => distance(a) - distance(b));
  if (best) return issueProblems(best, context, path);
  const kinds = [...new Set(issue.errors.flat().map((inner) => wanted(inner)))];
  if (valueAt(context.value, path) !== undefined) return [wrong(context, path, kinds.join(' or '))];
  return [diagnostic('yaml-key-missing', { key: keyText(path), wanted: kinds.join(' or ') }, context.place(path))];
}

function isWrongKind(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function distance(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function valueProblem(issue: Issue, context: Context, path: YamlPath): Diagnostic {
  const { place } = context;
  const value = valueAt(context.value, path);
  const key = keyText(path);
  if (value === undefined) return diagnostic('yaml-key-missing', { key, wanted: wanted(issue) }, place(path));
  if (issue.code !== 'invalid_value' || issue.values.length < 2) return wrong(context, path, wanted(issue));
  const known = issue.values.map(String);
  const word = String(value);
  return diagnostic('yaml-word-unknown', { key, word, known, nearest: nearest(word, known) }, place(path));
}

function wrong(context: Context, path: YamlPath, what: string): Diagnostic {
  const got = show(valueAt(context.value, path));
  return diagnostic(
    'yaml-value-wrong',
    { key: keyText(path), wanted: /wanted/.test(what) ? what : `${what} is wanted`, got },
    context.place(path),
  );
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
};

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' or ');
    case 'too_small':
      return issue.origin === 'string'
        ? `a text of at least ${issue.minimum} characters`
        : issue.origin === 'array'
          ? `a list of at least ${issue.minimum}`
          : `${issue.minimum} or more`;
    case 'too_big':
      return issue.origin === 'string' ? `a text of at most ${issue.maximum} characters` : `${issue.maximum} or less`;
    default:
      return issue.message;
  }
}

/** The keys that may stand at a path, of whichever shape the schema allows there. */
function keysAt(schema: z.core.$ZodType | undefined, path: YamlPath): ReadonlySet<string> {
  const def = (schema as { readonly _zod?: { readonly def: Def } } | undefined)?._zod?.def;
  if (!def) return new Set();
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return new Set(def.options.flatMap((option) => [...keysAt(option, path)]));
  if (def.type === 'pipe') return keysAt(def.in, path);
  const [step, ...rest] = path;
  if (step === undefined) return new Set(Object.keys(def.shape ?? {}));
  return keysAt(def.element ?? def.valueType ?? def.shape?.[String(step)], rest);
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}

export function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  );
}

/** `frameworks[0].id` */
function keyText(path: YamlPath): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? 'the file' : text.replace(/^\./, '');
}

function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
