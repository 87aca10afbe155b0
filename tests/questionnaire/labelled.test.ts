import { describe, expect, it } from 'vitest';
import { findQuestions } from '../../src/questionnaire/index.ts';
import { bold, covered, form, grid, WORDS } from './world.ts';

const found = (...rows: Parameters<typeof grid>[0]) =>
  findQuestions(form(grid(rows)), { words: WORDS, profiles: [] }).questions;

describe('questions that are answered below, behind a label', () => {
  it('are found with the cell beside the label; titles between them are sections', () => {
    const questions = found(
      ['Security form', '', ''],
      ['', bold('Access'), ''],
      ['1', 'Is MFA enforced for all administrators?', ''],
      ['', 'Answer:', ''],
      ['', 'Comments:', ''],
      ['2', 'Access is reviewed.', ''],
      ['', 'Answer:', 'Yes'],
      ['', 'Comments:', ''],
      ['', bold('Backups'), ''],
      ['3', 'Are backups encrypted?', ''],
      ['', 'Answer:', ''],
      ['', 'Comments:', ''],
    );
    expect(questions.map(({ section, text, cells }) => [section, text, cells.answer?.ref, cells.comment?.ref])).toEqual(
      [
        [null, 'Is MFA enforced for all administrators?', 'C4', 'C5'],
        [null, 'Access is reviewed.', 'C7', 'C8'],
        ['Backups', 'Are backups encrypted?', 'C11', 'C12'],
      ],
    );
  });

  it('may have the place over several columns, and the question in the first', () => {
    const questions = found(
      ['Do you have a plan for incidents?', covered, covered],
      ['Response', '', covered],
      ['', '', ''],
      ['Do you test it?', covered, covered],
      ['Response', '', covered],
    );
    expect(questions.map(({ text, cells }) => [text, cells.answer?.ref])).toEqual([
      ['Do you have a plan for incidents?', 'B2'],
      ['Do you test it?', 'B5'],
    ]);
  });

  it('are no heads of a table, and one label alone makes no form', () => {
    expect(found(['Is there a plan?'], ['Answer:', ''])).toEqual([]);
    const table = found(['Question', 'Answer'], ['Is there a plan?', ''], ['Is it tested?', '']);
    expect(table.map(({ cells }) => cells.answer?.ref)).toEqual(['B2', 'B3']);
  });
});
