import { describe, expect, it } from 'vitest';
import { PLANTED_KINDS, plant, planted } from '../../bench/planted.mjs';
import { SIGHTING_CLASSES } from '../../src/model/sighting.ts';
import { sightingsIn } from '../../src/redaction/index.ts';
import { kindOfName } from '../../src/redaction/kinds/names.ts';
import { exportsIn, search, without } from './world.ts';

const CARRIERS = exportsIn('fixtures/clients/dental').filter(({ path }) =>
  /ad-users\.csv|intune-managed-devices\.json|restic-backup.*jsonl|external-nmap|history\.log|lynis-report/.test(path),
);

describe('a secret in an export of real shape', () => {
  it.each(PLANTED_KINDS)('%s is found, whatever holds it', async (kind) => {
    for (let variant = 0; variant < 6; variant += 1) {
      const what = plant(kind, variant);
      const carrier = CARRIERS[variant % CARRIERS.length];
      const text = planted(carrier?.path ?? '', carrier?.bytes.toString('utf8') ?? '', what);
      const rest = await without(text);
      for (const form of [what.value, JSON.stringify(what.value).slice(1, -1)])
        expect(rest.includes(form), `${carrier?.path}: ${what.line ?? what.name}`).toBe(false);
    }
  });

  it('has a planted sample of every kind that stops a build', () => {
    const stopping = Object.entries(SIGHTING_CLASSES).flatMap(([kind, of]) => (of === 'personal' ? [] : [kind]));
    expect(stopping.filter((kind) => !PLANTED_KINDS.includes(kind))).toEqual([]);
    expect(stopping.length).toBeGreaterThan(50);
  });

  it('is not switched off by what the export says of itself', async () => {
    const comments = ['# secretlint-disable', '// gitleaks:allow', '<!-- nosec -->', 'pragma: allowlist secret'];
    for (const comment of comments) {
      const rest = await without(`${comment}\npassword=Winter2024!  ${comment}\n`);
      expect(rest).not.toContain('Winter2024!');
    }
  });
});

describe('clean exports', () => {
  const files = [...exportsIn('fixtures/clients'), ...exportsIn('fixtures/sources')];

  it('raise at most one false alarm in a thousand rows', async () => {
    const { found, searched } = await search(files);
    const rows = files.reduce((sum, { bytes }) => sum + bytes.toString('latin1').split('\n').length, 0);
    const alarms = found.filter((each) => each.class !== 'personal');
    expect(alarms.map(({ path, kind }) => `${path} ${kind}`)).toEqual([]);
    expect(searched.files).toBeGreaterThan(350);
    expect(alarms.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(rows / 1000);
  });

  it('show the people and machines that they name', async () => {
    const { found, values } = await search(files.filter(({ path }) => path.includes('clients/dental')));
    const kinds = new Set(found.map(({ kind }) => kind));
    for (const kind of ['person-name', 'email-address', 'account-name', 'device-name', 'device-number', 'ip-address'])
      expect(kinds).toContain(kind);
    expect(values.get('LFD-WS07')).toBe('device-name');
  });
});

describe('a name', () => {
  it.each([
    'passwordPolicy',
    'sessionTimeout',
    'PasswordLastSet',
    'password_last_changed',
    'passwordNeverExpires',
    'badPwdCount',
    'Password policy',
    'tokenExpiry',
    'secret_id',
    'keyId',
    'Access key ID',
    'access_key_1_last_rotated',
    'publicKeyToken',
    'nextToken',
    'hasPassword',
    'pass',
    'key',
    'fingerprint',
    'cert_1_active',
    'mfa_active',
    'Treatment',
    'changePassword',
  ])('%s holds no secret', (name) => {
    expect(kindOfName(name)).toBeUndefined();
  });

  it.each([
    ['ms-Mcs-AdmPwd', 'local-administrator-password'],
    ['Client Secret', 'client-secret'],
    ['SecretAccessKey', 'aws-secret-key'],
    ['userPassword', 'password'],
    ['SNMP Community String', 'snmp-community'],
    ['patient_dob', 'date-of-birth'],
    ['userPrincipalName', 'account-name'],
    ['Last Logged On User', 'account-name'],
  ])('%s holds %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  it.each([
    'enabled',
    '********',
    'not set',
    'N/A',
    '%PASSWORD%',
    '[redacted]',
    'True',
    '90',
    '2026-10-01',
    'Users must change it at next logon',
  ])('of a secret over the value "%s" holds none either', (value) => {
    const found = sightingsIn(`{"password": "${value}"}\n<password>${value}</password>\n`);
    expect(found.filter(({ kind }) => SIGHTING_CLASSES[kind] === 'secret')).toEqual([]);
  });
});

describe('a number that only looks like one', () => {
  it.each([
    ['a card whose sum is wrong', '4111 1111 1111 1112'],
    ['a number of social security that is never given out', 'id 000-12-3456 and 666-12-3456'],
    [
      'a recovery key whose groups are no multiples of eleven',
      '123456-123456-123456-123456-123456-123456-123456-123456',
    ],
    ['an account whose sum is wrong', 'DE00370400440532013000'],
    ['a version', 'agent version 7.18.0.21'],
  ])('%s is left alone', (_, text) => {
    expect(sightingsIn(text)).toEqual([]);
  });
});
