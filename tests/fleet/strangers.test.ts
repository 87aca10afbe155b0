import { describe, expect, it } from 'vitest';
import { identifiersSaid, indexOf } from '../../src/fleet/identifiers.ts';
import { strangersIn } from '../../src/fleet/strangers.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { Identifiers } from '../../src/model/engagement.ts';

const HARBOR = '7d0b1c52-0000-4000-8000-0000000000b2';
const ids = (said: object) => Identifiers.parse(said);
const lakeside = {
  id: 'lakeside',
  name: 'Lakeside Family Dental',
  identifiers: ids({ domains: ['lakeside.example', 'northlake.example'], hostPrefixes: ['LFD-'] }),
};
const harbor = {
  id: 'harbor',
  name: 'Harbor Books',
  identifiers: ids({
    domains: ['harbor.example', 'onmicrosoft.com', 'gmail.com', 'northlake.example'],
    tenants: [HARBOR],
    hostPrefixes: ['HBR-', 'A-'],
    publicAddresses: ['203.0.113.80'],
  }),
};
const nobody = ids({});
const { index, claimedTwice } = indexOf([lakeside, harbor], nobody);

const exhibit = (path: string, text: string) => ({
  id: sha256(text),
  path,
  size: text.length,
  async *open() {
    yield Buffer.from(text);
  },
});

const found = async (path: string, text: string, mentions: readonly string[] = []) =>
  (await strangersIn([exhibit(path, text)], { index, own: 'lakeside', mentions })).map(
    ({ path: at, line, value, client }) => `${at}:${line} ${value} of ${client}`,
  );

describe('what tells one client from another', () => {
  it('is what one of them alone claims, and no service’s or mailbox’s name', () => {
    expect(index.map(([kind, value, client]) => `${kind} ${value} ${client}`)).toEqual([
      'address 203.0.113.80 harbor',
      'domain harbor.example harbor',
      'domain lakeside.example lakeside',
      'host-prefix hbr- harbor',
      'host-prefix lfd- lakeside',
      `tenant ${HARBOR} harbor`,
    ]);
    expect(claimedTwice).toEqual([{ kind: 'domain', value: 'northlake.example', clients: ['harbor', 'lakeside'] }]);
  });

  it('is not what the portfolio shares', () => {
    const shared = indexOf([lakeside, harbor], ids({ domains: ['northlake.example'], hostPrefixes: ['hbr-'] }));
    expect(shared.claimedTwice).toEqual([]);
    expect(shared.index.some(([, value]) => value === 'hbr-')).toBe(false);
  });

  it('is known also of a client whose engagement is wrong elsewhere', () => {
    expect(identifiersSaid({ client: { name: 'X', identifiers: { domains: ['x.example'] } }, nonsense: 1 })).toEqual({
      name: 'X',
      identifiers: ids({ domains: ['x.example'] }),
    });
    expect(identifiersSaid('no table')).toBeUndefined();
    expect(identifiersSaid({ client: { name: 'X', identifiers: { domians: [] } } })).toBeUndefined();
  });
});

describe('an exhibit of one client', () => {
  it.each([
    ['a person', 'mail\nkim@lakeside.example\npat@harbor.example\n', 'x.csv:3 harbor.example of harbor'],
    ['a tenant', `a,b\r\nKim,${HARBOR.toUpperCase()}\r\n`, `x.csv:2 ${HARBOR} of harbor`],
    ['two devices', 'device,ok\nHBR-01,yes\nhbr-02,yes\n', 'x.csv:3 hbr- of harbor'],
    ['a host', 'seen srv1.harbor.example up', 'x.csv:1 harbor.example of harbor'],
    ['an address', 'open ports on 203.0.113.80: 443', 'x.csv:1 203.0.113.80 of harbor'],
  ])('that holds %s of another stops it, with file and line', async (_, text, expected) => {
    expect(await found('x.csv', text)).toEqual([expected]);
  });

  it.each([
    ['its own people', 'kim@lakeside.example\nLFD-01\n'],
    ['one host that begins alike', 'HBR-01 was seen\n'],
    ['a word that only begins alike', 'hbrxyz and HBRS\n'],
    ['the address of a page', 'visited https://harbor.example/prices\n'],
    ['mail between the two', 'kim@lakeside.example > pat@harbor.example delivered\n'],
    ['a guest', 'pat_harbor.example#EXT#@contoso.onmicrosoft.com,pat@harbor.example\n'],
    ['what both claim', 'monitor.northlake.example, someone@gmail.com\n'],
    ['a domain that ends alike', 'pat@notharbor.example\n'],
  ])('with %s does not', async (_, text) => {
    expect(await found('x.csv', text)).toEqual([]);
  });

  it('is looked at object by object where it is made of objects', async () => {
    const guest = { mail: 'pat@harbor.example', upn: 'pat_harbor.example#EXT#@lakeside.example' };
    const ours = { mail: 'kim@lakeside.example', note: 'brackets } and "quotes\\' };
    const theirs = { mail: 'pat@harbor.example', more: { of: 'lakeside.example' } };
    expect(await found('users.json', JSON.stringify({ value: [guest, ours] }, null, 1))).toEqual([]);
    expect(await found('users.json', JSON.stringify({ value: [ours, theirs, ours] }))).toEqual([
      'users.json:1 harbor.example of harbor',
    ]);
    expect(await found('users.json', JSON.stringify(['pat@harbor.example', 'kim@lakeside.example']))).toHaveLength(1);
  });

  it('is told by its name too', async () => {
    expect(await found('export-harbor.example.csv', 'a,b\n')).toEqual([]);
    expect(await found('harbor.example/users.csv', 'a,b\n')).toEqual([
      'harbor.example/users.csv:0 harbor.example of harbor',
    ]);
  });

  it('may name whom it does business with', async () => {
    expect(await found('x.csv', 'pat@harbor.example\n', ['harbor'])).toEqual([]);
  });

  it('is looked at over the borders of what is read at once', async () => {
    const text = `${'filler line\n'.repeat(200_000)}pat@harbor.example\n`;
    const pieces = {
      ...exhibit('log.txt', text),
      async *open() {
        for (let at = 0; at < text.length; at += 65_537) yield Buffer.from(text.slice(at, at + 65_537));
      },
    };
    const [stranger] = await strangersIn([pieces], { index, own: 'lakeside', mentions: [] });
    expect(stranger).toMatchObject({ line: 200_001, client: 'harbor' });
  });
});
