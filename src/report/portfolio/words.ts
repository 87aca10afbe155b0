import type { CivilDate } from '../../kernel/civil-date.ts';
import { counted } from '../../kernel/text.ts';

/** Within so many days a renewal is a matter of this month, the next, the one after. */
export const HORIZONS = [30, 60, 90] as const;

const list = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** Titles of practices tell how it should be; without quotation marks they would read as if it were so. */
const quoted = (titles: readonly string[], most: number): string =>
  list(
    titles.map((title) => `“${title}”`),
    most,
  );

/** With a comma at the thousands: portfolios have numbers of five digits, which nobody reads at a glance. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
/** Nothing where there are none. */
const part = (count: number, where: string): readonly string[] => (count === 0 ? [] : [`${grouped(count)} ${where}`]);
const practices = (count: number) => counted(count, 'practice').replace(/^\d+/, grouped(count));
const clients = (count: number) => counted(count, 'client').replace(/^\d+/, grouped(count));

interface Renewals {
  readonly within: readonly number[];
  readonly later: number;
  readonly past: number;
  readonly dayless: number;
  /** Of clients whose file cannot be read. */
  readonly unread: number;
}

interface Offered {
  readonly gaps: number;
  readonly clients: number;
  readonly alternatives: readonly string[];
  readonly obtain: string;
}

