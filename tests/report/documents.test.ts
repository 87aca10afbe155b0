import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/model/assessment.ts';
import type { Block, Cell, Document, Inline } from '../../src/model/document.ts';
import type { Edition } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import { type Composed, compose, findingsJson } from '../../src/report/index.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { ceilingWord } from '../../src/report/view/measure.ts';
import { CANARIES, PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

function composed(edition: Edition = 'auditor', findings: Findings = WORLD): Composed {
  return compose(findings, { edition, templates: TEMPLATES, placements: PLACEMENTS, assurance: 'Hashes only.' });
}

function named(fileName: string, edition: Edition = 'auditor'): Document {
  const found = composed(edition).documents.find((document) => document.fileName === fileName);
  if (found === undefined) throw new Error(`no ${fileName}`);
  return found;
}

function words(content: Inline): string {
  return content.map(({ text }) => text).join('');
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [words(block.content)];
      case 'list':
        return block.items.map(words);
      case 'callout':
        return [block.title, ...textsOf(block.blocks)];
      case 'key-values':
        return block.rows.flatMap(({ key, value }) => [key, words(value)]);
      case 'table':
        return [
          block.caption ?? '',
          ...[...block.rows].flatMap((row) => row.map(({ content }: Cell) => words(content))),
        ];
      case 'figure':
        return [block.caption, JSON.stringify(block.figure)];
      case 'cover':
        return [block.title, block.subtitle, block.client, ...block.lines, block.notice];
      case 'signature':
        return block.lines.flatMap(({ role, name }) => [role, name]);
      default:
        return [];
    }
  });
}

describe('the documents', () => {
  it('are signed also by who is named without role and organisation', () => {
    const findings = { ...WORLD, engagement: { ...WORLD.engagement, prepared: { by: 'Marta Ruiz' } } };
    for (const fileName of ['03-Responsibility-Matrix', '06-Attestations']) {
      const found = composed('auditor', findings).documents.find((each) => each.fileName === fileName);
      const lines = (found?.blocks ?? []).flatMap((block) => (block.type === 'signature' ? block.lines : []));
      expect(lines).toContainEqual({ role: 'Prepared by', name: 'Marta Ruiz' });
    }
  });

  it('are those of the package, in its order', () => {
    expect(composed().documents.map(({ fileName }) => fileName)).toEqual([
      '00-READ-ME-FIRST',
      '01-Questionnaire',
      '02-Control-Report',
      '03-Responsibility-Matrix',
      '04-Gap-Register',
      '05-Evidence-Index',
      '06-Attestations',
    ]);
    expect(composed().workbooks.map(({ fileName }) => fileName)).toEqual([
      '01-Questionnaire',
      '02-Control-Report',
      '03-Responsibility-Matrix',
      '04-Gap-Register',
      '05-Evidence-Index',
    ]);
    expect(composed().notes).toEqual([]);
  });

  it('have one first-level title or a cover, skip no level of headings, and give each id once', () => {
    for (const { blocks, fileName } of composed().documents) {
      const headings = blocks.filter((block) => block.type === 'heading');
      const titles = headings.filter(({ level }) => level === 1).length;
      expect(titles + blocks.filter(({ type }) => type === 'cover').length, fileName).toBe(1);
      let last = 1;
      for (const { level, id } of headings) {
        expect(level, `${fileName} ${id}`).toBeLessThanOrEqual(last + 1);
        last = level;
      }
      const ids = blocks.flatMap((block) => ('id' in block && block.id !== undefined ? [block.id] : []));
      expect(new Set(ids).size, fileName).toBe(ids.length);
    }
  });

  it('say each of the nine verdicts with its word', () => {
    const cells = composed().documents.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'table' ? [...block.rows].flat() : [])),
    );
    expect(new Set(cells.flatMap(({ verdict }) => verdict ?? []))).toEqual(new Set(VERDICTS));
  });

  it('leave no table without a word for its emptiness and no cell blank that must answer', () => {
    for (const { blocks, fileName } of composed().documents) {
      for (const block of blocks)
        if (block.type === 'table') expect(block.empty, `${fileName} ${block.id}`).not.toBe('');
    }
    const answers = named('01-Questionnaire').blocks.flatMap((block) =>
      block.type === 'table' && block.columns[1]?.title === 'Answer' ? [...block.rows] : [],
    );
    expect(answers).toHaveLength(6);
    for (const [, answer, shown] of answers) {
      expect(words(answer?.content ?? [])).not.toBe('');
      expect(words(shown?.content ?? [])).not.toBe('');
    }
  });
});

