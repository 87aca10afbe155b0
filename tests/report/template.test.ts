import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProofpackError } from '../../src/kernel/failure.ts';
import type { Block } from '../../src/model/document.ts';
import { parseMarkup } from '../../src/report/markup.ts';
import { prepareTemplates } from '../../src/report/template/engine.ts';

const SHAPE = z.strictObject({
  client: z.strictObject({ name: z.string() }),
  count: z.number(),
  people: z.array(z.strictObject({ name: z.string(), role: z.string() })),
  maybe: z.strictObject({ word: z.string() }).nullable(),
  open: z.boolean(),
});
const VIEW = { client: { name: 'Acme' }, count: 3, people: [{ name: 'Ann', role: 'owner' }], maybe: null, open: true };
const HEAD = '---\ntitle: T\nfile: T\nabout: a\n---\n';

function failure(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProofpackError) return error.message;
    throw error;
  }
  return 'it did not fail';
}

function prepare(body: string, partials: Record<string, string> = {}) {
  return prepareTemplates({ documents: { t: HEAD + body }, partials }, SHAPE);
}

function blocksOf(body: string, view: object = VIEW, partials: Record<string, string> = {}): readonly Block[] {
  const [template] = prepare(body, partials);
  const { blocks, problems } = parseMarkup(template?.render(view) ?? '', 't', new Map());
  expect(problems).toEqual([]);
  return blocks;
}

describe('what a template says is checked before data comes', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['Dear {{client.nmae}}', 'templates/t.hbs:6:8 "client.nmae": there is no field "nmae"; did you mean "name"?'],
    [
      '{{#each peple}}{{name}}{{/each}}',
      'templates/t.hbs:6:9 "peple": there is no field "peple"; did you mean "people"?',
    ],
    [
      '{{#each people}}\n{{rol}}\n{{/each}}',
      'templates/t.hbs:7:3 "rol": there is no field "rol"; did you mean "role"?',
    ],
    [
      '{{#each people as |p|}}{{p.rle}}{{/each}}',
      'templates/t.hbs:6:26 "p.rle": there is no field "rle"; did you mean "role"?',
    ],
    ['{{#if opn}}x{{/if}}', 'templates/t.hbs:6:7 "opn": there is no field "opn"; did you mean "open"?'],
    ['{{#each people}}{{../nothing}}{{/each}}', 'templates/t.hbs:6:19 "../nothing": there is no field "nothing"'],
    ['{{{client.name}}}', 'templates/t.hbs:6:1 values are never printed raw: write two braces, not three'],
    ['{{&client.name}}', 'templates/t.hbs:6:1 values are never printed raw'],
    ['{{people}}', 'templates/t.hbs:6:1 "people" is a list and cannot be printed'],
    ['{{client}}', 'templates/t.hbs:6:1 "client" is a group of fields and cannot be printed'],
    [
      '{{maybe.word}}',
      'templates/t.hbs:6:3 "maybe.word": a group that may be absent (open it by "with") has no field "word"',
    ],
    ['{{#each client}}x{{/each}}', 'templates/t.hbs:6:9 "each" wants a list; "client" is a group of fields'],
    ['{{upper client.name}}', 'templates/t.hbs:6:1 there is no helper "upper"'],
    ['{{#echo people}}x{{/echo}}', 'templates/t.hbs:6:1 there is no block "echo"; did you mean "each"?'],
    ['{{> persn}}', 'templates/t.hbs:6:1 there is no partial "persn"; did you mean "person"?'],
    ['{{@indx}}', 'templates/t.hbs:6:3 there is no @ name "indx"'],
    ['{{lookup client "name"}}', 'templates/t.hbs:6:1 there is no helper "lookup"'],
    ['::figur x', 'templates/t.hbs:6:3 there is no directive "figur"; did you mean "figure"?'],
    [':::tabel x', 'templates/t.hbs:6:4 there is no directive "tabel"; did you mean "table"?'],
    ['{{#if open}}', 'templates/t.hbs:6:1 Handlebars: '],
  ];
  it.each(wrong)('%s', (body, says) => {
    expect(failure(() => prepare(body, { person: '{{name}}' }))).toContain(says);
  });

  it('looks into partials with the value that they are given', () => {
    const body = '{{#each people}}{{> person}}{{/each}}{{> person client}}';
    expect(failure(() => prepare(body, { person: 'x\n{{role}}' }))).toBe(
      'templates/partials/person.hbs:2:3 "role": there is no field "role"; known: name',
    );
  });

  it('refuses a partial that includes itself', () => {
    expect(failure(() => prepare('{{> a}}', { a: '{{> b}}', b: '{{> a}}' }))).toContain(
      'the partial "a" includes itself',
    );
  });

  it('names a misspelt key of the head', () => {
    const templates = { documents: { t: '---\ntitel: T\nfile: T\nabout: a\n---\n' }, partials: {} };
    expect(failure(() => prepareTemplates(templates, SHAPE))).toContain(
      'templates/t.hbs:2:1 there is no head key "titel"; did you mean "title"?',
    );
  });

  it('tells every problem at once, and each once', () => {
    const message = failure(() => prepare('{{a}}\n{{b}}\n{{> p}}{{> p}}', { p: '{{c}}' }));
    expect(message.split('\n')).toHaveLength(3);
  });
});

