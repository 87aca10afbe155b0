import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/intake/contract.ts';
import { UNDATED } from '../../src/model/observed.ts';
import { asset, engagement, exhibit, read, source } from './world.ts';

const head = { observed: UNDATED, strength: 'C' } as const;
const users: Reading = {
  shape: 'table',
  required: ['User'],
  row: (row) => ({
    ...head,
    kind: 'user-account',
    user: row.text('User') ?? '',
    userType: row.text('Type') === 'Guest' ? 'guest' : 'member',
    enabled: true,
    directory: 'd',
  }),
};
const devices: Reading = {
  shape: 'table',
  required: ['Device'],
  row: (row) => ({
    ...head,
    kind: 'endpoint-protection',
    device: row.text('Device') ?? '',
    product: 'P',
    mode: 'block',
  }),
};
const tenant: Reading = {
  shape: 'json',
  items: 'items',
  required: ['id'],
  item: (item) => (item.has('nothing') ? undefined : asset('NL-1')),
  produced: (file) => ({ ...(file.document.has('org') && { tenant: file.document.text('org') ?? '' }) }),
};
const sources = { users: source([users]), devices: source([devices]), tenant: source([tenant]) };
const OURS = '11111111-2222-4333-8444-555555555555';
const THEIRS = '99999999-2222-4333-8444-555555555555';
const client = { identifiers: { domains: ['northlake.example'], tenants: [OURS], hostPrefixes: ['NL-'] } };

async function foreign(content: string, identifiers: object = client) {
  const { report } = await read(exhibit('x', content), sources, { engagement: engagement(identifiers) });
  expect(report.status).toBe('read');
  expect(report.notes.some(({ code, severity }) => code === 'wrong-client' && severity === 'error')).toBe(
    report.foreign !== null,
  );
  return report.foreign;
}

describe('an alarm', () => {
  it.each([
    [
      'most people have addresses elsewhere',
      'User\na@rival.example\nb@rival.example\nc@northlake.example\n',
      'rival.example',
    ],
    ['the devices are named by another rule', 'Device\nACME-1\nACME-2\nACME-PC3\n', 'ACME-…'],
    ['the document names another tenant', `{"tenantId":"${THEIRS}","items":[{"id":1}]}`, THEIRS],
    ['the reading tells another tenant', `{"org":"${THEIRS}","items":[{"id":1}]}`, THEIRS],
    [
      'one row among ours is another tenant’s',
      `User,TenantId\na@northlake.example,${OURS}\nb@northlake.example,${THEIRS}\n`,
      THEIRS,
    ],
    ['the tenant has another domain', '{"org":"rival.example","items":[{"id":1}]}', 'rival.example'],
  ])('when %s', async (_, content, found) => {
    expect(await foreign(content)).toBe(found);
  });
});

describe('no alarm', () => {
  it.each([
    ['for some outsiders', 'User\na@northlake.example\nb@mail.northlake.example\nc@rival.example\n'],
    [
      'for guests',
      'User,Type\na@rival.example,Guest\nb@rival.example,Guest\nc@northlake.example,Member\nd_rival#EXT#@x.onmicrosoft.com,Member\n',
    ],
    ['for mailboxes of private people', 'User\na@gmail.com\nb@gmail.com\nc@gmail.com\n'],
    ['for a first domain of which nothing is known', 'User\na@rival.onmicrosoft.com\nb@rival.onmicrosoft.com\n'],
    ['for names that are no addresses', 'User\nroot\nbackup\nwww-data\n'],
    ['for one of our devices among others', 'Device\nACME-1\nACME-2\nACME-3\nNL-4\n'],
    ['for devices without a common rule', 'Device\nfrontdesk\nscanner\nx-ray\n'],
    ['for our own tenant', `{"tenantId":"${OURS.toUpperCase()}","items":[{"id":1}]}`],
    ['for a tenant in words', '{"org":"Tenant (not connected)","items":[{"id":1}]}'],
  ])('%s', async (_, content) => {
    expect(await foreign(content)).toBeNull();
  });

  it('when the engagement tells no identifiers', async () => {
    expect(await foreign(`User,TenantId\na@rival.example,${THEIRS}\nb@rival.example,${THEIRS}\n`, {})).toBeNull();
  });
});

it('alarms also where the file of somebody else holds no evidence', async () => {
  const content = JSON.stringify({ org: THEIRS, items: [{ id: 1, nothing: true }] });
  const { report } = await read(exhibit('x', content), sources, { engagement: engagement(client) });
  expect([report.status, report.foreign]).toEqual(['empty', THEIRS]);
  expect(report.notes.map(({ code }) => code)).toContain('wrong-client');
});
