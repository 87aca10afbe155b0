import { account, at, day, gist, measure, mfa, policy, review, setting, staff, undated, WITH_PEOPLE } from './records.ts';
import { describe, expect, it } from 'vitest';
import { tell } from './tell.ts';

const PEOPLE_OF_THREE = [staff('dana'), staff('sam'), staff('lee')];
const report = policy({ state: 'report-only', verbatim: 'enabledForReportingButNotEnforced' });

tell('second factor of people', [
  ['share-of-people-with-mfa-registered', 'counts those without a record in the denominator', () => [...PEOPLE_OF_THREE, mfa(), mfa({ user: 'SAM@client.example', registered: false })], '1 of 3', { scope: WITH_PEOPLE, exceptions: ['SAM', 'lee'] }],
  ['share-of-people-with-mfa-registered', 'a bypass cancels a registration', () => [...PEOPLE_OF_THREE, mfa({ bypass: true })], '0 of 3', { scope: WITH_PEOPLE }],
  ['share-of-people-with-mfa-registered', 'guests and disabled accounts are no people when there is no list', () => [mfa(), mfa({ user: 'g', userType: 'guest', registered: false }), mfa({ user: 'd', enabled: false, registered: false })], '1 of 1 ?'],
  ['share-of-people-with-mfa-registered', 'a share of an empty list is none', () => [staff('dana', { left: day('2026-01-01') }), mfa()], 'unknown: population-empty', { scope: WITH_PEOPLE }],
  ['share-of-people-with-mfa-registered', 'a second directory without it is not outweighed by the first', () => [staff('dana'), mfa(), mfa({ directory: 'google', registered: false, observed: day('2026-01-01') })], '0 of 1', { scope: WITH_PEOPLE }],
  ['share-of-people-with-mfa-enforced', 'registered is not enforced', () => [...PEOPLE_OF_THREE, mfa(), mfa({ user: 'sam@client.example' })], 'unknown: not-measured-by-source', { scope: WITH_PEOPLE }],
  ['share-of-people-with-mfa-enforced', 'an enforced policy for all covers everybody but those it leaves out by name', () => [...PEOPLE_OF_THREE, mfa(), policy({ exclusions: ['lee@client.example'] })], '2 of 3', { scope: WITH_PEOPLE, exceptions: ['lee'] }],
  ['share-of-people-with-mfa-enforced', 'a group left out is an exception even when nobody can say who is in it', () => [...PEOPLE_OF_THREE, policy({ exclusions: ['4b33-break-glass'] })], '3 of 3', { scope: WITH_PEOPLE, exceptions: ['4b33-break-glass'], remark: 'whose members no export names' }],
  ['share-of-people-with-mfa-enforced', 'report-only enforces nothing', () => [...PEOPLE_OF_THREE, mfa(), report], '0 of 3', { scope: WITH_PEOPLE, exceptions: ['report-only'] }],
  ['share-of-people-with-mfa-enforced', 'a bypass stands against the policy', () => [...PEOPLE_OF_THREE, mfa({ bypass: true }), policy()], '2 of 3', { scope: WITH_PEOPLE, exceptions: ['bypass'] }],
  ['share-of-people-with-mfa-enforced', 'per user where the tool says it', () => [mfa({ enforced: true }), mfa({ user: 'sam', enforced: false })], '1 of 2 ?'],
  ['share-of-people-with-mfa-enforced', 'a policy without anybody known is no share', () => [policy()], 'unknown: population-unknown'],
  ['share-of-people-with-only-weak-methods', 'is of those whose methods are told', () => [mfa({ weakOnly: true, methods: ['sms'] }), mfa({ user: 'sam', weakOnly: false }), mfa({ user: 'lee' })], '1 of 2 ?', { exceptions: ['dana'] }],
  ['mfa-bypass-accounts', 'counts only where a bypass is told', () => [mfa({ bypass: true }), mfa({ user: 'sam', bypass: false })], 'count 1', { exceptions: ['bypass allowed'] }],
  ['mfa-bypass-accounts', 'silence is no zero', () => [mfa()], 'unknown: not-measured-by-source'],
]);

