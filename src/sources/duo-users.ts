import { defineSource, type Fields } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { strengthOf } from './kit/methods.ts';
import { producedBy } from './kit/produced.ts';

const STATUSES = {
  active: 'enabled',
  bypass: 'enabled',
  'locked out': 'enabled',
  disabled: 'disabled',
  'pending deletion': 'disabled',
} as const;

export default defineSource({
  product: 'Cisco Duo',
  title: 'Users (Admin API JSON)',
  kinds: ['mfa-registration'],
  obtain: 'Duo Admin API: GET /admin/v1/users, all pages',
  proves: 'Who is enrolled in Duo, with which devices, and who is set to bypass it (alone or through a group).',
  cannotProve: 'Which applications ask for Duo: that is set for each application.',
  paging: { sizes: [300] },
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('metadata.total_objects') }),
      items: 'response',
      document: { stat: 'OK' },
      required: ['user_id', 'username', 'is_enrolled', 'status'],
      item: (user, file) => {
        const name = user.text('email') ?? user.text('username');
        if (name === undefined) return { reject: 'no user name' };
        const groups = user.children('groups').map((group) => group.text('status')?.toLowerCase());
        const bypass = user.text('status')?.toLowerCase() === 'bypass' || groups.includes('bypass');
        const state = user.word('status', STATUSES);
        return {
          kind: 'mfa-registration',
          strength: 'C',
          observed: file.asStated,
          user: name,
          registered: user.flag('is_enrolled'),
          // Bypass on the user or on any of its groups lets the sign-in through without a second factor.
          enforced: bypass ? false : undefined,
          bypass,
          enabled: state === undefined ? undefined : state === 'enabled' && !groups.includes('disabled'),
          lastSignIn: ifDated(user.time('last_login', { epoch: 'seconds' })),
          directory: 'duo',
          ...strengthOf(methodsOf(user)),
        };
      },
    },
  ],
});

function methodsOf(user: Fields): readonly string[] {
  const phones = user
    .children('phones')
    .flatMap((phone) => phone.texts('capabilities').filter((word) => word !== 'auto'));
  const keys = ['webauthncredentials', 'u2ftokens', 'tokens'].flatMap((kind) =>
    user.children(kind).length === 0
      ? []
      : [{ webauthncredentials: 'webauthn', u2ftokens: 'fido-u2f', tokens: 'hardware token' }[kind] ?? kind],
  );
  return [...new Set([...phones, ...keys])];
}
