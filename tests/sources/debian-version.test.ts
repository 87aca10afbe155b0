import { expect, it } from 'vitest';
import { compareDebianVersions } from '../../src/sources/kit/debian-version.ts';
import fc from '../house/fast-check.ts';

// Each is later than the one before it; dpkg --compare-versions says the same.
const RISING = [
  '0.9~rc1-1',
  '0.9-1',
  '0.9+b1-1',
  '0.10-1~bpo1',
  '0.10-1',
  '0.10-1+deb13u1',
  '0.10-1+deb13u10',
  '590-2.1~deb12u2',
  '668-1',
  '1:0.1-1',
];

it('orders versions as dpkg does', () => {
  for (const [at, version] of RISING.entries()) {
    expect(compareDebianVersions(version, version)).toBe(0);
    for (const later of RISING.slice(at + 1)) {
      expect(compareDebianVersions(version, later), `${version} < ${later}`).toBeLessThan(0);
      expect(compareDebianVersions(later, version), `${later} > ${version}`).toBeGreaterThan(0);
    }
  }
});

it('is the same from both sides', () => {
  const version = fc.stringMatching(/^[0-9][0-9a-z.+~]{0,6}(-[0-9a-z.+~]{1,4})?$/);
  fc.assert(
    fc.property(version, version, (a, b) => {
      expect(Math.sign(compareDebianVersions(a, b))).toBe(-Math.sign(compareDebianVersions(b, a)) || 0);
    }),
  );
});
