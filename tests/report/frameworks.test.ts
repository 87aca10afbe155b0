import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/model/control.ts';
import type { Edition } from '../../src/model/engagement.ts';
import type { Findings } from '../../src/model/findings.ts';
import type { Sheet } from '../../src/model/workbook.ts';
import { type Composed, compose } from '../../src/report/index.ts';
import { frameworkOf } from '../catalog/catalog-files.ts';
import { PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

/** The small world, with what a framework may declare beyond its controls. */
function worldOf(
  more: Partial<Framework>,
  controls: Readonly<Record<string, object>> = {},
  profile?: Findings['engagement']['profile'],
): Findings {
  return {
    ...WORLD,
    engagement: { ...WORLD.engagement, ...(profile === undefined ? {} : { profile }) },
    frameworks: WORLD.frameworks.map((each, index) =>
      index > 0
        ? each
        : {
            ...each,
            framework: {
              ...each.framework,
              ...more,
              controls: each.framework.controls.map((control) => ({ ...control, ...controls[control.id] })),
            },
          },
    ),
  };
}

function composed(findings: Findings, edition: Edition = 'auditor'): Composed {
  return compose(findings, { edition, templates: TEMPLATES, placements: PLACEMENTS, assurance: 'Hashes only.' });
}

function sheet(made: Composed, fileName: string, name: string): Sheet {
  const found = made.workbooks.find((each) => each.fileName === fileName)?.sheets.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no sheet ${name} in ${fileName}`);
  return found;
}

const cellsOf = ({ columns, rows }: Sheet, title: string) =>
  rows.map((row) => row[columns.findIndex((each) => each.title === title)]);
const report = (made: Composed) => JSON.stringify(made.documents.find(({ id }) => id === '02-control-report')?.blocks);

const CSF = frameworkOf('nist-csf-2.0');
const LIST = { framework: 'other', title: 'Other 1.0', note: 'Indicative, not a publication of theirs.' };

describe('a profile that a framework declares', () => {
  const { profile } = CSF;
  if (profile === undefined) throw new Error('CSF 2.0 declares no profile');
  const said = {
    tiers: { governance: 2, management: 3, by: 'Dana Cole', on: WORLD.engagement.asOf, because: 'Workshop of October' },
    outcomes: [{ control: 'A-01', targetPriority: 'High', notes: 'After the audit' }],
  };
  const made = composed(worldOf({ profile }, { 'A-01': { references: { other: ['X-1'] } } }, said));
  const filled = sheet(made, '07-CSF-Organizational-Profile', 'Current and Target Profile');

  it('has the nineteen columns of the publisher, in his words and order', () => {
    expect(filled.columns.map(({ title }) => title)).toEqual([
      'CSF Outcome (Function, Category, or Subcategory)',
      'CSF Outcome Description',
      'Included in Profile?',
      'Rationale',
      'Current Priority',
      'Current Status',
      'Current Policies, Processes, and Procedures',
      'Current Internal Practices',
      'Current Roles and Responsibilities',
      'Current Selected Informative References',
      'Current Artifacts and Evidence',
      'Target Priority',
      'Target CSF Tier',
      'Target Policies, Processes, and Procedures',
      'Target Internal Practices',
      'Target Roles and Responsibilities',
      'Target Selected Informative References',
      'Notes',
      'Considerations',
    ]);
  });

  it('has a row for each function, category and outcome, in their order', () => {
    expect(cellsOf(filled, 'CSF Outcome (Function, Category, or Subcategory)')).toEqual(
      ['ID', 'A', 'A-01', 'A-02', 'A-03'].concat(['RC', 'B', 'B-01', 'B-02', 'B-03']),
    );
  });

  it('tells the status as found, with n of d, and who owns it', () => {
    expect(cellsOf(filled, 'Current Status').slice(0, 4)).toEqual([
      '0 of 3 applicable supported',
      '0 of 3 applicable supported',
      'Partly supported: 38 of 40 people (95 %); Operation: Partly supported',
      'Contradicted; Operation: Contradicted',
    ]);
    expect(cellsOf(filled, 'Current Artifacts and Evidence')[2]).toBe('E-003');
    expect(cellsOf(filled, 'Target Priority')[2]).toBe('High');
    expect(cellsOf(filled, 'Current Priority').every((cell) => cell === null)).toBe(true);
  });

  it('gives no outcome a tier; those of the organisation are said by a person, or said not to be', () => {
    expect(cellsOf(filled, 'Target CSF Tier').every((cell) => cell === null)).toBe(true);
    const tiers = sheet(made, '07-CSF-Organizational-Profile', 'Tiers');
    expect(cellsOf(tiers, 'Tier')).toEqual(['2 Risk Informed', '3 Repeatable']);
    expect(cellsOf(tiers, 'Said by')).toEqual(['Dana Cole, 2026-10-15', 'Dana Cole, 2026-10-15']);
    const unsaid = sheet(composed(worldOf({ profile })), '07-CSF-Organizational-Profile', 'Tiers');
    expect(cellsOf(unsaid, 'Tier')).toEqual(['Not said by a named person', 'Not said by a named person']);
  });

  it('is not made where none is declared, nor for editions told in short', () => {
    const files = (each: Composed) => each.workbooks.map(({ fileName }) => fileName);
    expect(files(composed(WORLD))).not.toContain('07-CSF-Organizational-Profile');
    expect(files(composed(worldOf({ profile }), 'insurer'))).not.toContain('07-CSF-Organizational-Profile');
  });

  it('is listed among the documents, on the page with its own ending', () => {
    const page = made.files.find(({ path }) => path === 'data/index.html')?.text ?? '';
    expect(page).toContain('href="./07-CSF-Organizational-Profile.xlsx"');
    expect(page).toContain('href="./02-Control-Report.pdf"');
  });
});

describe('the profile of CSF 2.0', () => {
  it('would have the 134 rows of the template: 6 functions, 22 categories, 106 subcategories', () => {
    const sections = new Set(CSF.groups.map(({ section }) => section));
    expect(sections.size + CSF.groups.length + CSF.controls.length).toBe(134);
  });
});

describe('what a control asks and nothing measures', () => {
  it('is printed with it, in report and workbook', () => {
    const made = composed(worldOf({}, { 'B-01': { notMeasured: 'Whether customers were told.' } }));
    expect(report(made)).toContain('Whether customers were told.');
    expect(cellsOf(sheet(made, '02-Control-Report', 'Controls'), 'Not measured')).toContain(
      'Whether customers were told.',
    );
  });
});

describe('identifiers of other frameworks', () => {
  const references = { 'A-01': { references: { other: ['X-1', 'X-2'] } } };

  it('are told with whose mapping it is: in the report where the list says so, one to a row in the workbook', () => {
    const made = composed(worldOf({ references: [{ ...LIST, printed: true }] }, references));
    expect(report(made)).toContain('Other 1.0: X-1, X-2');
    expect(report(made)).toContain('Other 1.0: Indicative, not a publication of theirs.');
    const edges = sheet(made, '02-Control-Report', 'Outcomes see also');
    expect(edges.rows).toEqual([
      ['A-01', 'Title of A-01', 'Other 1.0', 'X-1', LIST.note],
      ['A-01', 'Title of A-01', 'Other 1.0', 'X-2', LIST.note],
    ]);
  });

  it('stay in the workbook where the list does not say so', () => {
    const made = composed(worldOf({ references: [LIST] }, references));
    expect(report(made)).not.toContain('X-1');
    expect(sheet(made, '02-Control-Report', 'Outcomes see also').rows).toHaveLength(2);
  });
});

describe('how long exhibits are kept', () => {
  const retention = { years: 6, citation: '45 CFR 164.316(b)(2)(i)', rule: 'Six years, whichever is later.' };

  it('is six years from the last day that they speak of, or unknown; the rule stands beside each', () => {
    const kept = sheet(composed(worldOf({ retention })), '02-Control-Report', 'Outcomes retention');
    expect(cellsOf(kept, 'Keep at least until')).toEqual(Array(4).fill({ day: '2032-10-01' }));
    expect(cellsOf(kept, 'Rule')[0]).toBe('45 CFR 164.316(b)(2)(i): Six years, whichever is later.');
    const undated = WORLD.exhibits.map((each) => ({ ...each, covers: null }));
    const unknown = sheet(
      composed({ ...worldOf({ retention }), exhibits: undated }),
      '02-Control-Report',
      'Outcomes retention',
    );
    expect(cellsOf(unknown, 'Keep at least until')).toEqual(Array(4).fill('unknown'));
  });
});

describe('who asks a question', () => {
  it('is an index by codes, with weight, and tells a look from outside from a question', () => {
    const askers = [
      { code: 'AAA', name: 'AAA' },
      { code: 'BBB', name: 'Big Mutual' },
    ];
    const weighed = { 'A-01': { weight: 'core', askedBy: ['AAA', 'BBB(scan)'] } };
    const index = sheet(composed(worldOf({ askers }, weighed)), '01-Questionnaire', 'Outcomes index');
    expect(index.columns.map(({ title }) => title)).toEqual(['Id', 'Question', 'Weight', 'AAA', 'BBB Big Mutual']);
    expect(index.rows.slice(0, 2)).toEqual([
      ['A-01', 'Title of A-01', 'core', 'asks', 'scan'],
      ['A-02', 'Title of A-02', null, null, null],
    ]);
  });
});

describe('what is not in force', () => {
  it('stands under its warning in the report', () => {
    const standing = { word: 'proposed, not law', note: 'Status as last checked 2026-06; verify.' };
    expect(report(composed(worldOf({ standing })))).toContain(
      'Proposed, not law. Status as last checked 2026-06; verify.',
    );
    expect(report(composed(worldOf({})))).not.toContain('not in force');
  });
});

describe("a publisher's words", () => {
  it('are printed verbatim, with the file and its hash; and are inert', () => {
    const text = { file: 'words.json', sha256: 'ab'.repeat(32), title: 'Demo', version: '2', controls: 1 };
    const made = composed(worldOf({ text }, { 'A-01': { statement: 'Restores are **tried**\na. [daily](x)' } }));
    expect(report(made)).toContain('Restores are **tried**');
    expect(report(made)).toContain('[daily](x)');
    expect(report(made)).toContain(`words.json, SHA-256 ${'ab'.repeat(32)}`);
  });
});
