import { groupBy } from '../../kernel/order.ts';
import type { ExportOffer, OwnerLoad, PortfolioClient, PortfolioFindings } from '../../model/portfolio-findings.ts';
import type { PortfolioTrend } from '../../model/trend.ts';
import { SEVERITY_WORDS } from '../words.ts';
import { exportStep, mondayOf } from './monday.ts';
import type { PortfolioView } from './shape.ts';
import { byQuestion, unsignableOf } from './unsignable.ts';
import { WEEKS_FIGURE, weeksOf } from './weeks.ts';
import { grouped, HORIZONS, PORTFOLIO_WORDS as WORDS } from './words.ts';

const [, , FAR] = HORIZONS;
const MOST = { exports: 10, registers: 5, owners: 18, basis: 4, unsignable: 80 } as const;

export function portfolioView(findings: PortfolioFindings): PortfolioView {
  const { clients, exports: offers, owners, tools, duties, today, name } = findings;
  const known = clients.filter(({ summary }) => summary !== null);
  const unsignable = clients.flatMap((client) => unsignableOf(client));
  const soon = clients
    .filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= FAR)
    .flatMap((client) => unsignableOf(client));
  const shown = wholeClients(soon.length > 0 ? soon : unsignable, MOST.unsignable);
  const wanting = known.flatMap(({ summary }) => summary?.wanting ?? []);
  return {
    client: { name: WORDS.title(name) },
    edition: { word: '', compact: true },
    asOf: today,
    lead: WORDS.lead(known.length, clients.length),
    renewals: renewalsOf(clients),
    unsignableCounted: WORDS.unsignable(unsignable.length, new Set(unsignable.map(({ client }) => client)).size),
    evidence: WORDS.evidence(
      wanting.filter(({ state }) => state === 'missing').length,
      wanting.filter(({ state }) => state === 'stale').length,
    ),
    trend: portfolioTrend(known),
    quarters: findings.quarters.map(({ title, points }) => ({ title, rows: points.map(quarterView) })),
    monday: [...mondayOf(findings)],
    clientGroups: groupsOf(clients),
    weeksFigure: weeksOf(clients, today) === undefined ? '' : WEEKS_FIGURE,
    trended: clients.some((client) => trendOf(client) !== ''),
    troubles: clients.flatMap(({ name: who, trouble, cure }) =>
      trouble === null ? [] : [{ name: who, text: trouble, cure: cure ?? '' }],
    ),
    warnings: [...findings.warnings],
    unsignable,
    unsignableByQuestion: byQuestion(unsignable),
    unsignableSoon: [...groupBy(shown, ({ client }) => client)].map(([title, lines]) => ({ title, lines })),
    moreUnsignable: WORDS.moreUnsignable(shown.length, unsignable.length),
    best: bestOf(offers),
    exports: offers
      .filter(({ anybody }) => !anybody)
      .slice(0, MOST.exports)
      .map(exportView),
    registers: offers
      .filter(({ anybody }) => anybody)
      .slice(0, MOST.registers)
      .map(exportView),
    tools: tools.map(({ product, missing, stale, clients: at }) => ({
      product,
      missing: grouped(missing),
      stale: grouped(stale),
      clients: grouped(at),
    })),
    owners: owners.slice(0, MOST.owners).map(ownerView),
    moreOwners: WORDS.moreOwners(Math.min(MOST.owners, owners.length), owners.length),
    duties: duties.map(({ title, severity, clients: at, missing, stale }) => ({
      title,
      severity: SEVERITY_WORDS[severity].word,
      tone: SEVERITY_WORDS[severity].tone,
      missing: grouped(missing),
      stale: grouped(stale),
      clients: grouped(at.length),
    })),
  };
}

/** About so many, and no client's in part. */
function wholeClients(lines: PortfolioView['unsignable'], most: number): PortfolioView['unsignable'] {
  const after = lines[most];
  if (after === undefined) return lines;
  const kept = lines.slice(0, most).filter(({ client }) => client !== after.client);
  return kept.length > 0 ? kept : lines.slice(0, most);
}

function renewalsOf(clients: readonly PortfolioClient[]): string {
  const left = clients.flatMap(({ daysLeft }) => daysLeft ?? []);
  const between = (from: number, to: number) => left.filter((days) => days >= from && days <= to).length;
  const dayless = clients.filter(({ renewsOn }) => renewsOn === null);
  return WORDS.renewals({
    within: HORIZONS.map((days, i) => between(i === 0 ? 0 : (HORIZONS[i - 1] ?? 0) + 1, days)),
    later: left.filter((days) => days > FAR).length,
    past: left.filter((days) => days < 0).length,
    dayless: dayless.filter(({ summary }) => summary !== null).length,
    unread: dayless.filter(({ summary }) => summary === null).length,
  });
}

function groupsOf(clients: readonly PortfolioClient[]): PortfolioView['clientGroups'] {
  return [...groupBy(clients, groupOf)].map(([id, own]) => ({
    title: WORDS.groups[id](own.length),
    clients: own.map(clientView),
  }));
}

function groupOf({ summary, daysLeft }: PortfolioClient): keyof typeof WORDS.groups {
  if (daysLeft === null) return summary === null ? 'unread' : 'dayless';
  return daysLeft < 0 ? 'past' : 'next';
}

