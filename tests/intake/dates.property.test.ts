import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { newTimesSeen, observer } from '../../src/intake/dates/observe.ts';
import { instantsOf } from '../../src/kernel/zone.ts';
import fc from '../house/fast-check.ts';

const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2099, 11, 31);
const instants = fc.integer({ min: FIRST, max: LAST });
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Europe/Berlin', 'Pacific/Apia'];
const zones = fc.constantFrom(...ZONES);

function read(raw: string, zone = 'UTC', options = {}) {
  return observer(zone, { order: undefined, assumed: false }, newTimesSeen())(raw, options);
}

it('gives back the instant of any ISO text, whatever its offset and the client’s zone', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -12 * 60, max: 14 * 60 }), zones, (instant, offset, zone) => {
      const wall = new Date(instant + offset * 60_000).toISOString().slice(0, -1);
      const sign = offset < 0 ? '-' : '+';
      const [h, m] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) => String(n).padStart(2, '0'));
      const observed = read(`${wall}${sign}${h}:${m}`, zone);
      expect([observed.instant, observed.earliest, observed.latest]).toEqual([instant, instant, instant]);
    }),
  );
});

it('reads one wall clock alike in every written form', () => {
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  fc.assert(
    fc.property(instants, (raw) => {
      const wall = new Date(raw - (raw % 1000));
      const [y, mo, d] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
      const [h, mi, s] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds()];
      const two = (n: number) => String(n).padStart(2, '0');
      const clock = `${two(h)}:${two(mi)}:${two(s)}`;
      const half = `${h % 12 === 0 ? 12 : h % 12}:${two(mi)}:${two(s)} ${h < 12 ? 'AM' : 'PM'}`;
      const forms = [
        `${y}-${two(mo + 1)}-${two(d)}T${clock}`,
        `${y}/${mo + 1}/${d} ${half}`,
        `${y}${two(mo + 1)}${two(d)}T${two(h)}${two(mi)}${two(s)}`,
        `${d}.${mo + 1}.${y} ${clock}`,
        `${MONTHS[mo]} ${d}, ${y} ${half}`,
        `${two(d)} ${MONTHS[mo]} ${y} ${clock}`,
        `${MONTHS[mo]} ${two(d)} ${clock} ${y}`,
      ];
      for (const form of forms) expect([form, read(form).instant]).toEqual([form, wall.getTime()]);
      const fixed = (order: 'mdy' | 'dmy') =>
        order === 'mdy' ? `${mo + 1}/${d}/${y} ${half}` : `${d}/${mo + 1}/${y} ${half}`;
      for (const order of ['mdy', 'dmy'] as const)
        expect(read(fixed(order), 'UTC', { order }).instant).toBe(wall.getTime());
    }),
  );
});

it('keeps the best reading between its bounds, and the truth too wherever the clock stood', () => {
  fc.assert(
    fc.property(instants, zones, zones, (instant, client, actual) => {
      const wall = new Date(instant - (instant % 1000));
      const observed = read(wall.toISOString().slice(0, 19), client);
      const [first, last] = instantsOf(actual, wall.getTime());
      expect(observed.earliest).toBeLessThanOrEqual(Math.min(first, observed.instant ?? Number.NaN));
      expect(observed.latest).toBeGreaterThanOrEqual(Math.max(last, observed.instant ?? Number.NaN));
    }),
  );
});

it('never throws', () => {
  const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9/:. TZ+-]{4,25}$/), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(texts, zones, (text, zone) => {
      expect(read(text, zone).raw).toBe(text.trim() || null);
    }),
  );
});

it('knows no zone but those it is given: nothing here asks the engine for a date', () => {
  const folder = new URL('../../src/intake/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const asking = files.filter((name) =>
    /new Date\(|Date\.parse|Intl\.|toLocale/.test(readFileSync(new URL(name, folder), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(asking).toEqual([]);
});
