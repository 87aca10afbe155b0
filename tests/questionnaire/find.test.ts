import { describe, expect, it } from 'vitest';
import type { FormCell, Grid } from '../../src/model/questionnaire.ts';
import { findQuestions } from '../../src/questionnaire/index.ts';
import { bold, covered, form, grid, open, picks, WORDS } from './world.ts';

const find = (...grids: readonly Grid[]) => findQuestions(form(...grids), { words: WORDS, profiles: [] });
const told = (...grids: readonly Grid[]) =>
  find(...grids).questions.map(({ number, text, section, cells }) => [
    number,
    text,
    section,
    [cells.answer, cells.comment, cells.evidence, cells.ownership].map((spot) => spot?.ref ?? '-').join(' '),
  ]);

const MFA = 'Is MFA required for all remote access?';
const BACKUP = 'Do you test restores at least quarterly?';
const yes = picks('Yes', 'No');

describe('questions and the cells of their answers', () => {
  it('stand below heads, in sections', () => {
    const sheet = grid([
      ['Supplier security questionnaire'],
      ['Company', ''],
      ['ID', 'Question', 'Response', 'Comments', 'Evidence'],
      [bold('1. Access')],
      ['1.1', MFA, '', '', ''],
      ['', bold('2. Backup')],
      ['2.1', BACKUP, '', '', ''],
    ]);
    expect(told(sheet)).toEqual([
      ['1.1', MFA, null, 'C5 D5 E5 -'],
      ['2.1', BACKUP, '2. Backup', 'C7 D7 E7 -'],
    ]);
  });

  it('are told from headings that are merged over the row', () => {
    const sheet = grid([
      ['Question', 'Answer', 'Comment'],
      [{ text: 'Access to systems and data', span: { rows: 1, columns: 3 } }, covered, covered],
      [MFA, yes, ''],
    ]);
    expect(told(sheet)).toEqual([[null, MFA, 'Access to systems and data', 'B3 C3 - -']]);
  });

  it('are found under heads with doubled blanks, an owner of each control, and columns that are not ours to fill', () => {
    const sheet = grid([
      ['CAIQ of somebody'],
      [
        'Question ID',
        'Question',
        'CSP CAIQ Answer',
        'SSRM Control Ownership',
        'CSP Implementation Description (Optional/Recommended)',
        'CSC  Responsibilities (Optional)',
        'CCM Control ID',
      ],
      ['A-01.1', BACKUP, picks('Yes', 'No', 'NA'), picks('CSP-owned'), '', '', 'A-01'],
    ]);
    expect(told(sheet)).toEqual([['A-01.1', BACKUP, null, 'C3 E3 - D3']]);
  });

  it('take a mark in one box of several', () => {
    const sheet = grid([
      ['No.', 'Requirement', 'Yes', 'No', 'N/A', 'Remarks'],
      ['1', MFA, '', '', '', ''],
    ]);
    const [question] = find(sheet).questions;
    expect(question?.cells.boxes.map(({ says, spot }) => [says, spot.ref])).toEqual([
      ['yes', 'C2'],
      ['no', 'D2'],
      ['not-applicable', 'E2'],
    ]);
    expect(question?.cells.comment?.ref).toBe('F2');
  });

  it('are found without heads, beside drop-downs, cells left open, or an empty column', () => {
    const rows = (beside: string | Partial<FormCell>) => [
      ['Please fill in'],
      [MFA, 'see policy', beside],
      [BACKUP, 'see policy', beside],
    ];
    const answers = (sheet: Grid) => find(sheet).questions.map(({ cells }) => cells.answer?.ref);
    expect(answers(grid(rows(yes)))).toEqual(['C2', 'C3']);
    expect(answers(grid(rows(open), { guarded: true }))).toEqual(['C2', 'C3']);
    expect(answers(grid(rows('')))).toEqual(['C2', 'C3']);
  });

  it('go on below a second row of heads with other columns', () => {
    const sheet = grid([
      ['Question', 'Answer', ''],
      [MFA, '', ''],
      ['Ref', 'Question', 'Response'],
      ['b', BACKUP, ''],
    ]);
    expect(told(sheet).map((row) => row[3])).toEqual(['B2 - - -', 'C4 - - -']);
  });

  it('wait for the one before them when they say so', () => {
    const sheet = grid([
      ['Question', 'Answer'],
      [MFA, ''],
      ['If yes, which product is used?', ''],
      ['If not, when will it be?', ''],
      [BACKUP, ''],
    ]);
    expect(find(sheet).questions.map(({ id, onlyIf }) => [id, onlyIf])).toEqual([
      ['Q-001', null],
      ['Q-002', { question: 'Q-001', said: 'yes' }],
      ['Q-003', { question: 'Q-001', said: 'no' }],
      ['Q-004', null],
    ]);
  });

  it('are seen on hidden sheets and in hidden rows, and told to be hidden', () => {
    const sheet = grid([
      ['Question', 'Answer'],
      [{ text: MFA, hidden: true }, ''],
    ]);
    const behind = grid(
      [
        ['Question', 'Answer'],
        [BACKUP, ''],
      ],
      { name: 'Backend', hidden: true },
    );
    expect(find(sheet, behind).questions.map(({ hidden }) => hidden)).toEqual([true, true]);
  });

  it('are not what a sheet of instructions, of lists or of results holds', () => {
    const instructions = grid([
      ['Instructions'],
      ['Please answer every question on the next sheet.'],
      ['Use the drop-downs.'],
    ]);
    const lists = grid([['Yes'], ['No'], ['N/A']], { name: 'Lists' });
    const results = grid(
      [
        ['Question', 'Answer', 'Score'],
        [{ text: MFA, formula: true }, { text: 'Yes', formula: true }, '1'],
      ],
      { name: 'Report' },
    );
    expect(find(instructions, lists, results).questions).toEqual([]);
  });

  it('say why they were taken for questions', () => {
    const sheet = grid(
      [
        ['Question', 'Answer'],
        [MFA, { ...yes, locked: false }],
      ],
      { guarded: true },
    );
    expect(find(sheet).questions[0]?.because).toEqual([
      'it stands below the heads of row 1',
      'its answer is picked from Yes · No',
      'its answer is left open on a protected sheet',
    ]);
  });
});

