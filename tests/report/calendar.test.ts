import { describe, expect, it } from 'vitest';
import { collectFile, folded } from '../../src/report/calendar.ts';
import fc from '../house/fast-check.ts';
import { WORLD as FINDINGS } from './world.ts';

const unfolded = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('\r\n');

describe('the calendar of what runs out', () => {
  const ics = collectFile(FINDINGS, 'ics');

  it('is an iCalendar file: one event a practice, all day, the same each time', () => {
    const lines = unfolded(ics);
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//proofpack//collect-by//EN']);
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(FINDINGS.collect.length);
    expect(lines).toContain('DTSTAMP:20261015T000000Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261015');
    expect(lines).toContain('DTEND;VALUE=DATE:20261016');
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(
      /^DESCRIPTION:Not current any more\..*\\nBy: /,
    );
    expect(collectFile(FINDINGS, 'ics')).toBe(ics);
  });

  it('keeps the id of an event when its day moves, so that a later file updates it', () => {
    const uid = (text: string) => unfolded(text).find((line) => line.startsWith('UID:'));
    const moved = {
      ...FINDINGS,
      collect: FINDINGS.collect.map((line) => ({ ...line, on: FINDINGS.engagement.period.to })),
    };
    expect(uid(collectFile(moved, 'ics'))).toBe(uid(ics));
    expect(collectFile(moved, 'ics')).not.toBe(ics);
  });

  it('has no line over 75 octets and loses no character, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = text.replace(/[\r\n]/g, ' ');
        const parts = folded(line).split('\r\n');
        expect(parts.every((part) => Buffer.byteLength(part) <= 75)).toBe(true);
        expect(parts.map((part, i) => (i === 0 ? part : part.slice(1))).join('')).toBe(line);
        expect(folded(line)).not.toContain('\uFFFD'.repeat(line.includes('\uFFFD') ? 99 : 1));
      }),
    );
  });

  it('escapes what has a meaning in a text', () => {
    const [first] = FINDINGS.collect;
    if (!first) throw new Error('nothing to collect');
    const odd = { ...FINDINGS, collect: [{ ...first, obtain: 'a;b,c\\d\r\nEND:VCALENDAR' }] };
    expect(unfolded(collectFile(odd, 'ics')).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(unfolded(collectFile(odd, 'ics')).join('\n')).toContain('a\\;b\\,c\\\\d\\nEND:VCALENDAR');
  });

  it('is a table, too', () => {
    expect(collectFile(FINDINGS, 'csv').split('\r\n')[1]).toMatch(/^2026-10-15,Not current any more,.*,2026-01-10,/);
  });
});
