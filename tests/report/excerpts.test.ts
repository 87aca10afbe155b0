import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/kernel/place.ts';
import type { Reason } from '../../src/model/assessment.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Edition } from '../../src/model/engagement.ts';
import type { Excerpt } from '../../src/model/excerpt.ts';
import type { Basis } from '../../src/model/fact.ts';
import type { Findings } from '../../src/model/findings.ts';
import { againstView } from '../../src/report/excerpts/against.ts';
import { compose, wantedExcerpts } from '../../src/report/index.ts';
import { day, PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

const USERS = 'mfa/users.csv';
const field = (name: string, text: string) => ({ name, text });
const user = (row: number, as: 'basis' | 'exception' | null, name: string) => ({
  place: { path: USERS, row },
  as,
  fields: [field('user', name), field('tenant', 'lakeside')],
});

const EXCERPTS: readonly Excerpt[] = [
  {
    path: USERS,
    form: 'rows',
    of: 40,
    shown: [user(12, 'exception', 'Kim Canary'), user(1, 'basis', 'a'), user(2, 'basis', 'b'), user(3, null, 'c')],
  },
  {
    path: 'backup/restore.txt',
    form: 'lines',
    of: 9,
    shown: [{ number: 3, as: 'basis', text: '  restore   finished' }],
  },
];

function report(edition: Edition, withheld = {}, excerpts = EXCERPTS, world = WORLD): Document {
  const asked = {
    edition,
    templates: TEMPLATES,
    placements: PLACEMENTS,
    assurance: 'Hashes only.',
    excerpts,
    withheld,
  };
  const found = compose(world, asked).documents.find(({ fileName }) => fileName === '02-Control-Report');
  if (found === undefined) throw new Error('no report');
  return found;
}

function shownIn({ blocks }: Document): readonly Block[] {
  const at = blocks.findIndex((block) => block.type === 'heading' && block.id === 'shown');
  return at < 0 ? [] : blocks.slice(at);
}

function texts(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'to' ? undefined : inner));
}

