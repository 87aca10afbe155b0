import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/kernel/yaml.ts';

const Shelf = z.strictObject({
  title: z.string(),
  books: z.array(z.union([z.string(), z.strictObject({ name: z.string(), pages: z.number().optional() })])).default([]),
  kind: z.enum(['fiction', 'science']).optional(),
  owners: z
    .record(z.string().regex(/^[a-z]+$/, 'lower-case letters'), z.strictObject({ since: z.number() }))
    .optional(),
});

const told = (text: string) =>
  readYaml(text, 'shelf.yaml', Shelf).problems.map(
    ({ place, message }) => `${place?.line}:${place?.column} ${message}`,
  );

describe('YAML of ours', () => {
  it('is a value, and knows where each part stands', () => {
    const { value, place } = readYaml('title: One\nbooks:\n  - A\n  - { name: B, pages: 3 }\n', 'shelf.yaml', Shelf);
    expect(value).toEqual({ title: 'One', books: ['A', { name: 'B', pages: 3 }] });
    expect(place(['books', 1, 'pages'])).toEqual({ path: 'shelf.yaml', line: 4, column: 23 });
    expect(place(['books', 1, 'pages'], 'key')).toMatchObject({ line: 4, column: 16 });
    expect(place(['books', 9, 'gone'])).toMatchObject({ line: 3 });
  });

  it('may be JSON', () => {
    expect(readYaml('{"title": "One"}', 'shelf.json', Shelf).value).toEqual({ title: 'One', books: [] });
  });

  it.each([
    ['titel: One\n', ['1:1 unknown key "titel"; did you mean "title"?']],
    ['title: One\nbooks: [{ name: A, page: 3 }]\n', ['2:20 unknown key "page"; did you mean "pages"?']],
    [
      'title: One\nbooks: [{ page: 3 }]\n',
      ['2:9 "books[0].name" is missing; a text is wanted', '2:11 unknown key "page"; did you mean "pages"?'],
    ],
    ['title: One\nbooks: [3]\n', ['2:9 "books[0]": a text or a group of keys is wanted; this is 3']],
    ['title: One\nkind: scence\n', ['2:7 "kind" is one of fiction, science, not "scence"; did you mean "science"?']],
    [
      'title: One\nowners: { Ann: { since: 1 } }\n',
      ['2:11 "owners.Ann": its name must be lower-case letters; this is "Ann"'],
    ],
    ['title: "One\nkind: fiction\n', ['1:8 cannot be read as YAML: Missing closing "quote']],
    ['title: One\n---\ntitle: Two\n', ['2:1 cannot be read as YAML: Source contains multiple documents']],
    ['', ['1:1 "the file": a group of keys is wanted; this is empty']],
    [
      'title: 5\nkind: 5\n',
      ['1:8 "title": a text is wanted; this is 5', '2:7 "kind" is one of fiction, science, not "5"'],
    ],
  ])('%j', (text, problems) => {
    expect(told(text)).toEqual(problems);
  });

  it('makes no prototype of what it reads', () => {
    expect(told('title: One\n__proto__: { polluted: true }\n')).toHaveLength(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