describe('an answer', () => {
  const rowsOf = (edition: 'auditor' | 'insurer', file: string, column: string): string[] =>
    (composed(edition).documents.find(({ fileName }) => fileName === file)?.blocks ?? [])
      .flatMap((block) =>
        block.type === 'table' && block.columns.some(({ title }) => title === column) ? [...block.rows] : [],
      )
      .map((row) => row.map(({ content }) => words(content)).join(' | '));
  const asked = (edition: 'auditor' | 'insurer', id: string): string =>
    rowsOf(edition, '01-Questionnaire', 'Answer').find((row) => row.startsWith(id)) ?? '';

  it.each(['auditor', 'insurer'] as const)('says of what does not apply why, and who approved it: %s', (edition) => {
    expect(asked(edition, 'Q-NA-01')).toMatch(
      /\| Not applicable \| Not a clearinghouse; approved by (Dana Cole|Practice owner)/,
    );
  });

  it('says to an insurer that somebody only says so, where what is told would be a yes', () => {
    expect(asked('insurer', 'Q-PLAN-01')).toContain('By word only.');
    expect(asked('insurer', 'Q-MFA-01')).not.toContain('By word only.');
  });

  it('is signed beside the question and what the evidence allows', () => {
    const [claim] = rowsOf('insurer', '06-Attestations', 'The evidence allows');
    expect(claim).toBe('Q-MFA-01 Title of Q-MFA-01 | yes | Partly | Practice owner | 2026-10-10');
  });
});

describe('page one', () => {
  it('tells the two headline numbers of each framework, rounded down', () => {
    const tiles = named('00-READ-ME-FIRST').blocks.flatMap((block) =>
      block.type === 'figure' && block.figure.kind === 'headline' ? block.figure.tiles : [],
    );
    expect(tiles.map(({ value, caption }) => `${value} ${caption}`)).toEqual([
      '1 of 6 Outcomes: supported by evidence, 16 %',
      '6 of 6 Outcomes: could be assessed, 100 %',
      '1 of 5 Questions: 2026/27: supported by evidence, 20 %',
      '4 of 5 Questions: 2026/27: could be assessed, 80 %',
    ]);
    const page = textsOf(named('02-Control-Report').blocks);
    expect(page).toContain('1 (16 %) of 6 applicable outcomes are supported by evidence; 6 (100 %) could be assessed.');
  });

  it('names three to seven open issues, contradictions first', () => {
    const [issues] = named('00-READ-ME-FIRST').blocks.filter((block) => block.type === 'list');
    expect(issues?.items.length).toBeGreaterThanOrEqual(3);
    expect(issues?.items.length).toBeLessThanOrEqual(7);
    expect(words(issues?.items[0] ?? [])).toContain(
      'Q-MFA-01 Title of Q-MFA-01: the intended answer says more than the exhibits show',
    );
  });

  it('is a factual export, not a certification, and says nothing stronger', () => {
    const all = composed()
      .documents.flatMap(({ blocks }) => textsOf(blocks))
      .join('\n');
    expect(all).toContain('A factual export, not a certification');
    expect(all).not.toMatch(/\b(compliant|compliance|passed|certified)\b/i);
  });
});