function clientView(client: PortfolioClient): PortfolioView['clientGroups'][number]['clients'][number] {
  const { name, summary, renewsOn, daysLeft } = client;
  // Of whom nothing is known, there is no zero.
  const known = (count: (of: NonNullable<typeof summary>) => number) =>
    summary === null ? WORDS.notCounted : grouped(count(summary));
  return {
    name,
    renewsOn: renewsOn ?? WORDS.notKnown,
    days: WORDS.days(daysLeft),
    tone:
      daysLeft === null
        ? 'unknown'
        : daysLeft < 0
          ? 'muted'
          : daysLeft <= HORIZONS[0]
            ? 'bad'
            : daysLeft <= FAR
              ? 'part'
              : 'plain',
    headlines:
      summary === null
        ? [WORDS.notAssessed]
        : summary.headlines.map(({ title, supported, assessed, applicable }) =>
            WORDS.headline(title, supported, assessed, applicable),
          ),
    unsignable: known(({ unsignable }) => unsignable.length),
    missing: known(({ wanting }) => wanting.filter(({ state }) => state === 'missing').length),
    stale: known(({ wanting }) => wanting.filter(({ state }) => state === 'stale').length),
    highGaps: known(({ gaps }) => gaps.high),
    trend: trendOf(client),
  };
}

/** Sums are of those that were built in a quarter; only those of the same clients say whether it went up. */
function quarterView(point: PortfolioTrend[number]): PortfolioView['quarters'][number]['rows'][number] {
  const { quarter } = point;
  if ('missing' in point) {
    return { quarter, clients: WORDS.quarter.nothing, supported: '', assessed: '', same: '', broken: '' };
  }
  const { clients, of, supported, assessed, applicable, same, broken } = point;
  return {
    quarter,
    clients: WORDS.quarter.of(clients, of),
    supported: WORDS.quarter.of(supported, applicable),
    assessed: WORDS.quarter.of(assessed, applicable),
    same: same === null ? '' : WORDS.quarter.same(same.clients, same.before.supported, same.now.supported),
    broken: broken === 0 ? '' : grouped(broken),
  };
}

/** Over all clients: of how many more or fewer controls are supported than before, all frameworks together. */
function portfolioTrend(clients: readonly PortfolioClient[]): string {
  const changes = clients
    .filter(({ before }) => before !== null)
    .map((client) => changesOf(client).reduce((sum, { by }) => sum + by, 0));
  const count = (is: (by: number) => boolean) => changes.filter(is).length;
  if (changes.length === 0) return WORDS.noTrend;
  return WORDS.trend(
    count((by) => by > 0),
    count((by) => by < 0),
    count((by) => by === 0),
  );
}

function changesOf({ summary, before }: PortfolioClient): readonly { readonly title: string; readonly by: number }[] {
  return (summary?.headlines ?? []).flatMap(({ framework, title, supported }) => {
    const then = before?.headlines.find((each) => each.framework === framework);
    return then === undefined ? [] : [{ title, by: supported - then.supported }];
  });
}

/** By how much more or fewer are supported than in the last package that is kept, framework by framework. */
export function trendOf(client: PortfolioClient): string {
  const changes = changesOf(client).map(({ title, by }) => `${title} ${WORDS.change(by)}`);
  return client.before === null || changes.length === 0 ? '' : WORDS.since(client.before.asOf, changes.join(', '));
}

/** The one of a tool, and the one register, each with what it rests on. */
function bestOf(offers: readonly ExportOffer[]): PortfolioView['best'] {
  const first = (anybody: boolean) => offers.find((offer) => offer.anybody === anybody && offer.gaps > 0) ?? [];
  return [first(false), first(true)].flat().map((offer) => {
    const rows = offer.basis.flatMap(({ client, practices }) => practices.map((practice) => ({ client, practice })));
    const asked = [...groupBy(rows, ({ practice }) => practice)].sort(([, a], [, b]) => b.length - a.length);
    return {
      ...exportStep(offer),
      basis: asked.slice(0, MOST.basis).map(([practice, at]) => WORDS.basis(practice, at.length)),
      more: WORDS.moreBasis(Math.max(0, asked.length - MOST.basis)),
    };
  });
}

function exportView(offer: ExportOffer): PortfolioView['exports'][number] {
  const { product, title, alternatives, obtain, gaps, clients, gapsElsewhere, clientsElsewhere, anybody } = offer;
  return {
    product,
    title: WORDS.or(title, alternatives),
    obtain,
    had: WORDS.atClients(gaps, clients),
    elsewhere: anybody ? '' : WORDS.atClients(gapsElsewhere, clientsElsewhere),
  };
}

export function ownerText({ who, client }: OwnerLoad): string {
  const name = who === null ? WORDS.nobody : (who.name ?? who.title);
  return client === null ? name : WORDS.of(name, client);
}

function ownerView(load: OwnerLoad): PortfolioView['owners'][number] {
  const { wanting } = load;
  return {
    who: ownerText(load),
    missing: grouped(wanting.filter(({ state }) => state === 'missing').length),
    stale: grouped(wanting.filter(({ state }) => state === 'stale').length),
    clients: grouped(new Set(wanting.map(({ client }) => client)).size),
    first: [...new Set(wanting.map(({ title }) => title))].slice(0, 3).join('; '),
  };
}
