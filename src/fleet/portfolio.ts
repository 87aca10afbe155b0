import type { CivilDate } from '../kernel/civil-date.ts';
import { daysBetween } from '../kernel/civil-date.ts';
import { byCodeUnit, groupBy } from '../kernel/order.ts';
import type { EarlierBuild } from '../model/portfolio-client.ts';
import type { OwnerLoad, PortfolioClient, PortfolioFindings, ProviderDuty } from '../model/portfolio-findings.ts';
import { exportOffers, toolLoads } from './exports.ts';
import type { Outcome } from './job.ts';
import { portfolioTrend } from './portfolio-trend.ts';
import type { FleetResult } from './run.ts';

export interface PortfolioRequest extends Pick<FleetResult, 'outcomes' | 'notes' | 'portfolio' | 'renewals'> {
  readonly today: CivilDate;
  /** Of each client, its newest build of an earlier day. */
  readonly before: ReadonlyMap<string, EarlierBuild>;
}

/** What became of all clients, as one value that the report is a function of. Pure. */
export function portfolioFindings(request: PortfolioRequest): PortfolioFindings {
  const { outcomes, notes, portfolio, today } = request;
  const clients = outcomes.map((outcome) => clientOf(outcome, request)).sort(byRenewal);
  const { brand, prepared } = portfolio.defaults;
  const organisation = portfolio.name ?? brand?.organisation ?? prepared?.organisation ?? '';
  return {
    name: organisation,
    today,
    brand: { organisation, colour: brand?.colour },
    clients,
    exports: exportOffers(clients),
    owners: ownersOf(clients),
    tools: toolLoads(clients),
    duties: dutiesOf(clients),
    quarters: quartersOf(clients),
    warnings: notes.map(({ message }) => message),
  };
}

function clientOf(outcome: Outcome, { today, before, renewals }: PortfolioRequest): PortfolioClient {
  const { id, name, summary, problems } = outcome;
  const renewsOn = summary === null ? (renewals[id] ?? null) : summary.renewsOn;
  return {
    id,
    name,
    summary,
    trouble: summary === null ? (problems[0]?.message ?? '') : null,
    cure: summary === null ? (problems[0]?.hint ?? '') : null,
    renewsOn,
    daysLeft: renewsOn === null ? null : daysBetween(today, renewsOn),
    before: before.get(id) ?? null,
  };
}

const NEVER = '9999';

/** Renewals to come first; a day that is past says that the next one was not entered yet. */
function byRenewal(a: PortfolioClient, b: PortfolioClient): number {
  const past = Number((a.daysLeft ?? 0) < 0) - Number((b.daysLeft ?? 0) < 0);
  const dayless = Number(a.daysLeft === null) - Number(b.daysLeft === null);
  if (dayless !== 0 || past !== 0) return dayless || past;
  const unread = Number(isUnread(a)) - Number(isUnread(b));
  const [first, second] = [a.renewsOn ?? NEVER, b.renewsOn ?? NEVER];
  return unread || byCodeUnit(first, second) || byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id);
}

/** Whether it renews on a day that nobody entered is not known where its file cannot be read. */
function isUnread({ summary, renewsOn }: PortfolioClient): boolean {
  return summary === null && renewsOn === null;
}

/** By framework that a client is asked about today. */
function quartersOf(clients: readonly PortfolioClient[]): PortfolioFindings['quarters'] {
  const kept = clients.flatMap(({ summary, before }) =>
    (before?.quarters ?? []).flatMap(({ framework, points }) => {
      const title = summary?.headlines.find((each) => each.framework === framework)?.title;
      return title === undefined ? [] : [{ framework, title, points }];
    }),
  );
  return [...groupBy(kept, ({ framework }) => framework)].map(([framework, own]) => ({
    framework,
    title: own[0]?.title ?? framework,
    points: portfolioTrend(own.map(({ points }) => points)),
  }));
}

/** A party of the provider is one over all clients; a party of a client is that client's own. */
function ownersOf(clients: readonly PortfolioClient[]): readonly OwnerLoad[] {
  const rows = clients.flatMap(({ name, summary }) =>
    (summary?.wanting ?? []).map((line) => ({ ...line, client: name, renewsOn: summary?.renewsOn ?? null })),
  );
  const groups = groupBy(rows, ({ by, client }) =>
    by?.side === 'provider' ? JSON.stringify([by.name ?? by.title]) : JSON.stringify([client, by?.party ?? '']),
  );
  return [...groups.values()]
    .map((wanting) => ({
      who: wanting[0]?.by ?? null,
      client: wanting[0]?.by?.side === 'provider' ? null : (wanting[0]?.client ?? null),
      wanting,
    }))
    .sort((a, b) => b.wanting.length - a.wanting.length || byCodeUnit(labelOf(a), labelOf(b)));
}

function labelOf({ who, client }: OwnerLoad): string {
  return `${client ?? ''} ${who?.name ?? who?.title ?? ''}`;
}

const SEVERITIES = ['high', 'moderate', 'low'] as const;

function dutiesOf(clients: readonly PortfolioClient[]): readonly ProviderDuty[] {
  const rows = clients.flatMap(({ name, summary }) =>
    (summary?.wanting ?? []).filter(({ duty }) => duty === 'provider').map((line) => ({ ...line, client: name })),
  );
  return [...groupBy(rows, ({ practice }) => practice)]
    .map(([practice, own]) => ({
      practice,
      title: own[0]?.title ?? practice,
      severity: own[0]?.severity ?? 'low',
      clients: own.map(({ client }) => client),
      missing: own.filter(({ state }) => state === 'missing').length,
      stale: own.filter(({ state }) => state === 'stale').length,
    }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.clients.length - a.clients.length ||
        byCodeUnit(a.practice, b.practice),
    );
}