describe('the control report', () => {
  const { blocks } = named('02-Control-Report');
  const texts = textsOf(blocks);
  it('holds every control with id, title, summary, both lines, measured against expected, rows, exceptions and owner', () => {
    for (const { controls } of WORLD.frameworks) {
      for (const { control } of controls) {
        expect(texts).toContain(`${control} Title of ${control}`);
        expect(
          texts.some((text) => text.startsWith(`What ${control} asks, in one plain sentence.`)),
          control,
        ).toBe(true);
      }
    }
    const all = texts.join('\n');
    expect(texts).toContain('38 of 40 people (95 %)');
    expect(texts).toContain('E-003 rows 1, 2 and 38 more');
    expect(all).toContain('None of the 12 devices: LFD-WS07: no agent (E-002 row 7) and 11 more');
    for (const once of ['ask for log-review', 'the record of reviews'])
      expect(texts.filter((text) => text.includes(once))).toHaveLength(1);
    expect(all).toContain('Not decided: a written decision is asked for.');
    expect(all).toContain('Sam Ortiz; done ');
  });

  it('keeps design and operation on separate lines', () => {
    const [plan] = blocks.flatMap((block, index) =>
      block.type === 'heading' && block.id === 'small-questions-q-plan-01' ? [blocks[index + 2]] : [],
    );
    expect(plan).toMatchObject({ type: 'key-values' });
    const rows = plan?.type === 'key-values' ? plan.rows.map(({ key, value }) => [key, words(value)]) : [];
    expect(rows).toContainEqual(['Design', 'Attested only']);
    expect(rows).toContainEqual(['Operation', 'Attested only']);
  });

  it('links every citation to the list of exhibits at its end', () => {
    const targets = new Set(blocks.flatMap((block) => ('id' in block ? [`#${block.id}`] : [])));
    expect(targets).toContain('#exhibits');
    const cells = blocks.flatMap((block) => (block.type === 'table' ? [...block.rows].flat() : []));
    expect(cells.flatMap(({ content }) => content).filter(({ to }) => to === '#exhibits').length).toBeGreaterThan(5);
  });

  it('has its four pictures, each saying what it shows', () => {
    const figures = [
      ...blocks,
      ...named('05-Evidence-Index').blocks,
      ...named('03-Responsibility-Matrix').blocks,
      ...named('00-READ-ME-FIRST').blocks,
    ];
    const alts = figures.flatMap((block) => (block.type === 'figure' ? [block.figure.alt] : []));
    expect(alts).toContain('Of 6 applicable outcomes, 1 are supported by evidence. The fewest are in Assets: 0 of 3.');
    expect(alts).toContain('0 of 1 recurring duties were found done as often as they must be.');
    expect(alts).toContain('2 of 5 practices with dated evidence rest on evidence older than they allow.');
    expect(alts).toContain('Northlake IT carries out 8 practices, 1 of them supported.');
  });

  it('names every control to an insurer, and tells what falls short with its title and extent', () => {
    const report = named('02-Control-Report', 'insurer').blocks;
    expect(report.filter((block) => block.type === 'heading' && block.level === 4)).toEqual([]);
    const told = textsOf([...report, ...named('01-Questionnaire', 'insurer').blocks]).join('\n');
    const inReport = textsOf(report).join('\n');
    for (const { framework, controls } of WORLD.frameworks)
      for (const { control, verdict } of controls) {
        expect(told, control).toContain(control);
        if (framework.kind === 'questionnaire' || !['contradicted', 'stale', 'partly-supported'].includes(verdict))
          continue;
        expect(inReport).toContain(`Title of ${control}`);
      }
    expect(inReport).toContain('38 of 40 people (95 %)');
  });

  it('tells the same proof once: a later control on the same reasons leads to the earlier', () => {
    const [framework] = WORLD.frameworks;
    const [first, second, ...rest] = framework?.controls ?? [];
    if (framework === undefined || first === undefined || second === undefined) throw new Error('an empty world');
    const reasons = [...first.reasons, ...first.reasons.map((each) => ({ ...each, expected: 'at least 1' }))];
    const twins = [first, second].map((control) => ({ ...control, reasons }));
    const frameworks = [{ ...framework, controls: [...twins, ...rest] }];
    const report = composed('auditor', { ...WORLD, frameworks }).documents.find(
      ({ fileName }) => fileName === '02-Control-Report',
    );
    const told = report?.blocks.filter(
      (block) => block.type === 'paragraph' && words(block.content).startsWith('Same proof as'),
    );
    expect(told?.map((block) => (block.type === 'paragraph' ? words(block.content) : ''))).toEqual([
      expect.stringContaining(`Same proof as ${first.control} Title of ${first.control}, word for word`),
    ]);
  });
});

