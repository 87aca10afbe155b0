import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';

const TITLE = ['Title', 'Assessment', 'Risk assessment', 'Risk analysis'];
const METHOD = ['Method', 'Methodology'];
const PERFORMED = ['Performed on', 'Date performed', 'Assessment date', 'Date'];
const ASSESSOR = ['Assessor', 'Assessed by', 'Performed by'];
const SENSITIVE = ['Covers sensitive data', 'Covers ePHI', 'Covers ePHI/sensitive data'];

export default defineSource({
  product: 'Register',
  title: 'Risk assessment record (CSV)',
  kinds: ['risk-assessment'],
  obtain: 'risk-assessment-record.csv, filled in by whoever assessed: a row for each assessment',
  proves: 'When a risk assessment was done, by whom, on what scope, and who approved it.',
  cannotProve: 'That it was accurate or thorough: put the report itself beside it.',
  reads: [
    {
      shape: 'table',
      required: [TITLE, METHOD, 'Scope', PERFORMED, ASSESSOR, ['Approved by', 'Approver', 'Risks', SENSITIVE].flat()],
      forbidden: ['Topic', 'Scenario', 'Tester', 'System'],
      row: (row) => {
        const title = cell(row, TITLE);
        if (title === undefined) return { reject: 'an assessment needs a title' };
        const performed = row.time(named(row, PERFORMED));
        return {
          kind: 'risk-assessment',
          strength: 'A',
          observed: performed,
          title,
          method: cell(row, METHOD),
          scope: row.text('Scope'),
          performed,
          assessor: cell(row, ASSESSOR),
          approvedBy: cell(row, ['Approved by', 'Approver']),
          approved: ifDated(row.time(named(row, ['Approved on', 'Approval date']))),
          nextDue: ifDated(row.time(named(row, ['Next due', 'Next review', 'Due']))),
          risks: row.integer(named(row, ['Risks', 'Number of risks', 'Risks found'])),
          coversSensitiveData: row.flag(named(row, SENSITIVE)),
        };
      },
    },
  ],
});
