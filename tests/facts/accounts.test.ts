import { account, day, staff, undated, WITH_PEOPLE } from './records.ts';
import { tell } from './tell.ts';

tell('accounts', [
  [
    'share-of-accounts-belonging-to-people',
    'needs the list of people',
    () => [account()],
    'unknown: population-unknown',
  ],
  [
    'share-of-accounts-belonging-to-people',
    'matches by address and by name',
    () => [
      staff('dana', { displayName: 'Dana Cole' }),
      account({ user: 'dcole', displayName: 'Cole, Dana', directory: 'ad' }),
      account({ user: 'ghost' }),
      account({ user: 'svc', userType: 'service' }),
    ],
    '1 of 2',
    { scope: WITH_PEOPLE, exceptions: ['ghost'] },
  ],
  [
    'leavers-still-enabled',
    'a list that tells no leaving cannot answer',
    () => [staff('dana'), account({ user: 'sam@client.example' })],
    'unknown: not-measured-by-source',
  ],
  [
    'leavers-still-enabled',
    'left and still enabled',
    () => [
      staff('dana'),
      staff('sam', { left: day('2026-06-01') }),
      account(),
      account({ user: 'sam@client.example' }),
    ],
    'count 1',
    { exceptions: ['sam'] },
  ],
  [
    'leavers-still-enabled',
    'a namesake who works here neither hides a leaver nor is taken for him',
    () => [
      staff('ana', { displayName: 'Ana Diaz' }),
      staff('ana2', { displayName: 'Ana Diaz', left: day('2026-06-01') }),
      account({ user: 'ana@client.example', displayName: 'Ana Diaz' }),
      account({ user: 'ana2@client.example', displayName: 'Ana Diaz' }),
    ],
    'count 1',
    { scope: WITH_PEOPLE, exceptions: ['ana2@client.example'] },
  ],
  [
    'share-of-accounts-belonging-to-people',
    'what a leaver left behind belongs to no namesake',
    () => [
      staff('ana', { displayName: 'Ana Diaz' }),
      staff('ana2', { displayName: 'Ana Diaz', left: day('2026-06-01') }),
      account({ user: 'ana@client.example', displayName: 'Ana Diaz' }),
      account({ user: 'ana2@client.example', displayName: 'Ana Diaz' }),
      account({ user: 'ana@client.onmicrosoft.example', displayName: 'Ana Diaz' }),
    ],
    '1 of 3',
    { scope: WITH_PEOPLE },
  ],
  [
    'leavers-still-enabled',
    'leaving after the as-of date is no leaving',
    () => [staff('dana', { left: day('2026-12-01') }), staff('x', { left: day('2026-01-01') }), account()],
    'count 0',
  ],
  [
    'leavers-still-enabled',
    'who came back has not left',
    () => [
      staff('dana', { left: day('2026-01-01'), observed: undated }),
      staff('dana', { observed: day('2026-10-01') }),
      account(),
    ],
    'count 0',
    { scope: WITH_PEOPLE },
  ],
  [
    'stale-enabled-accounts',
    'never signed in is told, silence is not',
    () => [
      account({ lastSignIn: day('2026-07-16') }),
      account({ user: 'b', lastSignIn: day('2026-07-17') }),
      account({ user: 'c', neverSignedIn: true }),
      account({ user: 'd' }),
    ],
    'count 2',
    { remark: 'Not told for 1 row' },
  ],
  ['stale-enabled-accounts', 'silence alone is unknown', () => [account()], 'unknown: not-measured-by-source'],
  [
    'accounts-with-passwords-that-never-expire',
    'enabled ones',
    () => [account({ passwordNeverExpires: true }), account({ user: 'b', passwordNeverExpires: true, enabled: false })],
    'count 1',
  ],
  [
    'shared-or-generic-accounts',
    'untyped accounts that match nobody',
    () => [staff('dana'), account(), account({ user: 'frontdesk' }), account({ user: 'svc', userType: 'service' })],
    'count 1',
    { scope: WITH_PEOPLE, exceptions: ['frontdesk'] },
  ],
  ['shared-or-generic-accounts', 'needs the list of people', () => [account()], 'unknown: population-unknown'],
  [
    'access-keys-older-than-90-days',
    'keys, not accounts',
    () => [
      account({ directory: 'aws', accessKeyAges: [day('2026-01-01'), day('2026-02-01')] }),
      account({ directory: 'aws', user: 'b', accessKeyAges: [] }),
    ],
    'count 2',
    { exceptions: ['2 keys'] },
  ],
  [
    'guest-accounts-enabled',
    'guests only',
    () => [account({ userType: 'guest' }), account({ user: 'b', userType: 'member' })],
    'count 1',
  ],
  ['guest-accounts-enabled', 'untold types are unknown', () => [account()], 'unknown: not-measured-by-source'],
  [
    'guest-accounts-enabled',
    'one account that is told does not speak for all that are not',
    () => [account({ userType: 'service' }), account({ user: 'b' }), account({ user: 'c' })],
    'unknown: not-measured-by-source',
  ],
]);