describe('every value that is printed', () => {
  const machine = JSON.stringify(findingsJson(WORLD));
  const texts = composed()
    .documents.flatMap(({ blocks }) => textsOf(blocks))
    .join('\n');
  it.each([
    ['dates', /\b\d{4}-\d{2}-\d{2}\b/g],
    ['hashes', /\b[0-9a-f]{64}\b/g],
    ['shares', /\b\d+ of \d+ (?:people|devices)\b/g],
    ['gaps', /\bGAP-\d+\b/g],
  ])('stands in findings.json: %s', (kind, pattern) => {
    const engagement = JSON.stringify(WORLD.engagement);
    const found = new Set(texts.match(pattern));
    expect(found.size).toBeGreaterThan(0);
    const digest = /Findings: SHA-256 ([0-9a-f]{64})/.exec(texts)?.[1];
    for (const value of found) {
      const known = machine.includes(value) || (kind === 'dates' && engagement.includes(value)) || value === digest;
      expect(known, value).toBe(true);
    }
  });
});

describe('the reduced editions', () => {
  it.each(['insurer', 'customer'] as const)('hold no name of a person or device: %s', (edition) => {
    const { documents, workbooks, files, custody } = composed(edition);
    const shipped = JSON.stringify([documents, workbooks, files, custody]);
    for (const canary of CANARIES) expect(shipped.includes(canary), canary).toBe(false);
    expect(shipped).toContain('Lakeside Family Dental');
    expect(shipped).toContain('E-003');
    expect(shipped).toContain(WORLD.exhibits[2]?.sha256);
    expect(shipped).toContain('38 of 40 people');
  });

  it('show in the others what they hold', () => {
    const shipped = JSON.stringify(composed('auditor'));
    for (const canary of ['Dana Cole', 'LFD-WS07', 'Kim Canary', 'people/kim-canary.csv'])
      expect(shipped).toContain(canary);
  });

  it('give the customer fewer documents', () => {
    expect(composed('customer').documents.map(({ fileName }) => fileName)).toEqual([
      '00-READ-ME-FIRST',
      '01-Questionnaire',
      '05-Evidence-Index',
    ]);
  });
});

describe('the same request', () => {
  it('gives the same result', () => {
    expect(JSON.stringify(composed())).toBe(JSON.stringify(composed()));
  });

  it('stands a hostile client name in every document and on the page', () => {
    const name = 'Acme # <b> [x](y) | {{x}} *y* `z` \\ @supported\n# H';
    const engagement = { ...WORLD.engagement, client: { ...WORLD.engagement.client, name } };
    const { documents, files } = composed('auditor', { ...WORLD, engagement });
    const printed = name.replace('\n', ' ');
    expect(documents.map(({ blocks }) => blocks.length)).toEqual(
      composed().documents.map(({ blocks }) => blocks.length),
    );
    expect(textsOf(documents[0]?.blocks ?? [])).toContainEqual(expect.stringContaining(printed));
    const page = files.find(({ path }) => path === 'data/index.html')?.text ?? '';
    expect(page).toContain('Acme # &lt;b&gt; [x](y) | {{x}} *y* `z` \\ @supported');
    expect(page).not.toContain('<b> [x]');
  });

  it('leaves out the questionnaire where no framework is one', () => {
    const findings = { ...WORLD, frameworks: WORLD.frameworks.slice(0, 1) };
    const { documents, workbooks } = composed('auditor', findings);
    expect(documents.map(({ fileName }) => fileName)).not.toContain('01-Questionnaire');
    expect(workbooks.map(({ fileName }) => fileName)).not.toContain('01-Questionnaire');
  });

  it('can be made of nothing at all', () => {
    const findings: Findings = {
      ...WORLD,
      exhibits: [],
      facts: [],
      practices: [],
      practiceAssessments: [],
      frameworks: WORLD.frameworks.map((each) => ({
        ...each,
        headline: { controls: 0, applicable: 0, supported: 0, assessed: 0 },
        controls: [],
      })),
      ownership: { ...WORLD.ownership, assignments: [], controls: [], issues: [], spans: [], parties: [] },
      contradictions: [],
      gaps: [],
      missing: [],
      cadence: [],
      notes: [],
    };
    for (const edition of ['auditor', 'insurer'] as const) {
      const { documents } = composed(edition, findings);
      expect(textsOf(documents[0]?.blocks ?? []).join('\n')).toContain('none to count');
    }
  });

  it('falls back from a colour that is none, and says so', () => {
    const engagement = { ...WORLD.engagement, brand: { ...WORLD.engagement.brand, colour: 'blue"></style>' } };
    const { notes, files } = composed('auditor', { ...WORLD, engagement });
    expect(notes.map(({ code }) => code)).toEqual(['brand-colour-invalid']);
    expect(files[0]?.text).not.toContain('blue"');
  });
});