describe('the fingerprint of a form', () => {
  const heads = ['Question', 'Answer'];

  it('is that of next year’s copy with other answers and a question more', () => {
    const last = find(grid([heads, [MFA, 'Yes']]));
    const next = find(grid([heads, [MFA, ''], [BACKUP, '']]));
    expect(next.fingerprint).toBe(last.fingerprint);
    expect(
      find(
        grid([
          ['Question', 'Your answer'],
          [MFA, ''],
        ]),
      ).fingerprint,
    ).not.toBe(last.fingerprint);
  });

  it('brings up the profile that a person corrected', () => {
    const sheet = grid([heads, [MFA, ''], ['Thank you for your time today', '']]);
    const { fingerprint, layouts, questions } = find(sheet);
    expect(questions).toHaveLength(2);
    const profile = {
      fingerprint,
      title: 'Customer',
      layouts: layouts.map((layout) => ({ ...layout, leaveOut: [3] })),
    };
    const again = findQuestions(form(sheet), { words: WORDS, profiles: [profile] });
    expect([again.questions.length, again.profile?.title, again.beyond]).toEqual([1, 'Customer', []]);
  });

  it('tells what asks below the rows of a profile: next year’s copy may be longer', () => {
    const { fingerprint, layouts } = find(grid([heads, [MFA, 'Yes']]));
    const profile = { fingerprint, title: 'Customer', layouts: [...layouts] };
    const longer = form(grid([heads, [MFA, ''], [BACKUP, '']]));
    const { questions, beyond } = findQuestions(longer, { words: WORDS, profiles: [profile] });
    expect([questions.map(({ text }) => text), beyond.map(({ text }) => text)]).toEqual([[MFA], [BACKUP]]);
  });
});