tell('policies', [
  ['mfa-policy-enforced-for-all-users', 'holds for an enforced policy of all', () => [policy({ exclusions: ['Break glass'] })], 'holds', { exceptions: ['except Break glass'] }],
  ['mfa-policy-enforced-for-all-users', 'whom one leaves out the other may cover', () => [policy({ exclusions: ['Finance'] }), policy({ name: 'Second' })], 'holds', { exceptions: [] }],
  ['mfa-policy-enforced-for-all-users', 'report-only is not enforced', () => [report], 'does not hold', { exceptions: ['report-only'] }],
  ['mfa-policy-enforced-for-all-users', 'narrowed to some sign-ins is not all', () => [policy({ conditions: ['only untrusted networks'] })], 'does not hold', { exceptions: ['untrusted networks'] }],
  ['mfa-policy-enforced-for-all-users', 'policies about something else say nothing', () => [policy({ requires: ['compliant-device'] })], 'unknown: no-evidence'],
  ['mfa-policy-enforced-for-all-users', 'no policy, no answer', () => [], 'unknown: no-evidence'],
  ['mfa-policy-enforced-for-all-users', 'a state nobody understands is no yes and no no', () => [policy({ state: 'unknown', verbatim: '7' })], 'unknown: not-measured-by-source'],
  ['mfa-policy-enforced-for-all-users', 'a VPN policy is no policy of the directory', () => [policy({ scope: 'vpn' })], 'unknown: no-evidence'],
  ['mfa-policy-enforced-for-all-users', 'the newer export of a policy decides', () => [policy({ observed: day('2026-09-01') }), { ...report, observed: day('2026-10-01') }], 'does not hold'],
  ['mfa-policy-enforced-for-admins', 'admin roles are enough', () => [policy({ users: 'admin-roles' })], 'holds'],
  ['mfa-policy-enforced-for-admins', 'some users are not', () => [policy({ users: 'some' })], 'does not hold'],
  ['legacy-authentication-blocked', 'a block for all', () => [policy({ requires: ['block'], blocksLegacyAuthentication: true, conditions: ['client apps: exchangeActiveSync, other'] })], 'holds'],
  ['legacy-authentication-blocked', 'a second factor is no block of what knows none', () => [policy()], 'unknown: no-evidence'],
  ['mfa-on-remote-access', 'the directory does not reach the VPN', () => [policy()], 'unknown: no-evidence'],
  ['mfa-on-remote-access', 'each way in needs its own', () => [policy({ scope: 'vpn' }), policy({ name: 'RDP gateway', scope: 'rdp', state: 'off' })], 'does not hold', { exceptions: ['RDP gateway'] }],
  ['mfa-on-remote-access', 'VPN enforced for all', () => [policy({ scope: 'vpn', applications: 'some' })], 'holds'],
  ['mfa-on-network-devices', 'a firewall that demands nothing answers no', () => [policy({ scope: 'network-devices', requires: [] })], 'does not hold', { exceptions: ['demands no second factor'] }],
  ['mfa-on-vendor-access', 'some users are not all', () => [policy({ scope: 'rmm', users: 'some' })], 'does not hold'],
  ['mfa-on-business-applications', 'every application that was read', () => [policy({ name: 'EHR', scope: 'application' }), policy({ name: 'Payroll', scope: 'application', state: 'off' })], 'does not hold', { exceptions: ['Payroll'] }],
  ['mfa-on-endpoint-administration', 'remote desktop enforced', () => [policy({ scope: 'rdp' })], 'holds'],
  ['mfa-on-backup-console', 'one console without it is enough', () => [setting({ setting: 'console-mfa' }), setting({ subject: 'Other', setting: 'console-mfa', on: false, verbatim: 'Not Implemented' })], 'does not hold', { exceptions: ['Not Implemented'] }],
  ['mfa-on-backup-console', 'unable to detect is neither', () => [{ ...setting({ setting: 'console-mfa', verbatim: 'Unable to detect' }), on: undefined } as unknown as ReturnType<typeof setting>], 'unknown: not-measured-by-source'],
  ['mfa-on-backup-console', 'other settings say nothing', () => [setting()], 'unknown: no-evidence'],
]);