describe('exhibits as they are cited', () => {
  it('are asked for by the rows that reasons cite, what speaks against something first', () => {
    const users = wantedExcerpts(WORLD).find(({ path }) => path === USERS);
    expect(users?.cited.map(({ place, as }) => [place.row, as])).toEqual([
      [12, 'exception'],
      [1, 'basis'],
      [2, 'basis'],
    ]);
  });

  it('tell which rows of how many are shown, and mark each by a sign and a word', () => {
    const blocks = shownIn(report('auditor'));
    expect(texts(blocks)).toContain('Rows 1–3, 12 of 40 shown: 2 cited, 1 exception.');
    expect(texts(blocks)).toContain('Line 3 of 9 shown: 1 cited.');
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    const users = tables.find(({ columns }) => columns.some(({ title }) => title === 'user'));
    const rows = [...(users?.rows ?? [])].map((row) =>
      row.map(({ content }) => content.map(({ text }) => text).join('')),
    );
    expect(rows).toEqual([
      ['1', '●\u00a0cited', 'a'],
      ['2', '●\u00a0cited', 'b'],
      ['3', '', 'c'],
      ['12', '▲\u00a0exception', 'Kim Canary'],
    ]);
    // What is the same in each of them is told once.
    expect(texts(blocks)).toContain('In each of them: ');
    expect(users?.columns.map(({ title }) => title)).not.toContain('tenant');
  });

  it('tell items of one list by their number, and say of which list once', () => {
    const item = (index: number): Excerpt & { form: 'rows' } => ({
      path: USERS,
      form: 'rows',
      of: 9,
      shown: [index, index + 1].map((at) => ({
        place: { path: USERS, at: `/BackupJobs/${at}` },
        as: 'basis',
        fields: [field('state', `ok ${at}`)],
      })),
    });
    const blocks = shownIn(report('auditor', {}, [item(3)]));
    expect(texts(blocks)).toContain('BackupJobs items 4, 5 of 9 shown');
    const rows = blocks.flatMap((block) => (block.type === 'table' ? [...block.rows] : []));
    expect(rows.map(([first]) => first?.content.map(({ text }) => text).join(''))).toEqual(['item 4', 'item 5']);
  });

  it('print the day of a number of seconds beside it', () => {
    const [rows] = EXCERPTS;
    if (rows?.form !== 'rows') throw new Error('no rows');
    const seen = { name: 'seen', text: '1790683200', day: day('2026-09-29') };
    const shown = rows.shown.map((row) => ({ ...row, fields: [...row.fields, seen] }));
    expect(texts(shownIn(report('auditor', {}, [{ ...rows, shown }])))).toContain('1790683200 (2026-09-29)');
  });

  it('keep the blanks by which a log makes its columns', () => {
    expect(texts(shownIn(report('auditor')))).toContain('\u00a0\u00a0restore\u00a0\u00a0\u00a0finished');
  });

  it('are where citations of the report lead', () => {
    const links = JSON.stringify(report('auditor').blocks).match(/"to":"#shown-[^"]+"/g) ?? [];
    expect(new Set(links).size).toBe(2);
    const withoutAny = report('auditor', {}, []);
    expect(shownIn(withoutAny)).toEqual([]);
    expect(JSON.stringify(withoutAny.blocks)).not.toContain('#shown');
  });

  it('stand in no edition without names, and nowhere with what may not be shown', () => {
    const own = '---\ntitle: Rows\nfile: 07-Rows\nabout: All rows\n---\n# Rows\n\n{{> excerpts}}\n';
    const templates = { ...TEMPLATES, documents: { ...TEMPLATES.documents, '07-rows': own } };
    const asked = { templates, placements: PLACEMENTS, assurance: 'Hashes only.', excerpts: EXCERPTS };
    const rows = (edition: Edition) =>
      compose(WORLD, { ...asked, edition }).documents.find(({ id }) => id === '07-rows');
    expect(texts(rows('auditor'))).toContain('Line 3 of 9');
    expect(texts(rows('insurer'))).not.toContain('Line 3 of 9');
    const words = new Map([['Kim Canary', '[redacted:password]']]);
    const redacted = texts(shownIn(report('internal', { words })));
    expect(redacted).not.toContain('Kim Canary');
    expect(redacted).toContain('[redacted:password]');
  });

  it('show no neighbour that the file does not hold, though what stands around its list was read', () => {
    const absent = {
      place: { path: USERS, row: 4 },
      as: null,
      fields: [field('user', ''), field('tenant', 'lakeside')],
    };
    const [rows] = EXCERPTS;
    if (rows?.form !== 'rows') throw new Error('no rows');
    const shown = texts(shownIn(report('auditor', {}, [{ ...rows, shown: [...rows.shown, absent] }])));
    expect(shown).toContain('Rows 1–3, 12 of 40 shown');
  });

  it('say of each mark of an exception what it is an exception to', () => {
    const shown = texts(shownIn(report('auditor')));
    expect(shown).toContain('row 12 to “');
    expect(shown).toContain('Kim Canary has no second factor');
  });

  it('leave no marked row without its reason, however many measures speak of others', () => {
    const at = (row: number, text: string): Basis => ({ place: { path: USERS, row }, text });
    const one = (question: string, rows: readonly Basis[]) => ({ question, rows });
    const few = ['a', 'b', 'c', 'd', 'e', 'f'].map((question) => one(question, [at(1, 'x: off')]));
    const rare = one('rare', [at(2, 'y: late')]);
    const many = one('many', [at(1, 'x: off'), at(3, 'z: off')]);
    const marked = new Set([1, 2, 3].map((row) => placeText({ path: USERS, row })));
    const { against, moreAgainst } = againstView([...few, rare, many], marked);
    expect(against.map(({ at, to }) => [at, to.map(({ question }) => question)])).toEqual([
      ['row 1', ['a', 'b', 'c', 'd']],
      ['row 2', ['rare']],
      ['rows 1, 3', ['many']],
    ]);
    expect(against.at(-1)?.to).toEqual([{ question: 'many', said: 'off' }]);
    expect(moreAgainst).toBe('and to 2 more measures');
  });

  it('mark nothing that only stands beside what is judged and takes nothing from its share', () => {
    const clicked = (over: Partial<Reason>): Findings => {
      const frameworks = WORLD.frameworks.map((each) => ({
        ...each,
        controls: each.controls.map((control) => ({
          ...control,
          reasons: control.reasons.map((reason) => ({ ...reason, ...over })),
        })),
      }));
      return { ...WORLD, frameworks };
    };
    const marks = (over: Partial<Reason>) =>
      wantedExcerpts(clicked(over)).flatMap(({ cited }) => cited.flatMap(({ as }) => (as === 'exception' ? [as] : [])));
    const exceptionCount = 4;
    const context = { bears: 'as-context', exceptionCount } as const;
    // 25 of 476 messages were clicked: the campaigns are no exceptions to that.
    expect(marks({ ...context, outcome: 'partly', share: { n: 25, of: 476 } })).toEqual([]);
    expect(marks({ ...context, outcome: 'met' })).toEqual([]);
    expect(marks({ ...context, outcome: 'partly', share: { n: 472, of: 476 } })).not.toEqual([]);
    expect(marks({ outcome: 'partly', exceptionCount, share: { n: 25, of: 476 } })).not.toEqual([]);
  });

  it('say how many more are cited only where that was counted', () => {
    const facts = (rows: number) =>
      WORLD.facts.map((named) =>
        named.id === 'share-of-people-with-a-second-factor' && named.fact.status === 'known'
          ? { ...named, fact: { ...named.fact, unlisted: [{ path: USERS, rows }] } }
          : named,
      );
    expect(texts(shownIn(report('auditor', {}, EXCERPTS, { ...WORLD, facts: facts(30) })))).toContain(
      'Rows 1–3, 12 of 40 shown: 2 cited, 1 exception; more are cited than are shown here.',
    );
  });

  it('tell of which exhibits the rows are that a measure counts and does not keep', () => {
    const rest = [
      { path: USERS, rows: 30 },
      { path: 'edr/hosts.csv', rows: 8 },
    ];
    const facts = WORLD.facts.map((named) =>
      named.id === 'share-of-people-with-a-second-factor' && named.fact.status === 'known'
        ? { ...named, fact: { ...named.fact, unlisted: rest } }
        : named,
    );
    const told = (world: Findings) => texts(report('auditor', {}, EXCERPTS, world).blocks);
    expect(told({ ...WORLD, facts })).toContain('and 8 more of E-002, 30 more of E-003');
    expect(told(WORLD)).toContain('and 38 more');
    expect(told(WORLD)).not.toContain('more of E-');
  });

  it('count the rows that a measure counts, also those that it does not keep', () => {
    const facts = WORLD.facts.map((named) =>
      named.id === 'share-of-people-with-a-second-factor' && named.fact.status === 'known'
        ? { ...named, fact: { ...named.fact, basis: [], unlisted: [{ path: USERS, rows: 38 }] } }
        : named,
    );
    const users = wantedExcerpts({ ...WORLD, facts }).find(({ path }) => path === USERS);
    expect(users).toMatchObject({ citedInAll: 38, isLeast: true });
    expect(wantedExcerpts(WORLD).find(({ path }) => path === USERS)).toMatchObject({ citedInAll: 3, isLeast: false });
  });
});
