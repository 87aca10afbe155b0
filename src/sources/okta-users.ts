import { defineSource } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';

// Locked out is a state that passes by itself; suspended and deprovisioned are not.
const STATUSES = {
  active: 'enabled',
  provisioned: 'enabled',
  password_expired: 'enabled',
  recovery: 'enabled',
  locked_out: 'enabled',
  staged: 'disabled',
  suspended: 'disabled',
  deprovisioned: 'disabled',
} as const;

export default defineSource({
  product: 'Okta',
  title: 'Users (API JSON)',
  kinds: ['user-account'],
  obtain: 'GET https://<tenant>.okta.com/api/v1/users?limit=200, all pages',
  proves: 'Which Okta accounts exist and are active, and when each last signed in.',
  cannotProve:
    'Second factors (they are in /users/{id}/factors), roles, or deprovisioned users: the list leaves those out.',
  paging: { sizes: [200] },
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['id', 'status', 'created', 'profile.login'],
      item: (user, file) => {
        const login = user.text('profile.login');
        if (login === undefined) return { reject: 'no login' };
        const state = user.word('status', STATUSES);
        const name = [user.text('profile.firstName'), user.text('profile.lastName')].filter(
          (part) => part !== undefined,
        );
        const lastSignIn = ifDated(user.time('lastLogin'));
        return {
          kind: 'user-account',
          strength: 'C',
          observed: file.asStated,
          user: login,
          displayName: name.length === 0 ? undefined : name.join(' '),
          email: user.text('profile.email'),
          enabled: state === undefined ? undefined : state === 'enabled',
          created: ifDated(user.time('created')),
          lastSignIn,
          passwordSet: ifDated(user.time('passwordChanged')),
          department: user.text('profile.department'),
          directory: 'okta',
        };
      },
    },
  ],
});
