import { z } from 'zod';
import { groupBy } from '../../kernel/order.ts';
import type { ExportOffer, OwnerLoad, PortfolioClient, PortfolioFindings } from '../../model/portfolio-findings.ts';
import { Text } from '../view/shape/common.ts';
import { CEILING_WORDS, SEVERITY_WORDS } from '../words.ts';
import { exportStep, mondayOf } from './monday.ts';
import { HORIZONS, PORTFOLIO_WORDS as WORDS } from './words.ts';

const Count = z.number();
const Offer = z.strictObject({ product: Text, title: Text, had: Text, elsewhere: Text, obtain: Text });

/** All that `templates/portfolio/*.hbs` may print. */
export const PortfolioView = z.strictObject({
  client: z.strictObject({ name: Text }),
  edition: z.strictObject({ word: Text, compact: z.boolean() }),
  asOf: Text,
  lead: Text,
  renewals: Text,
  unsignableCounted: Text,
  evidence: Text,
  trend: Text,
  monday: z.array(z.strictObject({ title: Text, text: Text })),
  clients: z.array(
    z.strictObject({
      name: Text,
      renewsOn: Text,
      days: Text,
      tone: Text,
      headlines: z.array(Text),
      unsignable: Count,
      missing: Count,
      stale: Count,
      highGaps: Count,
      trend: Text,
    }),
  ),
  troubles: z.array(z.strictObject({ name: Text, text: Text })),
  warnings: z.array(Text),
  unsignable: z.array(
    z.strictObject({ client: Text, control: Text, title: Text, claimed: Text, by: Text, ceiling: Text, tone: Text }),
  ),
  unsignableSoon: z.array(
    z.strictObject({ client: Text, control: Text, title: Text, claimed: Text, by: Text, ceiling: Text, tone: Text }),
  ),
  moreUnsignable: Text,
  best: z.array(z.strictObject({ title: Text, text: Text, basis: z.array(Text), more: Text })),
  exports: z.array(Offer),
  registers: z.array(Offer),
  tools: z.array(z.strictObject({ product: Text, missing: Count, stale: Count, clients: Count })),
  owners: z.array(z.strictObject({ who: Text, missing: Count, stale: Count, clients: Count, first: Text })),
  moreOwners: Text,
  duties: z.array(
    z.strictObject({ title: Text, severity: Text, tone: Text, missing: Count, stale: Count, clients: Count }),
  ),
});
export type PortfolioView = z.output<typeof PortfolioView>;

const [, , FAR] = HORIZONS;
const MOST = { exports: 10, registers: 5, owners: 30, basis: 6, unsignable: 150 } as const;

export function portfolioView(findings: PortfolioFindings): PortfolioView {
  const { clients, exports: offers, owners, tools, duties, today, name } = findings;
  const known = clients.filter(({ summary }) => summary !== null);
  const unsignable = clients.flatMap((client) => unsignableOf(client));
  const soon = clients
    .filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= FAR)
    .flatMap((client) => unsignableOf(client));
  const shown = (soon.length > 0 ? soon : unsignable).slice(0, MOST.unsignable);
  const wanting = known.flatMap(({ summary }) => summary?.wanting ?? []);
  return {
    client: { name: WORDS.title(name) },
    edition: { word: '', compact: false },
    asOf: today,
    lead: WORDS.lead(known.length, clients.length),
    renewals: WORDS.renewals(
      HORIZONS.map((days) => clients.filter(({ daysLeft: left }) => left !== null && left >= 0 && left <= days).length),
      clients.filter(({ daysLeft }) => daysLeft === null).length,
    ),
    unsignableCounted: WORDS.unsignable(unsignable.length, new Set(unsignable.map(({ client }) => client)).size),
    evidence: WORDS.evidence(
      wanting.filter(({ state }) => state === 'missing').length,
      wanting.filter(({ state }) => state === 'stale').length,
    ),
    trend: portfolioTrend(known),
    monday: [...mondayOf(findings)],
    clients: clients.map(clientView),
    troubles: clients.flatMap(({ name: who, trouble }) => (trouble === null ? [] : [{ name: who, text: trouble }])),
    warnings: [...findings.warnings],
    unsignable,
    unsignableSoon: shown,
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
    tools: tools.map((tool) => ({ ...tool })),
    owners: owners.slice(0, MOST.owners).map(ownerView),
    moreOwners: WORDS.moreOwners(Math.min(MOST.owners, owners.length), owners.length),
    duties: duties.map(({ title, severity, clients: at, missing, stale }) => ({
      title,
      severity: SEVERITY_WORDS[severity].word,
      tone: SEVERITY_WORDS[severity].tone,
      missing,
      stale,
      clients: at.length,
    })),
  };
}

function clientView(client: PortfolioClient): PortfolioView['clients'][number] {
  const { name, summary, daysLeft } = client;
  const wanting = summary?.wanting ?? [];
  return {
    name,
    renewsOn: summary?.renewsOn ?? WORDS.notKnown,
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
    unsignable: unsignableOf(client).length,
    missing: wanting.filter(({ state }) => state === 'missing').length,
    stale: wanting.filter(({ state }) => state === 'stale').length,
    highGaps: summary?.gaps.high ?? 0,
    trend: trendOf(client),
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

export function unsignableOf({ name, summary }: PortfolioClient): PortfolioView['unsignable'] {
  return (summary?.unsignable ?? []).map(({ control, title, claimed, by, ceiling }) => {
    const words = Object.entries(CEILING_WORDS).find(([id]) => id === ceiling)?.[1];
    return {
      client: name,
      control: control ?? '',
      title,
      claimed,
      by: by ?? WORDS.nobody,
      ceiling: words?.short ?? ceiling,
      tone: words?.tone ?? 'plain',
    };
  });
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
  const { product, title, obtain, gaps, clients, gapsElsewhere, clientsElsewhere, anybody } = offer;
  return {
    product,
    title,
    obtain,
    had: WORDS.atClients(gaps, clients),
    elsewhere: anybody ? WORDS.anybody : WORDS.atClients(gapsElsewhere, clientsElsewhere),
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
    missing: wanting.filter(({ state }) => state === 'missing').length,
    stale: wanting.filter(({ state }) => state === 'stale').length,
    clients: new Set(wanting.map(({ client }) => client)).size,
    first: [...new Set(wanting.map(({ title }) => title))].slice(0, 3).join('; '),
  };
}
