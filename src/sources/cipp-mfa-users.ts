import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { listed } from './kit/columns.ts';
import { strengthOf } from './kit/methods.ts';

const USER_TYPES = { member: 'member', guest: 'guest' } as const;

export default defineSource({
  product: 'CIPP',
  title: 'MFA report (JSON or CSV)',
  kinds: ['mfa-registration'],
  obtain: 'CIPP > Identity Management > Reports > MFA Report > Export',
  proves:
    'For each user whether a second factor is registered and whether conditional access or the per-user setting demands it.',
  cannotProve: 'Exclusions through groups, and users for whom the tenant could not be read.',
  reads: [
    {
      shape: 'json',
      items: ['Results', ''],
      required: ['UPN', 'CoveredByCA', 'CoveredBySD', 'PerUser'],
      item: (user, file) => read(user, file, user.texts('MFAMethods')),
    },
    {
      shape: 'table',
      required: ['UPN', 'CoveredByCA', 'CoveredBySD', 'PerUser'],
      row: (user, file) => read(user, file, listed(user.text('MFAMethods'))),
    },
  ],
});

function read(user: Fields, file: FileContext, methods: readonly string[] | undefined): Yield {
  const name = user.text('UPN');
  if (name === undefined) return { reject: 'no UPN' };
  const policy = user.text('CoveredByCA') ?? '';
  if (/could not connect/i.test(`${policy} ${user.text('PerUser') ?? ''}`))
    return { reject: 'CIPP could not connect to the tenant' };
  const admin = user.flag('IsAdmin');
  return {
    kind: 'mfa-registration',
    strength: 'C',
    observed: file.asStated,
    user: name,
    registered: user.flag('MFACapable') ?? user.flag('MFARegistration'),
    enforced: enforcedBy(policy, user.text('PerUser')?.toLowerCase(), {
      defaults: user.flag('CoveredBySD') === true,
      admin: admin === true,
    }),
    enabled: user.flag('AccountEnabled'),
    admin,
    userType: user.has('UserType') ? user.word('UserType', USER_TYPES) : undefined,
    directory: 'entra',
    ...strengthOf(methods),
  };
}

/** Per-user "enabled" waits for the user to register; security defaults ask only administrators at every sign-in. */
function enforcedBy(
  policy: string,
  perUser: string | undefined,
  { defaults, admin }: { readonly defaults: boolean; readonly admin: boolean },
): boolean | undefined {
  if (/^enforced\s*-\s*all apps/i.test(policy) || perUser === 'enforced' || (defaults && admin)) return true;
  return /^not enforced/i.test(policy) && perUser === 'disabled' && !defaults ? false : undefined;
}
