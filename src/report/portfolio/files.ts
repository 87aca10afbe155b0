import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { sortedBy } from '../../kernel/order.ts';
import { sha256 } from '../../kernel/sha256.ts';
import { slug } from '../../kernel/text.ts';
import type { OwnerLoad, PortfolioClient, PortfolioFindings } from '../../model/portfolio-findings.ts';
import { escaped, folded, plainDay } from '../calendar.ts';
import { csv } from '../csv.ts';
import { SEVERITY_WORDS } from '../words.ts';
import { ownerText } from './view.ts';
import { LOAD_COLUMNS, PORTFOLIO_WORDS as WORDS } from './words.ts';

/** After every day. */
const NEVER = '9999';

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** What each owner has to bring, a table for each; nothing is sent from here. */
export function ownerFiles({ owners }: PortfolioFindings): readonly NamedText[] {
  const used = new Map<string, number>();
  return owners.map((owner) => {
    const name = slug(ownerText(owner), 70);
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return { path: `owners/${times === 1 ? name : `${name}-${times}`}.csv`, text: loadCsv(owner) };
  });
}

function loadCsv({ wanting }: OwnerLoad): string {
  const rows = sortedBy(wanting, ({ renewsOn, client, title }) => `${renewsOn ?? NEVER} ${client} ${title}`);
  return csv([
    LOAD_COLUMNS,
    ...rows.map(({ renewsOn, client, state, newest, title, severity, obtain }) => [
      renewsOn ?? '',
      client,
      WORDS.states[state],
      newest ?? '',
      title,
      SEVERITY_WORDS[severity].word,
      obtain,
    ]),
  ]);
}

/** A renewal is a day of each client's, a fortnight before which its owner is reminded. */
export function renewalCalendar({ clients, today, name }: PortfolioFindings): string {
  const stamp = `${plainDay(today)}T000000Z`;
  const events = clients.flatMap((client) => {
    const { id, name: who, renewsOn } = client;
    return renewsOn === null
      ? []
      : eventLines(id, renewsOn, { summary: WORDS.renewal(who), about: aboutRenewal(client), stamp });
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//proofpack//renewals//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(WORDS.title(name))}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function aboutRenewal({ summary, trouble }: PortfolioClient): string {
  if (summary === null) return WORDS.notAssessedBecause(trouble ?? '');
  const count = (state: 'missing' | 'stale') => summary.wanting.filter((line) => line.state === state).length;
  return WORDS.renewalAbout(summary.unsignable.length, count('missing'), count('stale'));
}

function eventLines(
  id: string,
  on: CivilDate,
  { summary, about, stamp }: { readonly summary: string; readonly about: string; readonly stamp: string },
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${sha256(`renewal\n${id}`).slice(0, 32)}@renewals.proofpack`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plainDay(on)}`,
    `DTEND;VALUE=DATE:${plainDay(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(about)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-P14D',
    'END:VALARM',
    'END:VEVENT',
  ];
}