describe('templates beside one another', () => {
  const head = (file: string, more = '') => `---\ntitle: T\nfile: ${file}\nabout: a\n${more}---\n`;
  const told = (documents: Record<string, string>) =>
    failure(() => prepareTemplates({ documents, partials: {} }, SHAPE));

  it('never write one file twice for one edition', () => {
    const forTwo = {
      a: head('02-Report', 'editions: auditor\n'),
      b: head('02-report', 'editions: auditor, insurer\n'),
    };
    expect(told(forTwo)).toBe('templates/b.hbs:3:7 templates/a.hbs writes "02-report" for the same edition already');
    expect(told({ ...forTwo, b: head('02-Report', 'editions: insurer\n') })).toBe('it did not fail');
  });

  it.each(['../out', 'a/b', '.hidden', 'x'.repeat(61)])('write no file called %s', (file) => {
    expect(told({ a: head(file) })).toContain(`templates/a.hbs:3:7 "${file}" is no plain file name`);
  });

  it("take a partial of one's own that is nearly of the name of another for a misspelt one", () => {
    const documents = { t: `${HEAD}{{> control}}` };
    const partials = { control: 'x', controll: 'y', other: 'z' };
    const own = ['templates/partials/controll.hbs', 'templates/partials/other.hbs'];
    expect(failure(() => prepareTemplates({ documents, partials, own }, SHAPE))).toBe(
      'templates/partials/controll.hbs:1:1 no document includes the partial "controll"; did you mean "control"?',
    );
    expect(failure(() => prepareTemplates({ documents, partials }, SHAPE))).toBe('it did not fail');
  });
});