tell('privileged accounts and consoles', [
  ['share-of-privileged-accounts-with-mfa', 'admins of the directory’s list, whoever tells the factor', () => [account({ admin: true }), account({ user: 'root2@client.example', admin: true }), account({ user: 'old@client.example', admin: true, enabled: false }), mfa()], '1 of 2', { exceptions: ['no record of a second factor'] }],
  ['share-of-privileged-accounts-with-mfa', 'without a listing the list may be short', () => [mfa({ admin: true }), mfa({ user: 'x', admin: true, registered: false })], '1 of 2 ?'],
  ['share-of-privileged-accounts-with-mfa', 'an export that names everybody is a listing', () => [staff('dana'), mfa({ admin: true })], '1 of 1', { scope: WITH_PEOPLE }],
  ['share-of-privileged-accounts-with-mfa', 'a share of no admins is none', () => [account({ admin: false }), mfa({ admin: false })], 'unknown: population-empty'],
  ['share-of-privileged-accounts-with-strong-methods', 'an app is no strong method', () => [mfa({ admin: true, phishingResistant: true }), mfa({ user: 'sam', admin: true, phishingResistant: false, methods: ['push'] })], '1 of 2 ?', { exceptions: ['only push'] }],
  ['privileged-account-count', 'enabled ones, each once', () => [account({ admin: true }), mfa({ admin: true }), account({ user: 'x', admin: true, enabled: false })], 'count 1'],
  ['privileged-account-count', 'not told is no zero', () => [account()], 'unknown: no-evidence'],
  ['root-account-mfa', 'the root account alone', () => [account({ user: '<root_account>', userType: 'root', directory: 'aws', mfa: false }), account({ mfa: true })], 'does not hold', { exceptions: ['no second factor'] }],
  ['root-account-mfa', 'no root, no answer', () => [account({ mfa: true })], 'unknown: no-evidence'],
  ['mfa-on-cloud-consoles', 'users of the cloud console only', () => [account({ directory: 'aws', user: 'ann', mfa: true }), account({ directory: 'aws', user: 'bob', mfa: false }), mfa()], '1 of 2', { exceptions: ['bob'] }],
  ['mfa-on-cloud-consoles', 'an office suite is no cloud console', () => [account({ mfa: true, directory: 'google' })], 'unknown: no-evidence'],
]);

tell('accounts', [
  ['share-of-accounts-belonging-to-people', 'needs the list of people', () => [account()], 'unknown: population-unknown'],
  ['share-of-accounts-belonging-to-people', 'matches by address and by name', () => [staff('dana', { displayName: 'Dana Cole' }), account({ user: 'dcole', displayName: 'Cole, Dana', directory: 'ad' }), account({ user: 'ghost' }), account({ user: 'svc', userType: 'service' })], '1 of 2', { scope: WITH_PEOPLE, exceptions: ['ghost'] }],
  ['leavers-still-enabled', 'a list that tells no leaving cannot answer', () => [staff('dana'), account({ user: 'sam@client.example' })], 'unknown: not-measured-by-source'],
  ['leavers-still-enabled', 'left and still enabled', () => [staff('dana'), staff('sam', { left: day('2026-06-01') }), account(), account({ user: 'sam@client.example' })], 'count 1', { exceptions: ['sam'] }],
  ['leavers-still-enabled', 'leaving after the as-of date is no leaving', () => [staff('dana', { left: day('2026-12-01') }), staff('x', { left: day('2026-01-01') }), account()], 'count 0'],
  ['leavers-still-enabled', 'who came back has not left', () => [staff('dana', { left: day('2026-01-01'), observed: undated }), staff('dana', { observed: day('2026-10-01') }), account()], 'count 0', { scope: WITH_PEOPLE }],
  ['stale-enabled-accounts', 'never signed in is told, silence is not', () => [account({ lastSignIn: day('2026-07-16') }), account({ user: 'b', lastSignIn: day('2026-07-17') }), account({ user: 'c', neverSignedIn: true }), account({ user: 'd' })], 'count 2', { remark: 'Not told for 1 row' }],
  ['stale-enabled-accounts', 'silence alone is unknown', () => [account()], 'unknown: not-measured-by-source'],
  ['accounts-with-passwords-that-never-expire', 'enabled ones', () => [account({ passwordNeverExpires: true }), account({ user: 'b', passwordNeverExpires: true, enabled: false })], 'count 1'],
  ['shared-or-generic-accounts', 'untyped accounts that match nobody', () => [staff('dana'), account(), account({ user: 'frontdesk' }), account({ user: 'svc', userType: 'service' })], 'count 1', { scope: WITH_PEOPLE, exceptions: ['frontdesk'] }],
  ['shared-or-generic-accounts', 'needs the list of people', () => [account()], 'unknown: population-unknown'],
  ['access-keys-older-than-90-days', 'keys, not accounts', () => [account({ directory: 'aws', accessKeyAges: [day('2026-01-01'), day('2026-02-01')] }), account({ directory: 'aws', user: 'b', accessKeyAges: [] })], 'count 2', { exceptions: ['2 keys'] }],
  ['guest-accounts-enabled', 'guests only', () => [account({ userType: 'guest' }), account({ user: 'b', userType: 'member' })], 'count 1'],
  ['guest-accounts-enabled', 'untold types are unknown', () => [account()], 'unknown: not-measured-by-source'],
]);

