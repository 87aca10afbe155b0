import { describe, expect, it } from 'vitest';
import { PortfolioDefaults } from '../../src/model/portfolio.ts';
import { settingsOf, withDefaults } from '../../src/model/portfolio-defaults.ts';
import fc from '../house/fast-check.ts';

describe('what a portfolio says for its clients', () => {
  const northlake = PortfolioDefaults.parse({
    asOf: '2026-10-15',
    parties: { msp: { name: 'Northlake IT', contact: 'Priya Nair' } },
    thresholds: { 'critical-patch-days': 14 },
    frameworks: ['cyber-insurance'],
    brand: { organisation: 'Northlake IT', colour: '#0B5FA5' },
  });

  it('goes wherever the client has no word of its own', () => {
    expect(withDefaults({ client: { name: 'Lakeside' } }, northlake)).toEqual({
      client: { name: 'Lakeside' },
      ...northlake,
    });
  });

  it('is laid under a party, a threshold and a brand, and gives way to a list as a whole', () => {
    const lakeside = {
      parties: { msp: { contact: 'Omar Haddad' }, 'internal-it': { name: 'Sam Ortiz' } },
      thresholds: { 'restore-days': 30 },
      frameworks: ['nist-csf-2.0'],
      brand: { colour: '#123456' },
    };
    expect(withDefaults(lakeside, northlake)).toEqual({
      asOf: '2026-10-15',
      parties: { msp: { name: 'Northlake IT', contact: 'Omar Haddad' }, 'internal-it': { name: 'Sam Ortiz' } },
      thresholds: { 'restore-days': 30, 'critical-patch-days': 14 },
      frameworks: ['nist-csf-2.0'],
      brand: { organisation: 'Northlake IT', colour: '#123456' },
    });
  });

  it('lends no colour to a brand file of the client’s own', () => {
    const own = { brand: { from: 'brand.yml' } };
    expect(withDefaults(own, northlake)).toMatchObject({ brand: { from: 'brand.yml' } });
    expect(withDefaults(own, northlake)).not.toHaveProperty('brand.colour');
  });

  it('can be told apart from what the client says', () => {
    const told = settingsOf({ parties: { msp: { contact: 'Omar Haddad' } }, asOf: '2026-11-01' }, northlake);
    expect(told.filter(({ key }) => /^(asOf|parties|frameworks)/.test(key))).toEqual([
      { key: 'asOf', value: '2026-11-01', from: 'client' },
      { key: 'frameworks', value: ['cyber-insurance'], from: 'portfolio' },
      { key: 'parties.msp.contact', value: 'Omar Haddad', from: 'client' },
      { key: 'parties.msp.name', value: 'Northlake IT', from: 'portfolio' },
    ]);
  });

  it.each([
    'claims',
    'attestations',
    'exhibits',
    'populations',
    'redaction',
    'applicability',
    'password',
    'sign',
  ])('has no place for %s', (key) => {
    expect(PortfolioDefaults.safeParse({ [key]: [] }).success).toBe(false);
  });
});

const word = fc.constantFrom('msp', 'vciso', 'critical-patch-days', 'name', 'contact', 'colour', 'organisation');
const leaf = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
const table = fc.dictionary(word, fc.oneof(leaf, fc.dictionary(word, leaf, { maxKeys: 3 })), { maxKeys: 4 });
const key = fc.constantFrom('client', 'parties', 'authority', 'thresholds', 'brand', 'frameworks', 'asOf', 'claims');
const engagement = fc.dictionary(key, fc.oneof(leaf, table), { maxKeys: 6 });
const defaults = fc.dictionary(key, fc.oneof(leaf, table), { maxKeys: 6 }).map((said) => {
  // Shapes as odd as no schema lets through: the merge must not depend on them.
  return said as unknown as PortfolioDefaults;
});

describe('for any two of them', () => {
  it('the word of the client always goes', () => {
    fc.assert(
      fc.property(engagement, defaults, (own, given) => {
        for (const [path, value] of leavesOf(own)) expect(at(withDefaults(own, given), path)).toEqual(value);
      }),
    );
  });

  it('nothing goes that neither said', () => {
    fc.assert(
      fc.property(engagement, defaults, (own, given) => {
        for (const [path, value] of leavesOf(withDefaults(own, given)))
          expect([at(own, path), at(given, path)]).toContainEqual(value);
      }),
    );
  });

  it('nothing of one client reaches another, and nothing is changed', () => {
    fc.assert(
      fc.property(engagement, engagement, defaults, (one, other, given) => {
        const before = JSON.stringify([one, other, given]);
        const alone = withDefaults(other, given);
        withDefaults(one, given);
        expect(withDefaults(other, given)).toEqual(alone);
        expect(JSON.stringify([one, other, given])).toBe(before);
      }),
    );
  });

  it('a setting is told as whose it is', () => {
    fc.assert(
      fc.property(engagement, defaults, (own, given) => {
        const whole = withDefaults(own, given);
        for (const { key: name, value, from } of settingsOf(own, given)) {
          expect(at(whole, name.split('.'))).toEqual(value);
          expect(at(from === 'client' ? own : given, name.split('.'))).toEqual(value);
        }
      }),
    );
  });
});

function leavesOf(value: unknown, path: readonly string[] = []): readonly (readonly [readonly string[], unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}
