import { addDays } from '../kernel/civil-date.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { CollectLine, Findings } from '../model/findings.ts';
import { COLLECT_COLUMNS, COLLECT_WORDS as WORDS } from './collect-words.ts';
import { csv } from './csv.ts';
import type { Lens } from './view/lens.ts';
import { lensOn } from './view/lens.ts';

/** When evidence runs out, as an iCalendar file (RFC 5545): the same findings give the same bytes, and a later file updates the entries of an earlier one. */
export function collectCalendar(lens: Lens): string {
  const { engagement, collect } = lens.findings;
  const stamp = `${plainDay(engagement.asOf)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//proofpack//collect-by//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(WORDS.calendar(engagement.client.name))}`,
    ...collect.flatMap((line) => eventOf(line, stamp, lens)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

export function collectCsv(lens: Lens): string {
  const rows = lens.findings.collect.map((line) => [
    line.on,
    WORDS[line.state],
    lens.practiceTitle(line.practice),
    line.newest ?? '',
    lens.party(line.by),
    line.obtain,
  ]);
  return csv([COLLECT_COLUMNS, ...rows]);
}

/** For whoever has findings and no package: every name is told. */
export function collectFile(findings: Findings, form: 'ics' | 'csv'): string {
  const lens = lensOn(findings, { edition: 'internal', placements: [], domains: [] });
  return form === 'csv' ? collectCsv(lens) : collectCalendar(lens);
}

function eventOf(line: CollectLine, stamp: string, lens: Lens): readonly string[] {
  const title = lens.practiceTitle(line.practice);
  const { client } = lens.findings.engagement;
  const about = WORDS.about(WORDS[line.state], line.newest ?? '', lens.party(line.by), line.obtain);
  return [
    'BEGIN:VEVENT',
    `UID:${sha256(`${client.name}\n${line.practice}`).slice(0, 32)}@collect-by.proofpack`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(line.on)}`,
    `DTEND;VALUE=DATE:${plainDay(addDays(line.on, 1))}`,
    `SUMMARY:${escaped(WORDS.summary(title))}`,
    `DESCRIPTION:${escaped(about)}`,
    `CATEGORIES:${escaped(WORDS[line.state])}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(WORDS.summary(title))}`,
    'TRIGGER:-P14D',
    'END:VALARM',
    'END:VEVENT',
  ];
}

export function plainDay(day: string): string {
  return day.replaceAll('-', '');
}

/** RFC 5545, 3.3.11: what has a meaning in a text gets a backslash; other controls have no place in one. */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const OCTETS = 75;

/** RFC 5545, 3.1: at most 75 octets a line, and no character is cut in two. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
