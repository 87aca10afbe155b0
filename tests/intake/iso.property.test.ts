import { expect, it } from 'vitest';
import { readIso } from '../../src/intake/dates/iso.ts';
import { readWritten } from '../../src/intake/dates/written.ts';
import fc from '../house/fast-check.ts';

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^\\d{${least},${most}}$`));
const clock = fc
  .tuple(
    fc.constantFrom('T', ' ', 't', '  ', ''),
    fc.integer({ min: 0, max: 25 }),
    fc.integer({ min: 0, max: 61 }),
    fc.constantFrom('', ':00', ':59', ':60', ':5', ':07.1', ':07.123', ':07.123456789', ':07.1234567890', ':07,5'),
    fc.constantFrom('', 'Z', 'z', ' Z', '+02:00', '-0530', '+02', '+15:00', '-14:30', ' +01:00', 'EST', '+2:00', 'Z '),
  )
  .map(([between, h, m, rest, zone]) => `${between}${two(h)}:${two(m)}${rest}${zone}`);
const dates = fc
  .tuple(digits(3, 4), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.constantFrom('-', '-', '/'))
  .map(([y, m, d, by]) => `${y}${by}${two(m)}${by}${two(d)}`);
const texts = fc.oneof(
  fc.tuple(dates, fc.oneof(fc.constant(''), clock)).map((parts) => parts.join('')),
  fc.tuple(dates, fc.stringMatching(/^[T :.Z+\d-]{0,12}$/)).map((parts) => parts.join('')),
);

// A space in front is none of the fast form's, and the patterns strip it.
it('reads the form of machines exactly as the patterns do', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const fast = readIso(text);
      if (fast) expect(fast).toEqual(readWritten(` ${text}`));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  '2026-10-15',
  '2026-10-15T14:30',
  '2026-10-15 14:30:59',
  '2026-10-15T14:30:59Z',
  '2026-10-15T14:30:59.123456789-05:00',
  '2024-02-29T00:00:00+0530',
])('knows %s', (text) => expect(readIso(text)).toBeDefined());

it.each([
  '2026-02-29',
  '2026-13-01',
  '2026-10-15T24:00',
  '0001-01-01T00:00:00',
  '2026-10-155',
  '2026-10-15T14:30:59 UTC',
])('leaves %s to the patterns', (text) => expect(readIso(text)).toBeUndefined());

function two(value: number): string {
  return String(value).padStart(2, '0');
}