/** Sentences and short phrases of the portfolio's report. */
export const PORTFOLIO_WORDS = {
  title: (name: string) => (name === '' ? 'Portfolio' : `Portfolio of ${name}`),
  lead: (known: number, all: number) =>
    known === all ? `${clients(all)}, all of them assessed.` : `${clients(all)}; ${known} could be assessed.`,
  renewals: ({ within, later, past, dayless, unread }: Renewals) =>
    [
      ...HORIZONS.flatMap((days, i) =>
        part(within[i] ?? 0, i === 0 ? `within ${days} days` : `from ${(HORIZONS[i - 1] ?? 0) + 1} to ${days}`),
      ),
      ...part(later, 'later'),
      ...part(past, 'past the day that is entered'),
      ...part(dayless, 'without a day'),
      ...part(unread, 'not known'),
    ].join(', ') || 'none',
  unsignable: (answers: number, of: number) =>
    answers === 0 ? 'none that somebody means to give' : `${grouped(answers)} at ${clients(of)}`,
  evidence: (missing: number, stale: number) =>
    `${grouped(missing)} missing, ${grouped(stale)} no longer current, counted by client and practice`,
  monday: {
    trouble: {
      title: (count: number) => `${clients(count)} could not be assessed`,
      text: (names: readonly string[]) => `${list(names, 6)}. Each is told below with its cure.`,
      near: (name: string, days: string) => `${name} (renews in ${days})`,
    },
    renewing: {
      title: (count: number, days: number) =>
        `${clients(count)} ${count === 1 ? 'renews' : 'renew'} within ${days} days with an answer meant to be given that the evidence does not carry`,
      text: (names: readonly string[]) =>
        `${list(names, 6)}. Nobody signs before the answer is corrected or the evidence is there.`,
    },
    overdue: {
      title: (count: number) => `${clients(count)} past the day of renewal`,
      text: (names: readonly string[]) => `${list(names, 6)}. Enter the next day under renewsOn, and build for it.`,
    },
    export: {
      title: (product: string, title: string) =>
        `Ask for one export: ${title.toLowerCase().startsWith(product.toLowerCase()) ? title : `${product}, ${title}`}`,
      text: ({ gaps, clients: at, alternatives, obtain }: Offered) =>
        `It would bring evidence for ${grouped(gaps)} of the gaps, at ${clients(at)} where the tool is in use. ${obtain}${alternatives.length === 0 ? '' : ` (or ${alternatives.join(', ')})`}`,
    },
    register: {
      title: (title: string) => `Fill one register further: ${title.replace(' (CSV)', '')}`,
      text: (gaps: number, at: number, obtain: string) =>
        `It answers to ${grouped(gaps)} of the gaps, at ${clients(at)}, once what it lists is there. ${obtain}`,
    },
    duty: {
      title: (count: number, at: number) =>
        `Your own part: ${practices(count)} that you do or prove, without current evidence at ${clients(at)}`,
      text: (titles: readonly string[]) => `Nobody can show, gravest first: ${quoted(titles, 3)}.`,
    },
    owner: {
      title: (who: string, count: number) => `${who} owes most of the clients’ evidence: ${practices(count)}`,
      text: (first: readonly string[]) => `Among them: ${quoted(first, 3)}.`,
    },
    unknown: {
      title: (count: number) => `${clients(count)} without a day of renewal`,
      text: () => 'Enter renewsOn in their engagement files; until then nobody knows who comes first.',
    },
    nothing: {
      title: () => 'Nothing is urgent',
      text: () => 'No renewal is near with an answer that may not be signed, and no evidence is missing.',
    },
  },
  headline: (title: string, supported: number, assessed: number, applicable: number) =>
    `${title}: ${supported} supported, ${assessed} assessed of ${applicable}`,
  days: (days: number | null) =>
    days === null
      ? 'not said'
      : days < 0
        ? `${counted(-days, 'day')} ago`
        : days === 0
          ? 'today'
          : counted(days, 'day'),
  notKnown: 'not known',
  notCounted: '–',
  notAssessed: 'not assessed',
  since: (asOf: string, change: string) => `${change} since ${asOf}`,
  trend: (better: number, worse: number, same: number) =>
    `${clients(better)} better, ${worse} worse, ${same} the same, of those whose store keeps an earlier build`,
  quarter: {
    nothing: 'nothing kept',
    of: (part: number, all: number) => `${grouped(part)} of ${grouped(all)}`,
    same: (of: number, before: number, now: number) => `${grouped(before)} to ${grouped(now)}, of ${clients(of)}`,
  },
  noTrend: 'no store keeps an earlier build',
  change: (by: number) => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0'),
  nobody: 'nobody',
  provider: 'the provider',
  of: (who: string, client: string) => `${who} (${client})`,
  atClients: (gaps: number, at: number) => (gaps === 0 ? 'none' : `${grouped(gaps)} at ${clients(at)}`),
  or: (title: string, alternatives: readonly string[]) => [title, ...alternatives].join(', or '),
  basis: (practice: string, at: number) => `${practice}: ${clients(at)}`,
  moreUnsignable: (shown: number, all: number) =>
    shown === all
      ? ''
      : `The ${grouped(shown)} of those that renew next are shown; all ${grouped(all)} stand in the workbook and on the page.`,
  meant: (claimed: string, count: number) => `${claimed} (${grouped(count)})`,
  carried: (ceiling: string, count: number) => `${ceiling} (${grouped(count)})`,
  groups: {
    next: (count: number) => `Renewals to come: ${clients(count)}`,
    past: (count: number) => `Past the day that is entered: ${clients(count)}`,
    dayless: (count: number) => `Without a day of renewal: ${clients(count)}`,
    unread: (count: number) => `Day of renewal not known: ${clients(count)}`,
  },
  weeks: {
    caption: 'Renewals of the coming weeks',
    alt: (near: number, all: number, week: string) =>
      `Of ${clients(all)} that ${all === 1 ? 'renews' : 'renew'} in the coming weeks ${grouped(near)} ${near === 1 ? 'has' : 'have'} an answer that may not be signed as it is meant. Most renew in the week of ${week}.`,
    week: (from: CivilDate, to: CivilDate) => `${from} to ${to.slice(5)}`,
    unsignable: 'with an answer that may not be signed',
    others: 'with none',
    unknown: 'not assessed',
    note: (count: number) => clients(count),
  },
  moreOwners: (shown: number, all: number) =>
    shown === all ? '' : `${shown} of ${grouped(all)} owners, those who owe most; all stand in the workbook.`,
  moreBasis: (rest: number) =>
    rest === 0 ? 'By client in the workbook.' : `And ${practices(rest)} more; by client in the workbook.`,
  states: { missing: 'missing', stale: 'not current' },
  renewal: (client: string) => `Renewal: ${client}`,
  renewalAbout: (unsignable: number, missing: number, stale: number) =>
    `${unsignable} answers may not be signed as they are meant; evidence: ${missing} missing, ${stale} not current.`,
  notAssessedBecause: (trouble: string) => `Not assessed: ${trouble}`,
  collect: (practice: string, client: string) => `Evidence for ${client}: ${practice}`,
} as const;

export const LOAD_COLUMNS = [
  'Renews on',
  'Client',
  'State',
  'Newest',
  'Practice',
  'Severity',
  'What to bring',
] as const;
