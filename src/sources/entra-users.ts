import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';

const USER_TYPES = { member: 'member', guest: 'guest' } as const;

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Users (Graph JSON or CSV)',
  kinds: ['user-account'],
  obtain:
    'Entra admin centre > Users > All users > Download users; or Graph: GET /users?$select=userPrincipalName,displayName,accountEnabled,userType,createdDateTime,signInActivity,lastPasswordChangeDateTime',
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
      required: ['userPrincipalName', 'displayName', 'accountEnabled', 'userType'],
      forbidden: ['isMfaRegistered', 'SamAccountName', 'CoveredByCA'],
      row: read,
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
    enabled: user.flag('accountEnabled'),
    created: ifDated(user.time('createdDateTime')),
    lastSignIn:
      ifDated(user.time('signInActivity.lastSuccessfulSignInDateTime')) ??
      ifDated(user.time('signInActivity.lastSignInDateTime')),
    passwordSet: ifDated(user.time('lastPasswordChangeDateTime')),
    passwordNeverExpires: policies === undefined ? undefined : /DisablePasswordExpiration/i.test(policies),
    userType: user.word('userType', USER_TYPES),
    department: user.text('department'),
    directory: 'entra',
  };
}
