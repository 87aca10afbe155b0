import { EDITIONS } from '../../model/edition.ts';
import type { Edition } from '../../model/engagement.ts';
import { type At, problem, type TemplateProblem, unknownWord } from './problem.ts';
import { OUTPUTS, type Output, type TemplateSource, TOLD, type Told } from './source.ts';

/** The head of a template: what the document is, before a word of it is written. Static, so that every page can list all documents. */
export interface FrontMatter {
  readonly title: string;
  readonly file: string;
  readonly about: string;
  readonly orientation: 'portrait' | 'landscape';
  readonly output: Output;
  readonly editions: readonly Edition[];
  /** What others may send a reader here for. */
  readonly tells: readonly Told[];
  /** A path of the view; without a value there, this document is not made. */
  readonly when: string | null;
  readonly whenAt: At;
  readonly fileAt: At;
}

const KEYS = ['title', 'file', 'about', 'orientation', 'output', 'editions', 'tells', 'when'] as const;
const ORIENTATIONS = ['portrait', 'landscape'] as const;

export interface Headed {
  readonly front: FrontMatter;
  /** The template below its head, with blank lines where the head stood, so that lines keep their numbers. */
  readonly body: string;
  readonly problems: readonly TemplateProblem[];
}

export function readFrontMatter(source: TemplateSource): Headed {
  const lines = source.text.split('\n');
  const end = lines.indexOf('---', 1);
  const start: At = { file: source.file, line: 1, column: 1 };
  const problems: TemplateProblem[] = [];
  const values = new Map<string, { value: string; at: At }>();
  if (lines[0] !== '---' || end < 0) {
    problems.push(problem(start, 'a template begins with its head: title, file and so on between two lines of ---'));
  }
  for (const [index, line] of lines.slice(1, Math.max(end, 1)).entries()) {
    const at: At = { file: source.file, line: index + 2, column: 1 };
    const [, key = '', value = ''] = /^([a-z]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if ((KEYS as readonly string[]).includes(key)) {
      values.set(key, { value, at: { ...at, column: line.indexOf(value) + 1 } });
    } else problems.push(problem(at, unknownWord('head key', key || line, KEYS)));
  }
  const body = end < 0 ? source.text : [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  return { ...assemble(values, start, problems), body };
}

function assemble(values: ReadonlyMap<string, { value: string; at: At }>, start: At, problems: TemplateProblem[]) {
  const text = (key: string): string => {
    const found = values.get(key)?.value ?? '';
    if (found === '') problems.push(problem(start, `the head says no ${key}`));
    return found;
  };
  const among = <T extends string>(key: string, known: readonly T[], otherwise: readonly T[]): readonly T[] => {
    const entry = values.get(key);
    if (entry === undefined) return otherwise;
    const words = entry.value.split(/[\s,]+/);
    for (const word of words.filter((each) => !(known as readonly string[]).includes(each))) {
      problems.push(problem(entry.at, unknownWord(key, word, known)));
    }
    return known.filter((each) => words.includes(each));
  };
  const front: FrontMatter = {
    title: text('title'),
    file: text('file'),
    about: text('about'),
    orientation: among('orientation', ORIENTATIONS, ['portrait'])[0] ?? 'portrait',
    output: among('output', OUTPUTS, ['pdf'])[0] ?? 'pdf',
    editions: among('editions', EDITIONS, EDITIONS),
    tells: among('tells', TOLD, []),
    when: values.get('when')?.value ?? null,
    whenAt: values.get('when')?.at ?? start,
    fileAt: values.get('file')?.at ?? start,
  };
  return { front, problems };
}
