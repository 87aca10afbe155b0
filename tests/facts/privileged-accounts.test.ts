import { account, mfa, staff, WITH_PEOPLE } from './records.ts';
import { tell } from './tell.ts';

tell('privileged accounts and consoles', [
  [
    'share-of-privileged-accounts-with-mfa',
    'admins of the directory’s list, whoever tells the factor',
    () => [
      account({ admin: true }),
      account({ user: 'root2@client.example', admin: true }),
      account({ user: 'old@client.example', admin: true, enabled: false }),
      mfa(),
    ],
    '1 of 2',
    { exceptions: ['no record of a second factor'] },
  ],
  [
    'share-of-privileged-accounts-with-mfa',
    'without a listing the list may be short',
    () => [mfa({ admin: true }), mfa({ user: 'x', admin: true, registered: false })],
    '1 of 2 ?',
  ],
  [
    'share-of-privileged-accounts-with-mfa',
    'an export that names everybody is a listing',
    () => [staff('dana'), mfa({ admin: true })],
    '1 of 1',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-privileged-accounts-with-mfa',
    'a share of no admins is none',
    () => [account({ admin: false }), mfa({ admin: false })],
    'unknown: population-empty',
  ],
  [
    'share-of-privileged-accounts-with-strong-methods',
    'an export that tells no methods does not measure it, and has its administrators',
    () => [mfa({ admin: true })],
    'unknown: not-measured-by-source',
  ],
  [
    'share-of-privileged-accounts-with-strong-methods',
    'an app is no strong method',
    () => [
      mfa({ admin: true, phishingResistant: true }),
      mfa({ user: 'sam', admin: true, phishingResistant: false, methods: ['push'] }),
    ],
    '1 of 2 ?',
    { exceptions: ['only push'] },
  ],
  [
    'privileged-account-count',
    'enabled ones, each once',
    () => [account({ admin: true }), mfa({ admin: true }), account({ user: 'x', admin: true, enabled: false })],
    'count 1',
  ],
  ['privileged-account-count', 'not told is no zero', () => [account()], 'unknown: no-evidence'],
  [
    'root-account-mfa',
    'the root account alone',
    () => [account({ user: '<root_account>', userType: 'root', directory: 'aws', mfa: false }), account({ mfa: true })],
    'does not hold',
    { exceptions: ['no second factor'] },
  ],
  ['root-account-mfa', 'no root, no answer', () => [account({ mfa: true })], 'unknown: no-evidence'],
  [
    'mfa-on-cloud-consoles',
    'users of the cloud console only',
    () => [
      account({ directory: 'aws', user: 'ann', mfa: true }),
      account({ directory: 'aws', user: 'bob', mfa: false }),
      mfa(),
    ],
    '1 of 2',
    { exceptions: ['bob'] },
  ],
  [
    'mfa-on-cloud-consoles',
    'an office suite is no cloud console',
    () => [account({ mfa: true, directory: 'google' })],
    'unknown: no-evidence',
  ],
]);