const pending = () => review({ subject: 'sam', decision: 'not-reviewed', verbatim: 'NotReviewed', reviewed: undated });
tell('access reviews', [
  ['days-since-access-review', 'created is not performed', () => [pending()], 'unknown: no-evidence'],
  ['days-since-access-review', 'the newest decision', () => [review(), pending()], '75 days', { exceptions: ['NotReviewed'] }],
  ['days-since-access-review', 'a decision without a date is undated, whenever it was exported', () => [review({ reviewed: undated })], 'unknown: undated'],
  ['days-since-access-review', 'a decision after the as-of date does not count', () => [review({ reviewed: day('2026-10-16') })], 'unknown: no-evidence'],
  ['privileged-access-reviewed', 'privileged access only', () => [review(), review({ privileged: true, reviewed: day('2026-01-01') })], '287 days'],
  ['share-of-access-review-decisions-made', 'of all items', () => [review(), pending()], '1 of 2', { exceptions: ['NotReviewed'] }],
  ['share-of-access-review-removals-applied', 'a decision alone removes nothing', () => [review({ decision: 'removed', applied: false }), review({ subject: 'b', decision: 'removed', applied: true })], '1 of 2'],
  ['share-of-access-review-removals-applied', 'a share of no removals is none', () => [review()], 'unknown: population-empty'],
  ['access-reviews-over-period', 'quarters of the period', () => [review(), review({ reviewed: day('2026-08-01') }), review({ reviewed: day('2025-11-30') }), review({ reviewed: day('2025-09-30') })], '2 of 4 on 2025-11-30 2026-08-01'],
]);

describe('what a fact carries', () => {
  it('gives the weakest strength and the worse bound of the dates that decide', () => {
    const fact = measure('mfa-policy-enforced-for-all-users', [policy({ observed: at('2026-10-01T23:30:00Z') })], {
      ...WITH_PEOPLE,
      zone: 'Asia/Kolkata',
    });
    expect(fact).toMatchObject({ strength: 'C', newest: '2026-10-02', dateAssumed: false });
  });
  it('says when a date rests on a person’s word', () => {
    const stated = { ...day('2026-10-01'), basis: 'stated' } as const;
    expect(measure('mfa-policy-enforced-for-all-users', [policy({ observed: stated })])).toMatchObject({ dateAssumed: true });
  });
  it('keeps fifty exceptions and counts them all', () => {
    const crowd = Array.from({ length: 80 }, (_, index) => mfa({ user: `p${index}`, bypass: true }));
    const fact = measure('mfa-bypass-accounts', crowd);
    expect(gist(fact)).toBe('count 80');
    expect(fact).toMatchObject({ exceptionCount: 80 });
    expect(fact.status === 'known' && fact.exceptions.length).toBe(50);
  });
});
