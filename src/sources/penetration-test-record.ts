import { defineSource, type Placed } from '../intake/contract.ts';
import { cell, listed, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const TESTER = ['Tester', 'Tested by', 'Testing firm'];
const STARTED = ['Started on', 'Start', 'Test start'];
const FINISHED = ['Finished on', 'End', 'Test end'];
const REPORTED = ['Report date', 'Reported on'];
const FROM = { external: 'external', internal: 'internal', both: 'unknown', unknown: 'unknown' } as const;

export default defineSource({
  product: 'Register',
  title: 'Penetration test record (CSV)',
  kinds: ['vulnerability-scan', 'document'],
  obtain: 'penetration-test-record.csv, filled in: a row for each test, with the report itself beside it',
  proves: 'That a named firm states to have tested a scope on certain days, and the report it wrote.',
  cannotProve: 'What was found, or that it was repaired: the report and the retest show that.',
  reads: [
    {
      shape: 'table',
      required: [TESTER, 'Scope', ['Perspective', 'Vantage point'], STARTED, FINISHED, ['Report', 'Report title']],
      row: (row, file) => {
        const scanner = cell(row, TESTER);
        if (scanner === undefined) return { reject: 'no tester' };
        const finished = row.time(named(row, FINISHED));
        const started = row.time(named(row, STARTED));
        const title = cell(row, ['Report', 'Report title']);
        const reported = firstDated(row.time(named(row, REPORTED)), finished);
        const test: Placed = {
          kind: 'vulnerability-scan',
          strength: 'A',
          observed: firstDated(finished, started, file.asStated),
          scanner,
          started: ifDated(started),
          finished: ifDated(finished) === undefined ? undefined : true,
          targets: listed(row.text('Scope')),
          perspective: row.word(named(row, ['Perspective', 'Vantage point']), FROM) ?? 'unknown',
          service: 'penetration-test',
        };
        if (title === undefined) return test;
        const report: Placed = {
          kind: 'document',
          strength: 'A',
          observed: reported,
          documentType: 'report',
          topic: 'penetration-test',
          title,
          counterpart: scanner,
          owner: row.text('Owner'),
          approvedBy: cell(row, ['Accepted by', 'Approved by', 'Owner']),
          approved: ifDated(reported),
          status: 'in-force',
        };
        return [test, report];
      },
    },
  ],
});