describe('what a template writes', () => {
  it('keeps hostile values inert in every position', () => {
    const name = 'Acme # <b> [x](y) | {{x}} *i* `c` \\ ::figure @supported = - 1. \n# H';
    const blocks = blocksOf(
      '# {{client.name}}\n{{client.name}}\n\n- {{client.name}}\n\n**{{client.name}}** `{{client.name}}` [{{client.name}}](#a)\n\n:::table {{client.name}}\n| {{client.name}} |\n| - |\n| {{client.name}} |\n|= {{client.name}} |\nempty: {{client.name}}\n:::\n:::callout bad {{client.name}}\n{{client.name}}\n:::\n',
      { ...VIEW, client: { name } },
    );
    const words = name.replace(/\n/g, ' ');
    expect(blocks.map((block) => block.type)).toEqual([
      'heading',
      'paragraph',
      'list',
      'paragraph',
      'table',
      'callout',
    ]);
    expect(blocks[1]).toEqual({ type: 'paragraph', content: [{ text: words }] });
    expect(blocks[3]).toEqual({
      type: 'paragraph',
      content: [
        { text: words, bold: true },
        { text: ' ' },
        { text: words, code: true },
        { text: ' ' },
        { text: words, to: '#a' },
      ],
    });
    expect(blocks[4]).toMatchObject({
      caption: words,
      columns: [{ title: words }],
      rows: [[{ content: [{ text: words }] }], [{ content: [{ text: words }], header: true, span: 1 }]],
      empty: words,
    });
  });

  it('writes rows, groups, verdicts and rows over several lines', () => {
    const [table] = blocksOf(
      ':::table #people small Who\n| Name | Verdict |\n| 2 | 1> |\n|= Staff |\n{{#each people}}\n| {{name}}\n{{#if ../open}}\n(open)\n{{/if}}\n| @partly-supported **2 of 3** |\n{{/each}}\nempty: Nobody.\n:::\n',
    );
    expect(table).toEqual({
      type: 'table',
      id: 'people',
      caption: 'Who',
      size: 'small',
      empty: 'Nobody.',
      columns: [
        { title: 'Name', weight: 2 },
        { title: 'Verdict', weight: 1, align: 'right' },
      ],
      rows: [
        [{ content: [{ text: 'Staff' }], span: 2, header: true }],
        [
          { content: [{ text: 'Ann (open)' }] },
          { content: [{ text: '2 of 3', bold: true }], verdict: 'partly-supported' },
        ],
      ],
    });
  });

  it('names the places of rows, which links lead to', () => {
    const [table] = blocksOf(
      ':::table\n| Name | Role |\n| - | - |\n{{#each people}}\n| #row-{{@index}} {{name}} | at night |\n{{/each}}\nempty: Nobody.\n:::\n',
    );
    expect(table).toMatchObject({
      rows: [[{ id: 'row-0', content: [{ text: 'Ann' }] }, { content: [{ text: 'at night' }] }]],
    });
  });

  it('writes covers, key-values, signatures, contents and breaks', () => {
    const blocks = blocksOf(
      ':::cover\ntitle: Proof\nclient: {{client.name}}\nline: one\nline: two\nnotice: n\n:::\n::contents 2 Inside\n::break\n:::keyvalues 2\nFor | {{client.name}}\nMuch | one\n  two\n:::\n:::signature\nOwner | {{client.name}}\n:::\n::small fine print\n',
    );
    expect(blocks).toEqual([
      { type: 'cover', title: 'Proof', subtitle: '', client: 'Acme', lines: ['one', 'two'], notice: 'n' },
      { type: 'contents', depth: 2, title: 'Inside' },
      { type: 'break', to: 'page' },
      {
        type: 'key-values',
        columns: 2,
        rows: [
          { key: 'For', value: [{ text: 'Acme' }] },
          { key: 'Much', value: [{ text: 'one two' }] },
        ],
      },
      { type: 'signature', lines: [{ role: 'Owner', name: 'Acme' }] },
      { type: 'paragraph', style: 'small', content: [{ text: 'fine print' }] },
    ]);
  });
});

describe('what the markup does not understand is told with its place in the template', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['a **b', 't.hbs:6:3 this ** opens bold'],
    ['{{#if open}}\nx\n\na `b\n{{/if}}', 't.hbs:9:3 this ` opens code'],
    ['[a](javascript:x)', 't.hbs:6:5 "javascript:x" is no target'],
    ['[a](:bda)', 't.hbs:6:5 there is no tone "bda"; did you mean "bad"?'],
    ['::figure verdcits', 't.hbs:6:10 there is no figure "verdcits"; did you mean "verdicts"?'],
    ['| a | b |', 't.hbs:6:1 a row of a table stands outside of :::table'],
    [':::table x\n| a | b |\n| - | - |\n| only |\nempty: e\n:::', 't.hbs:9:1 1 cells in a table of 2 columns'],
    [
      ':::table x\n| a |\n| - |\n| @suported x |\nempty: e\n:::',
      't.hbs:9:3 there is no verdict "suported"; did you mean "supported"?',
    ],
    [':::table x\n| a |\n| - |\n:::', 't.hbs:6:10 a table says what stands there when it has no rows'],
    [':::callout bad X\ntext', 't.hbs:6:1 :::callout is not closed'],
    ['{{> p}}', 'templates/partials/p.hbs:2:3 this * opens italics'],
  ];
  it.each(wrong)('%s', (body, says) => {
    const [template] = prepare(body, { p: 'fine\na *b' });
    const figures = new Map([
      ['verdicts', { caption: 'c', figure: { kind: 'headline', alt: 'a', tiles: [] } as const }],
    ]);
    const { problems } = parseMarkup(template?.render(VIEW) ?? '', 't', figures);
    expect(problems.map(({ at, says: said }) => `${at.file}:${at.line}:${at.column} ${said}`).join('\n')).toContain(
      says,
    );
  });
});
