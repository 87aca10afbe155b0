import { day, policy, setting, undated } from './records.ts';
import { tell } from './tell.ts';

const report = policy({ state: 'report-only', verbatim: 'enabledForReportingButNotEnforced' });

tell('policies', [
  [
    'mfa-on-business-applications',
    'two policies of one row: neither covers whom the other leaves out',
    () => [
      policy({ scope: 'application', exclusions: ['dana@client.example'], from: { path: 'apps.csv', row: 2 } }),
      policy({ scope: 'application', exclusions: [], observed: undated, from: { path: 'apps.csv', row: 2 } }),
    ],
    'does not hold',
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'holds for an enforced policy of all',
    () => [policy()],
    'holds',
    { exceptions: [] },
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'whom one leaves out the other may cover',
    () => [policy({ exclusions: ['Finance'] }), policy({ name: 'Second' })],
    'holds',
    { exceptions: [] },
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'report-only is not enforced',
    () => [report],
    'does not hold',
    { exceptions: ['report-only'] },
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'narrowed to some sign-ins is not all',
    () => [policy({ conditions: ['only untrusted networks'] })],
    'does not hold',
    { exceptions: ['untrusted networks'] },
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'policies about something else say nothing',
    () => [policy({ requires: ['compliant-device'] })],
    'unknown: no-evidence',
  ],
  ['mfa-policy-enforced-for-all-users', 'no policy, no answer', () => [], 'unknown: no-evidence'],
  [
    'mfa-policy-enforced-for-all-users',
    'a state nobody understands is no yes and no no',
    () => [policy({ state: 'unknown', verbatim: '7' })],
    'unknown: not-measured-by-source',
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'a VPN policy is no policy of the directory',
    () => [policy({ scope: 'vpn' })],
    'unknown: no-evidence',
  ],
  [
    'mfa-policy-enforced-for-all-users',
    'the newer export of a policy decides',
    () => [policy({ observed: day('2026-09-01') }), { ...report, observed: day('2026-10-01') }],
    'does not hold',
  ],
  ['mfa-policy-enforced-for-admins', 'admin roles are enough', () => [policy({ users: 'admin-roles' })], 'holds'],
  ['mfa-policy-enforced-for-admins', 'some users are not', () => [policy({ users: 'some' })], 'does not hold'],
  [
    'legacy-authentication-blocked',
    'a block for all',
    () => [
      policy({
        requires: ['block'],
        blocksLegacyAuthentication: true,
        conditions: ['client apps: exchangeActiveSync, other'],
      }),
    ],
    'holds',
  ],
  [
    'legacy-authentication-blocked',
    'a second factor is no block of what knows none',
    () => [policy()],
    'unknown: no-evidence',
  ],
  ['mfa-on-remote-access', 'the directory does not reach the VPN', () => [policy()], 'unknown: no-evidence'],
  [
    'mfa-on-remote-access',
    'each way in needs its own',
    () => [policy({ scope: 'vpn' }), policy({ name: 'RDP gateway', scope: 'rdp', state: 'off' })],
    'does not hold',
    { exceptions: ['RDP gateway'] },
  ],
  ['mfa-on-remote-access', 'VPN enforced for all', () => [policy({ scope: 'vpn', applications: 'some' })], 'holds'],
  [
    'mfa-on-network-devices',
    'a firewall that demands nothing answers no',
    () => [policy({ scope: 'network-devices', requires: [] })],
    'does not hold',
    { exceptions: ['demands no second factor'] },
  ],
  ['mfa-on-vendor-access', 'some users are not all', () => [policy({ scope: 'rmm', users: 'some' })], 'does not hold'],
  [
    'mfa-on-business-applications',
    'every application that was read',
    () => [
      policy({ name: 'EHR', scope: 'application' }),
      policy({ name: 'Payroll', scope: 'application', state: 'off' }),
    ],
    'does not hold',
    { exceptions: ['Payroll'] },
  ],
  ['mfa-on-endpoint-administration', 'remote desktop enforced', () => [policy({ scope: 'rdp' })], 'holds'],
  [
    'mfa-on-backup-console',
    'one console without it is enough',
    () => [
      setting({ setting: 'console-mfa' }),
      setting({ subject: 'Other', setting: 'console-mfa', on: false, verbatim: 'Not Implemented' }),
    ],
    'does not hold',
    { exceptions: ['Not Implemented'] },
  ],
  [
    'mfa-on-backup-console',
    'unable to detect is neither',
    () => [
      { ...setting({ setting: 'console-mfa', verbatim: 'Unable to detect' }), on: undefined } as unknown as ReturnType<
        typeof setting
      >,
    ],
    'unknown: not-measured-by-source',
  ],
  ['mfa-on-backup-console', 'other settings say nothing', () => [setting()], 'unknown: no-evidence'],
]);
