import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const PERSON = ['Email', 'Person', 'Employee', 'Name'];
const COMPLETED = ['Completed on', 'Completion date', 'Date completed'];
const ASSIGNED = ['Assigned on', 'Date assigned', 'Enrolled on'];
const STATUSES = {
  completed: 'completed',
  complete: 'completed',
  passed: 'completed',
  'in progress': 'in-progress',
  started: 'in-progress',
  'not started': 'not-started',
  overdue: 'overdue',
  'past due': 'overdue',
  incomplete: 'not-started',
  assigned: 'not-started',
} as const;
const TOPICS = {
  awareness: 'awareness',
  'security awareness': 'awareness',
  'security-awareness': 'awareness',
  privileged: 'privileged',
  finance: 'finance',
  hipaa: 'hipaa',
  other: 'other',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Training record (CSV)',
  kinds: ['training-completion'],
  obtain: 'training-record.csv, filled in or copied from the platform: a row for each person and course',
  proves: 'Who is stated to have completed which training on which day.',
  cannotProve: "That they did: a sign-in sheet or the platform's own export is stronger.",
  reads: [
    {
      shape: 'table',
      required: [PERSON, ['Course', 'Training'], ASSIGNED, COMPLETED],
      forbidden: ['enrollment_id'],
      row: (row, file) => {
        const person = cell(row, PERSON);
        const course = cell(row, ['Course', 'Training']);
        if (person === undefined || course === undefined) return { reject: 'a person and a course are needed' };
        const completed = ifDated(row.time(named(row, COMPLETED)));
        const stated = row.word('Status', STATUSES);
        return {
          kind: 'training-completion',
          strength: 'A',
          observed: firstDated(row.time(named(row, COMPLETED)), file.asStated),
          person,
          course,
          status: completed !== undefined ? 'completed' : (stated ?? 'not-started'),
          verbatim: row.text('Status') ?? cell(row, COMPLETED) ?? '',
          assigned: ifDated(row.time(named(row, ASSIGNED))),
          due: ifDated(row.time(named(row, ['Due on', 'Due', 'Due date']))),
          completed,
          score: row.number('Score'),
          policyAcknowledged: row.flag(named(row, ['Policy acknowledged', 'Policy signed'])),
          topic: row.word('Topic', TOPICS) ?? 'awareness',
        };
      },
    },
  ],
});
