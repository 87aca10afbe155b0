import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { strengthOf } from './kit/methods.ts';
import { perFile } from './kit/per-file.ts';

interface Person {
  login: string | undefined;
  readonly methods: Set<string>;
  readonly at: Fields['place'];
}

const people = perFile(() => new Map<string, Person>());

/** Okta's names of factors in the words of the other directories. */
const METHODS: Readonly<Record<string, string>> = {
  call: 'voice',
  question: 'securityQuestion',
  u2f: 'fido-u2f',
  signed_nonce: 'okta-fastpass',
  'token:hardware': 'hardware token',
  'token:software:totp': 'totp',
};
const NO_SECOND = /^(question|email|password)$/;

export default defineSource({
  product: 'Okta',
  title: 'Factors of a user (API JSON)',
  kinds: ['mfa-registration'],
  obtain:
    'GET https://<tenant>.okta.com/api/v1/users/{id}/factors for each user, one file each or joined into one list',
  proves: 'Which second factors a user has enrolled and activated.',
  cannotProve:
    'That sign-in asks for them (policies decide that), or anything of users whose factors were not asked for: their file is an empty list.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['id', 'factorType', 'provider', 'status'],
      item: remember,
      end: tell,
    },
  ],
});

function remember(factor: Fields, file: FileContext): undefined {
  const links = ['_links.user.href', '_links.self.href', '_links.verify.href'].flatMap((name) => factor.texts(name));
  const id = links.map((link) => /\/users\/([^/]+)/.exec(link)?.[1]).find((found) => found !== undefined) ?? '';
  const known = people(file).get(id);
  const person = known ?? { login: undefined, methods: new Set(), at: factor.place };
  people(file).set(id, person);
  // An authenticator app is enrolled under the sign-in name; a security key has an id of its own there.
  const credential = factor.text('profile.credentialId');
  if (credential?.includes('@')) person.login ??= credential;
  if (factor.text('status')?.toUpperCase() !== 'ACTIVE') return;
  const type = factor.text('factorType') ?? '?';
  person.methods.add(METHODS[type] ?? type);
}

function tell(file: FileContext): readonly Placed[] {
  return [...people(file)].flatMap(([id, { login, methods, at }]): readonly Placed[] => {
    const user = login ?? file.said.system ?? id;
    if (user === '') return [];
    const list = [...methods];
    return [
      {
        kind: 'mfa-registration',
        strength: 'C',
        observed: file.asStated,
        user,
        registered: list.some((method) => !NO_SECOND.test(method) && method !== 'securityQuestion'),
        directory: 'okta',
        ...strengthOf(list),
        at,
      },
    ];
  });
}
