import { defineSource, type Placed } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';

const EMAIL = ['Email Address [Required]', 'Email Address'];
const ENROLLED = ['2sv Enrolled [READ ONLY]', '2sv Enrolled'];
const ENFORCED = ['2sv Enforced [READ ONLY]', '2sv Enforced'];
const STATUS = ['Status [READ ONLY]', 'Status'];
const LAST_SIGN_IN = ['Last Sign In [READ ONLY]', 'Last Sign In'];
const NEVER = 'never logged in';

export default defineSource({
  product: 'Google Workspace',
  title: 'Users (CSV download)',
  kinds: ['mfa-registration', 'user-account'],
  obtain: 'Google Admin console > Directory > Users > Download users > All user info columns > CSV',
  proves:
    'Which accounts exist, which are suspended, who has enrolled in 2-step verification and for whom it is enforced.',
  cannotProve: 'Which methods they use, who is an administrator, or when the file was made.',
  reads: [
    {
      shape: 'table',
      required: [EMAIL, ENROLLED, ENFORCED, LAST_SIGN_IN],
      row: (row, file) => {
        const user = cell(row, EMAIL);
        if (user === undefined) return { reject: 'no e-mail address' };
        const status = cell(row, STATUS)?.toLowerCase();
        const enabled = status === undefined ? undefined : status === 'active';
        const lastSignIn = ifDated(row.time(named(row, LAST_SIGN_IN), { never: [NEVER] }));
        const head = {
          strength: 'C',
          observed: file.asStated,
          user,
          enabled,
          directory: 'google',
          lastSignIn,
        } as const;
        const account: Placed = {
          ...head,
          kind: 'user-account',
          displayName: fullName(
            cell(row, ['First Name [Required]', 'First Name']),
            cell(row, ['Last Name [Required]', 'Last Name']),
          ),
          email: user,
          neverSignedIn: cell(row, LAST_SIGN_IN)?.toLowerCase() === NEVER ? true : undefined,
          mfa: row.flag(named(row, ENROLLED)),
          department: row.text('Department'),
        };
        const factor: Placed = {
          ...head,
          kind: 'mfa-registration',
          registered: row.flag(named(row, ENROLLED)),
          enforced: row.flag(named(row, ENFORCED)),
        };
        return [account, factor];
      },
    },
  ],
});

function fullName(first: string | undefined, last: string | undefined): string | undefined {
  const name = [first, last].filter((part) => part !== undefined).join(' ');
  return name === '' ? undefined : name;
}
