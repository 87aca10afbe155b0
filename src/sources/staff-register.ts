import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const NAME = ['Name', 'Full name', 'Employee', 'Employee name'];
const EMAIL = ['Email', 'E-mail', 'Email address', 'Work email'];
const ROLE = ['Role', 'Job title', 'Position'];
const START = ['Start', 'Start date', 'Hire date', 'Hired on'];
const END = ['End', 'End date', 'Termination date', 'Last day', 'Leaving date'];

const EMPLOYED = {
  active: 'yes',
  employed: 'yes',
  current: 'yes',
  contractor: 'yes',
  'on leave': 'yes',
  leave: 'yes',
  left: 'no',
  inactive: 'no',
  terminated: 'no',
  resigned: 'no',
  retired: 'no',
  former: 'no',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Staff list from human resources (CSV)',
  kinds: ['user-account'],
  obtain: 'The HR system: export all staff, also those who left in the period; or staff-register.csv, filled in',
  proves:
    'Who works here and who left when: the authority on who should have an account, training and a second factor.',
  cannotProve: 'That an account was opened or closed.',
  reads: [
    {
      shape: 'table',
      required: [NAME, EMAIL, ['Department', 'Team'], ROLE, START, END],
      forbidden: ['SamAccountName', 'UserPrincipalName', 'Email Address [Required]', 'Asset Tag'],
      row: (row, file) => {
        const name = cell(row, NAME);
        const email = cell(row, EMAIL);
        const user = email ?? name;
        if (user === undefined) return { reject: 'neither a name nor an e-mail address' };
        const left = ifDated(row.time(named(row, END)));
        const employed = row.word(named(row, ['Status', 'Employment status']), EMPLOYED);
        return {
          kind: 'user-account',
          strength: 'A',
          observed: firstDated(row.time(named(row, ['Updated on', 'As of'])), file.asStated),
          user,
          displayName: name,
          email,
          // Without a status an end date alone does not tell: it may lie ahead.
          enabled: employed === undefined ? (left === undefined ? true : undefined) : employed === 'yes',
          created: ifDated(row.time(named(row, START))),
          left,
          userType: 'member',
          department: cell(row, ['Department', 'Team']),
          directory: 'hr',
        };
      },
    },
  ],
});
