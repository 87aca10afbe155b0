import { counted } from '../../kernel/text.ts';

/** Within so many days a renewal is a matter of this month, the next, the one after. */
export const HORIZONS = [30, 60, 90] as const;

const list = (names: readonly string[], most: number): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

const practices = (count: number) => counted(count, 'practice');
const clients = (count: number) => counted(count, 'client');

/** Sentences and short phrases of the portfolio's report. */
export const PORTFOLIO_WORDS = {
  title: (name: string) => (name === '' ? 'Portfolio' : `Portfolio of ${name}`),
  lead: (known: number, all: number) =>
    known === all ? `${clients(all)}, all of them assessed.` : `${clients(all)}; ${known} could be assessed.`,
  renewals: (within: readonly number[], unknown: number) =>
    `${HORIZONS.map((days, i) => `${within[i] ?? 0} within ${days} days`).join(', ')}${unknown === 0 ? '' : `; ${unknown} without a day`}`,
  unsignable: (answers: number, of: number) =>
    answers === 0 ? 'none that somebody means to give' : `${answers} at ${clients(of)}`,
  evidence: (missing: number, stale: number) =>
    `${missing} missing, ${stale} no longer current, counted by client and practice`,
  monday: {
    trouble: {
      title: (count: number) => `${clients(count)} could not be built`,
      text: (names: readonly string[]) => `${list(names, 6)}. Each is told below with what stands in its way.`,
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
      text: (gaps: number, at: number, obtain: string) =>
        `It would bring evidence for ${gaps} of the gaps, at ${clients(at)} where the tool is in use. ${obtain}`,
    },
    register: {
      title: (title: string) => `Fill one register further: ${title.replace(' (CSV)', '')}`,
      text: (gaps: number, at: number, obtain: string) =>
        `It answers to ${gaps} of the gaps, at ${clients(at)}, once what it lists is there. ${obtain}`,
    },
    duty: {
      title: (count: number, at: number) =>
        `Your own part: ${practices(count)} that you do or prove, without current evidence at ${clients(at)}`,
      text: (titles: readonly string[]) => `Gravest first: ${list(titles, 3)}.`,
    },
    owner: {
      title: (who: string, count: number) => `${who} owes most of the clients’ evidence: ${practices(count)}`,
      text: (first: readonly string[]) => `${list(first, 3)}.`,
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
    days === null ? 'not said' : days < 0 ? `${-days} days ago` : days === 0 ? 'today' : counted(days, 'day'),
  notKnown: 'not known',
  notAssessed: 'not assessed',
  since: (asOf: string, change: string) => `${change} since ${asOf}`,
  trend: (better: number, worse: number, same: number) =>
    `${clients(better)} better, ${worse} worse, ${same} the same, of those whose store keeps an earlier build`,
  noTrend: 'no store keeps an earlier build',
  change: (by: number) => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0'),
  nobody: 'nobody',
  provider: 'the provider',
  of: (who: string, client: string) => `${who} (${client})`,
  atClients: (gaps: number, at: number) => (gaps === 0 ? 'none' : `${gaps} at ${clients(at)}`),
  anybody: 'anybody can fill it',
  basis: (practice: string, at: number) => `${practice}: ${clients(at)}`,
  moreUnsignable: (shown: number, all: number) =>
    shown === all
      ? ''
      : `The ${shown} of those that renew next are shown; all ${all} stand in the workbook and on the page.`,
  moreOwners: (shown: number, all: number) =>
    shown === all ? '' : `${shown} of ${all} owners, those who owe most; all stand in the workbook.`,
  moreBasis: (rest: number) =>
    rest === 0 ? 'By client in the workbook.' : `And ${practices(rest)} more; by client in the workbook.`,
  states: { missing: 'missing', stale: 'not current' },
  renewal: (client: string) => `Renewal: ${client}`,
  renewalAbout: (unsignable: number, missing: number, stale: number) =>
    `${unsignable} answers may not be signed as they are meant; evidence: ${missing} missing, ${stale} not current.`,
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