describe('a citation', () => {
  const files = PLACEMENTS.flatMap(({ packaged }) => (packaged === null ? [] : [packaged.slice('data/'.length)]));

  it('leads to the list of exhibits, and from there to the file itself', () => {
    const report = JSON.stringify(named('02-Control-Report').blocks);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(report).toContain(`"to":"./${file}"`);
    const page = composed().files.find(({ path }) => path.endsWith('index.html'))?.text ?? '';
    for (const file of files) expect(page).toContain(`href="./${file}"`);
  });

  it('leads to no file that the edition keeps back', () => {
    const kept = PLACEMENTS.map((placement) => ({ ...placement, packaged: null, omitted: 'kept back' }));
    const { documents, files: pages } = compose(WORLD, {
      edition: 'insurer',
      templates: TEMPLATES,
      placements: kept,
      assurance: '',
    });
    expect(JSON.stringify([documents, pages])).not.toContain('./exhibits/');
  });
});

describe('words for whom they are', () => {
  const EDITIONS = ['insurer', 'customer', 'auditor', 'internal'] as const;

  it.each(EDITIONS)('send the reader of the %s edition to no document that it lacks', (edition) => {
    const { documents, workbooks, files } = composed(edition);
    const here = [...documents, ...workbooks].map(({ fileName }) => fileName);
    const page = files.find(({ path }) => path === 'data/index.html')?.text ?? '';
    for (const text of [...documents.flatMap(({ blocks }) => textsOf(blocks)), page]) {
      for (const [named] of text.matchAll(/\b\d\d-[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*/g)) expect(here).toContain(named);
    }
  });

  it.each(EDITIONS)('tell in the %s edition what to do only where whoever makes the package reads it', (edition) => {
    const hint = 'Correct the export at its origin; the rest of the file was used.';
    const { documents, workbooks, files } = composed(edition);
    const told = [
      ...documents.flatMap(({ blocks }) => textsOf(blocks)),
      ...workbooks.flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flat().map(String))),
      ...files.filter(({ path }) => !path.endsWith('.json')).map(({ text }) => text),
    ];
    expect(told.some((text) => text.includes(hint))).toBe(edition === 'internal');
  });

  it('call a source by its title, and by its id only where no title is known', () => {
    const sources = { 'a-source': { product: 'Falcon', title: 'Hosts (CSV)' } };
    const asked = { templates: TEMPLATES, placements: PLACEMENTS, assurance: 'Hashes only.', sources };
    for (const edition of EDITIONS) {
      const index = compose(WORLD, { ...asked, edition }).documents.find(
        ({ fileName }) => fileName === '05-Evidence-Index',
      );
      const text = textsOf(index?.blocks ?? []).join(' ');
      expect(text).toContain('Falcon: Hosts');
      expect(text).not.toContain('Hosts (CSV)');
      expect(text).not.toContain('a-source');
    }
  });

  it('tell of practices and sources by their titles in notes, and leave the names of files alone', () => {
    const sources = { 'review-record': { product: 'Register', title: 'Review record (CSV)' } };
    const lens = lensOn(WORLD, { edition: 'auditor', placements: PLACEMENTS, domains: [], sources });
    expect(lens.noteText('logs/review-record.csv fits more than one source: review-record, some-other.')).toBe(
      'logs/review-record.csv fits more than one source: "Register: Review record", some-other.',
    );
    const practice = WORLD.practices.find(({ id }) => id.includes('-'));
    expect(lens.noteText(`The statement on ${practice?.id} expired.`)).toBe(
      `The statement on "${practice?.title}" expired.`,
    );
  });

  it('tell a claim in per cent what the evidence allows in per cent', () => {
    expect(ceilingWord('118 of 119 devices')).toBe('118 of 119 devices (99 %)');
    expect(ceilingWord('partly')).toBe('Partly');
  });
});
