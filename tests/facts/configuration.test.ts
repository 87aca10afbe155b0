import { check, owned, run, WITH_DEVICES } from './records.ts';
import { tell } from './tell.ts';

const inventory = () => [
  owned('WS01', { serial: 'SN1' }),
  owned('WS02'),
  owned('SRV01', { role: 'server' }),
  owned('OLD', { status: 'retired' }),
];

const scope = WITH_DEVICES;

const na = () => check({ rule: 'R0', outcome: 'not-applicable', verbatim: 'N/A' });

const macro = (target: string) => check({ rule: 'Block macros from the internet', target });

tell('configuration', [
  [
    'macro-checks-passed',
    'a setting of one device says nothing of the others',
    () => [...inventory(), macro('WS01')],
    '1 of 1 ?',
    { scope, remark: '1 of 3 devices' },
  ],
  [
    'macro-checks-passed',
    'shown for all when all were checked',
    () => [...inventory(), macro('WS01'), macro('WS02'), macro('SRV01')],
    '3 of 3',
    { scope },
  ],
  [
    'share-of-baseline-checks-passed',
    'not applicable is no pass, skipped and waived neither',
    () => [
      check(),
      check({ rule: 'R2', outcome: 'failed', verbatim: 'Fail' }),
      check({ rule: 'R3', outcome: 'not-reviewed', verbatim: 'Manual' }),
      check({ rule: 'R4', outcome: 'waived', verbatim: 'waived' }),
      na(),
    ],
    '1 of 4 ?',
    { exceptions: ['Fail', 'Manual', 'waived'] },
  ],
  [
    'share-of-baseline-checks-passed',
    'a result that somebody changed is not passed',
    () => [check({ original: 'Fail' })],
    '0 of 1 ?',
    { exceptions: ['changed by somebody'] },
  ],
  [
    'share-of-baseline-checks-passed',
    'everything not applicable is a share of nothing',
    () => [na(), run({ passed: 0, failed: 0, notApplicable: 44 })],
    'unknown: population-empty',
  ],
  [
    'failed-high-severity-checks',
    'what passed in a run that was not connected is no pass',
    () => [check({ from: { path: 'm.json', row: 1 } }), run({ complete: false, from: { path: 'm.json', row: 0 } })],
    'unknown: not-measured-by-source',
  ],
  [
    'failed-high-severity-checks',
    'what failed in a run that did not end has failed',
    () => [
      check({ from: { path: 'm.json', row: 1 }, outcome: 'failed', severity: 'high' }),
      run({ complete: false, from: { path: 'm.json', row: 0 } }),
    ],
    'count 1',
  ],
  [
    'share-of-baseline-checks-passed',
    'a run that was not connected proves nothing',
    () => [
      check({ from: { path: 'm.json', row: 1 } }),
      run({ complete: false, from: { path: 'm.json', row: 0 }, passed: 179 }),
    ],
    'unknown: population-empty',
  ],
  [
    'share-of-baseline-checks-passed',
    'counts of runs where there are no checks',
    () => [owned('WS01'), run({ target: 'WS01', passed: 17, failed: 1, notApplicable: 26, skipped: 2 })],
    '17 of 20',
    { scope, exceptions: ['26 not applicable'] },
  ],
  [
    'share-of-baseline-checks-passed',
    'where an export lists only what did not pass, its own count tells what did',
    () => [
      check({ outcome: 'warning', verbatim: 'suggestion', from: { path: 'lynis.dat', row: 1 } }),
      run({ passed: 33, failed: 1, notApplicable: 0, skipped: 0, from: { path: 'lynis.dat', row: 0 } }),
      check({ rule: 'R2', from: { path: 'oscap.xml', row: 1 } }),
      check({ rule: 'R3', outcome: 'failed', verbatim: 'fail', from: { path: 'oscap.xml', row: 2 } }),
    ],
    '34 of 36 ?',
    {
      exceptions: ['33 passed, 1 failed', 'R3'],
      remark: 'By the counts of whole runs: 34 checks, of which 0 were skipped.',
    },
  ],
  [
    'share-of-baseline-checks-passed',
    'where nothing tells what passed, that is said',
    () => [
      check({ outcome: 'failed', verbatim: '10 points', from: { path: 'pingcastle.xml', row: 1 } }),
      run({ passed: 0, failed: 1, from: { path: 'pingcastle.xml', row: 0 } }),
    ],
    '0 of 1 ?',
    { remark: 'pingcastle.xml lists no check that passed: none did, or it lists only those that did not.' },
  ],
  [
    'share-of-baseline-checks-passed',
    'one of three devices is not all',
    () => [...inventory(), run({ target: 'WS01' })],
    '17 of 18 ?',
    { scope, remark: '1 of 3 devices' },
  ],
  [
    'failed-high-severity-checks',
    'muted and failed is failed',
    () => [
      check({ outcome: 'failed', severity: 'high', muted: true, verbatim: 'FAIL' }),
      check({ rule: 'R2', outcome: 'failed', severity: 'low', verbatim: 'FAIL' }),
    ],
    'count 1',
  ],
  [
    'failed-high-severity-checks',
    'without severities unknown',
    () => [check({ outcome: 'failed', verbatim: 'FAIL' })],
    'unknown: not-measured-by-source',
  ],
  [
    'days-since-configuration-assessment',
    'a run in which nothing applied is none',
    () => [run({ passed: 0, failed: 0, notApplicable: 44 })],
    'unknown: none-counts',
  ],
  ['days-since-configuration-assessment', 'one that did', () => [run()], '14 days'],
  [
    'checks-with-changed-results',
    'omitted, muted, rewritten, waived',
    () => [
      check({ verbatim: 'Omitted', outcome: 'not-reviewed' }),
      check({ rule: '2', muted: true }),
      check({ rule: '3', original: 'Fail' }),
      check({ rule: '4', outcome: 'waived', verbatim: 'Waived' }),
      check({ rule: '5' }),
    ],
    'count 4',
  ],
  [
    'email-authentication-checks-passed',
    'by the words of the rule',
    () => [
      check({ title: 'An SPF policy SHALL be published' }),
      check({ rule: 'dmarc_record', outcome: 'failed', verbatim: 'Fail' }),
      check({ rule: 'R9', title: 'Passwords' }),
    ],
    '1 of 2',
  ],
  [
    'email-authentication-checks-passed',
    'checks about other things are none',
    () => [check({ title: 'Passwords' })],
    'unknown: no-evidence',
  ],
  [
    'email-authentication-checks-passed',
    'a run that was not connected proves nothing',
    () => [
      check({ title: 'SPF', from: { path: 'm.json', row: 1 } }),
      run({ complete: false, from: { path: 'm.json', row: 0 } }),
    ],
    'unknown: no-evidence',
  ],
  ['macro-checks-passed', 'macros', () => [check({ title: 'Block macros from the internet' })], '1 of 1 ?'],
  [
    'cloud-configuration-checks-passed',
    'tenants',
    () => [check(), check({ rule: 'x', title: 'Ensure MFA for S3 delete', outcome: 'failed', verbatim: 'FAIL' })],
    '1 of 2',
  ],
  [
    'script-and-protocol-checks-passed',
    'underscores separate words',
    () => [check({ rule: 'xccdf_content_rule_disable_smbv1' })],
    '1 of 1 ?',
  ],
  [
    'session-lock-checks-passed',
    'screen savers',
    () => [
      check({
        rule: 'dconf_gnome_screensaver_lock',
        title: 'Enable the screen saver lock',
        outcome: 'failed',
        verbatim: 'fail',
      }),
    ],
    '0 of 1 ?',
  ],
  [
    'mail-filtering-checks-passed',
    'phishing-resistant sign-in is no mail filter',
    () => [check({ title: 'Phishing-resistant MFA SHALL be enforced' })],
    'unknown: no-evidence',
  ],
  [
    'mail-filtering-checks-passed',
    'an agent on a device has a quarantine too, and filters no mail',
    () => [
      check({ rule: 'NextGenAV', title: 'Quarantine' }),
      check({ rule: 'CloudAntiMalware', title: 'Cloud Anti-malware' }),
    ],
    'unknown: no-evidence',
  ],
  [
    'mail-filtering-checks-passed',
    'malware in mail',
    () => [check({ title: 'Emails SHALL be scanned for malware' }), check({ rule: 'R2', title: 'Quarantine of mail' })],
    '2 of 2',
  ],
  [
    'cloud-configuration-checks-passed',
    'an agent that calls a part of itself cloud is no cloud service',
    () => [check({ rule: 'CloudAntiMalware', title: 'Cloud Anti-malware' })],
    'unknown: no-evidence',
  ],
  ['mail-filtering-checks-passed', 'filters', () => [check({ title: 'A spam filter SHALL be enabled' })], '1 of 1'],
  [
    'external-tagging-checks-passed',
    'warnings',
    () => [check({ title: 'External sender warnings SHALL be implemented' })],
    '1 of 1',
  ],
  ['audit-logging-checks-passed', 'logs', () => [check({ title: 'Unified Audit logging SHALL be enabled' })], '1 of 1'],
]);
