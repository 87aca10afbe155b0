import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';

const USER_TYPES = { member: 'member', guest: 'guest' } as const;

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Users (Graph JSON, CSV of the Entra or Microsoft 365 admin centre, PowerShell)',
  kinds: ['user-account'],
  obtain:
    'Entra admin centre > Users > All users > Download users; or Microsoft 365 admin centre > Users > Active users > Export users; or Graph: GET /users?$select=userPrincipalName,displayName,accountEnabled,userType,createdDateTime,signInActivity,lastPasswordChangeDateTime',
  proves: 'Which accounts exist in the tenant, which of them are enabled, and which are guests.',
  cannotProve: 'Who should have an account (that needs the staff list), roles, or second factors.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: ['value', ''],
      required: [
        'userPrincipalName',
        'displayName',
        ['accountEnabled', 'userType', 'signInActivity', 'assignedLicenses'],
      ],
      forbidden: ['isMfaRegistered', 'isMfaCapable', 'CoveredByCA', 'deviceName', 'perUserMfaState'],
      item: read,
    },
    {
      shape: 'table',
      required: ['userPrincipalName', 'displayName', ['accountEnabled', 'BlockCredential']],
      forbidden: ['isMfaRegistered', 'SamAccountName', 'CoveredByCA', 'deviceName'],
      row: read,
    },
    {
      shape: 'table',
      required: ['User principal name', 'Display name', 'Block credential'],
      row: readActiveUser,
    },
  ],
});

function read(user: Fields, file: FileContext): Yield {
  const name = user.text('userPrincipalName');
  if (name === undefined) return { reject: 'no user principal name' };
  const policies = user.text('passwordPolicies');
  return {
    kind: 'user-account',
    strength: 'C',
    observed: file.asStated,
    user: name,
    displayName: user.text('displayName'),
    email: user.text('mail'),
    enabled: user.flag('accountEnabled') ?? opposite(user.flag('BlockCredential')),
    created: ifDated(user.time(named(user, ['createdDateTime', 'WhenCreated']))),
    lastSignIn:
      ifDated(user.time('signInActivity.lastSuccessfulSignInDateTime')) ??
      ifDated(user.time('signInActivity.lastSignInDateTime')),
    passwordSet: ifDated(user.time(named(user, ['lastPasswordChangeDateTime', 'LastPasswordChangeTimestamp']))),
    passwordNeverExpires:
      user.flag('PasswordNeverExpires') ??
      (policies === undefined ? undefined : /DisablePasswordExpiration/i.test(policies)),
    userType: user.word('userType', USER_TYPES),
    department: user.text('department'),
    directory: 'entra',
  };
}

/** The list of the Microsoft 365 admin centre calls its columns by their labels, and tells who is blocked instead of who is enabled. */
function readActiveUser(user: Fields, file: FileContext): Yield {
  const name = user.text('User principal name');
  if (name === undefined) return { reject: 'no user principal name' };
  return {
    kind: 'user-account',
    strength: 'C',
    observed: file.asStated,
    user: name,
    displayName: user.text('Display name'),
    enabled: opposite(user.flag('Block credential')),
    created: ifDated(user.time('When created')),
    passwordSet: ifDated(user.time('Last password change time stamp')),
    passwordNeverExpires: user.flag('Password never expires'),
    department: user.text('Department'),
    directory: 'entra',
  };
}

function opposite(flag: boolean | undefined): boolean | undefined {
  return flag === undefined ? undefined : !flag;
}
