import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import { isDated } from '../model/observed.ts';
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
  title: 'Users (CSV download, Directory API JSON, or GAM CSV)',
  kinds: ['mfa-registration', 'user-account'],
  obtain:
    'Google Admin console > Directory > Users > Download users > All user info columns > CSV; or gam print users fields primaryEmail,suspended,isAdmin,isEnrolledIn2Sv,isEnforcedIn2Sv,lastLoginTime > users.csv',
  proves:
    'Which accounts exist, which are suspended, who has enrolled in 2-step verification and for whom it is enforced.',
  cannotProve: 'Which methods they use, when the file was made, or (in the CSV download) who is an administrator.',
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
    {
      shape: 'table',
      required: ['primaryEmail', 'isEnrolledIn2Sv', 'isEnforcedIn2Sv'],
      row: ofDirectory,
    },
    {
      shape: 'json',
      items: ['users', ''],
      required: ['primaryEmail', 'isEnrolledIn2Sv', 'isEnforcedIn2Sv'],
      item: ofDirectory,
    },
  ],
});

/** As the Directory API and the tools upon it name the fields. */
function ofDirectory(row: Fields, file: FileContext): Yield {
  const user = row.text('primaryEmail');
  if (user === undefined) return { reject: 'no e-mail address' };
  const suspended = row.flag('suspended');
  const lastLogin = row.time('lastLoginTime');
  const head = {
    strength: 'C',
    observed: file.asStated,
    user,
    enabled: suspended === undefined ? undefined : !suspended && row.flag('archived') !== true,
    // A delegated administrator has some of the powers, and is one.
    admin: row.has('isAdmin') ? row.flag('isAdmin') === true || row.flag('isDelegatedAdmin') === true : undefined,
    directory: 'google',
    lastSignIn: ifDated(lastLogin),
  } as const;
  return [
    {
      ...head,
      kind: 'user-account',
      displayName: row.text('name.fullName') ?? fullName(row.text('name.givenName'), row.text('name.familyName')),
      email: user,
      created: ifDated(row.time('creationTime')),
      // The directory's zero stands for "never".
      neverSignedIn: row.has('lastLoginTime') && !isDated(lastLogin) ? true : undefined,
      mfa: row.flag('isEnrolledIn2Sv'),
    },
    {
      ...head,
      kind: 'mfa-registration',
      registered: row.flag('isEnrolledIn2Sv'),
      enforced: row.flag('isEnforcedIn2Sv'),
    },
  ];
}

function fullName(first: string | undefined, last: string | undefined): string | undefined {
  const name = [first, last].filter((part) => part !== undefined).join(' ');
  return name === '' ? undefined : name;
}
