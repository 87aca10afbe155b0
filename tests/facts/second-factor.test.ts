import { day, mfa, policy, staff, undated, WITH_PEOPLE } from './records.ts';
import { tell } from './tell.ts';

const PEOPLE_OF_THREE = [staff('dana'), staff('sam'), staff('lee')];

const report = policy({ state: 'report-only', verbatim: 'enabledForReportingButNotEnforced' });

tell('second factor of people', [
  [
    'share-of-people-with-mfa-registered',
    'counts those without a record in the denominator',
    () => [...PEOPLE_OF_THREE, mfa(), mfa({ user: 'SAM@client.example', registered: false })],
    '1 of 3',
    { scope: WITH_PEOPLE, exceptions: ['SAM', 'lee'] },
  ],
  [
    'share-of-people-with-mfa-registered',
    'a report that dates only those who registered something does not lose the others',
    () => [mfa(), mfa({ user: 'sam@client.example', registered: false, observed: undated })],
    '1 of 2 ?',
    { exceptions: ['sam'] },
  ],
  [
    'share-of-people-with-mfa-registered',
    'a bypass cancels a registration',
    () => [...PEOPLE_OF_THREE, mfa({ bypass: true })],
    '0 of 3',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-people-with-mfa-registered',
    'guests and disabled accounts are no people when there is no list',
    () => [
      mfa(),
      mfa({ user: 'g', userType: 'guest', registered: false }),
      mfa({ user: 'd', enabled: false, registered: false }),
    ],
    '1 of 1 ?',
  ],
  [
    'share-of-people-with-mfa-enforced',
    'a list of people of whom nothing was read is no empty list',
    () => [staff('dana')],
    'unknown: no-evidence',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-people-with-mfa-registered',
    'a share of an empty list is none',
    () => [staff('dana', { left: day('2026-01-01') }), mfa()],
    'unknown: population-empty',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-people-with-mfa-registered',
    'a second directory without it is not outweighed by the first',
    () => [staff('dana'), mfa(), mfa({ directory: 'google', registered: false, observed: day('2026-01-01') })],
    '0 of 1',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'registered is not enforced',
    () => [...PEOPLE_OF_THREE, mfa(), mfa({ user: 'sam@client.example' })],
    'unknown: not-measured-by-source',
    { scope: WITH_PEOPLE },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'an enforced policy for all covers everybody but those it leaves out by name',
    () => [...PEOPLE_OF_THREE, mfa(), policy({ exclusions: ['lee@client.example'] })],
    '2 of 3',
    { scope: WITH_PEOPLE, exceptions: ['lee'] },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'a group left out is an exception even when nobody can say who is in it',
    () => [...PEOPLE_OF_THREE, policy({ exclusions: ['4b33-break-glass'] })],
    '3 of 3 ?',
    { scope: WITH_PEOPLE, exceptions: ['4b33-break-glass'], remark: 'whose members no export names' },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'report-only enforces nothing',
    () => [...PEOPLE_OF_THREE, mfa(), report],
    '0 of 3',
    { scope: WITH_PEOPLE, exceptions: ['report-only'] },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'a bypass stands against the policy',
    () => [...PEOPLE_OF_THREE, mfa({ bypass: true }), policy()],
    '2 of 3',
    { scope: WITH_PEOPLE, exceptions: ['bypass'] },
  ],
  [
    'share-of-people-with-mfa-enforced',
    'per user where the tool says it',
    () => [mfa({ enforced: true }), mfa({ user: 'sam', enforced: false })],
    '1 of 2 ?',
  ],
  [
    'share-of-people-with-mfa-enforced',
    'a policy without anybody known is no share',
    () => [policy()],
    'unknown: population-unknown',
  ],
  [
    'share-of-people-with-only-weak-methods',
    'is of those whose methods are told',
    () => [mfa({ weakOnly: true, methods: ['sms'] }), mfa({ user: 'sam', weakOnly: false }), mfa({ user: 'lee' })],
    '1 of 2 ?',
    { exceptions: ['dana'] },
  ],
  [
    'share-of-people-with-only-weak-methods',
    'of people: neither who left nor an account apart is one of them',
    () => [
      ...PEOPLE_OF_THREE,
      staff('gone', { left: day('2026-06-01') }),
      mfa({ weakOnly: true, methods: ['sms'] }),
      mfa({ user: 'sam@client.example', weakOnly: false }),
      mfa({ user: 'gone@client.example', weakOnly: true, methods: ['sms'] }),
      mfa({ user: 'breakglass@client.example', weakOnly: false }),
    ],
    '1 of 2 ?',
    { scope: WITH_PEOPLE, exceptions: ['dana'], remark: 'The methods of 1 person' },
  ],
  [
    'share-of-people-with-only-weak-methods',
    'counts people of the list: nobody who has left, and nobody twice',
    () => [
      ...PEOPLE_OF_THREE,
      mfa({ user: 'dana@client.example', weakOnly: true, methods: ['sms'] }),
      mfa({ user: 'dana@client.example', directory: 'Duo', weakOnly: true, methods: ['phone'] }),
      mfa({ user: 'gone@client.example', weakOnly: true, methods: ['sms'] }),
    ],
    '1 of 1 ?',
    { scope: WITH_PEOPLE, remark: '1 account named by the exports, but not in' },
  ],
  [
    'mfa-bypass-accounts',
    'counts only where a bypass is told',
    () => [mfa({ bypass: true }), mfa({ user: 'sam', bypass: false })],
    'count 1',
    { exceptions: ['bypass allowed'] },
  ],
  ['mfa-bypass-accounts', 'silence is no zero', () => [mfa()], 'unknown: not-measured-by-source'],
]);
