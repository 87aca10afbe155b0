import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { listed } from './kit/columns.ts';
import { strengthOf } from './kit/methods.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const USER_TYPES = { member: 'member', guest: 'guest' } as const;

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'User registration details (Graph JSON or CSV)',
  kinds: ['mfa-registration'],
  obtain:
    'Entra admin centre > Protection > Authentication methods > User registration details > Download; or Graph: GET /reports/authenticationMethods/userRegistrationDetails',
  proves: 'Which users could use a second factor, which methods they registered, and who of them is an administrator.',
  cannotProve: 'That sign-in demands the second factor: conditional access or security defaults decide that.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: ['value', ''],
      required: ['userPrincipalName', 'isMfaRegistered', 'isMfaCapable', 'methodsRegistered'],
      item: (user, file) => read(user, file, user.texts('methodsRegistered')),
    },
    {
      shape: 'table',
      required: ['UserPrincipalName', 'IsMfaRegistered', 'IsMfaCapable', 'MethodsRegistered'],
      row: (user, file) => read(user, file, listed(user.text('MethodsRegistered')) ?? undefined),
    },
  ],
});

function read(user: Fields, file: FileContext, methods: readonly string[] | undefined): Yield {
  const name = user.text('userPrincipalName');
  if (name === undefined) return { reject: 'no user principal name' };
  return {
    kind: 'mfa-registration',
    strength: 'C',
    observed: firstDated(user.time('lastUpdatedDateTime'), file.asStated),
    user: name,
    // Registered with a method that the tenant does not allow is of no use: capable is the stricter word.
    registered: user.flag('isMfaCapable') ?? user.flag('isMfaRegistered'),
    admin: user.flag('isAdmin'),
    userType: user.word('userType', USER_TYPES),
    directory: 'entra',
    ...strengthOf(methods),
  };
}
