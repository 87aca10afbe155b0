import { ANSWERED_BY } from '../answered-by.ts';
import { byCodeUnit, groupBy } from '../kernel/order.ts';
import type { ExportOffer, PortfolioClient, ToolLoad } from '../model/portfolio-findings.ts';
import * as SOURCES from '../sources/index.ts';

interface Source {
  readonly product: string;
  readonly title: string;
  readonly obtain: string;
  readonly risk?: string;
}

/** Registers of ours: whoever has a spreadsheet has them. */
const REGISTER = 'Register';

interface Gap {
  readonly client: PortfolioClient;
  readonly practice: string;
  readonly state: 'missing' | 'stale';
  /** Sources that answer one of its open facts. */
  readonly sources: readonly string[];
}

/**
 * Which single export would bring evidence for most of what is missing or has run out, over all clients. Counted first where it is known to be had: another
 * export of the same tool was read, or it is a register. It would bring evidence; whether that is good evidence nobody knows before.
 */
export function exportOffers(clients: readonly PortfolioClient[]): readonly ExportOffer[] {
  const gaps = gapsOf(clients);
  const ids = [...new Set(gaps.flatMap(({ sources }) => sources))];
  const offers = ids
    .flatMap((id) =>
      offerOf(
        id,
        gaps.filter((gap) => gap.sources.includes(id) && wouldHelp(gap, id)),
      ),
    )
    .filter(({ gaps: had, gapsElsewhere }) => had + gapsElsewhere > 0)
    .sort(
      (a, b) =>
        b.gaps - a.gaps ||
        b.clients - a.clients ||
        b.gapsElsewhere - a.gapsElsewhere ||
        riskOf(a.source) - riskOf(b.source) ||
        factsOf(b.source) - factsOf(a.source) ||
        byCodeUnit(a.source, b.source),
    );
  // Two forms of one listing bring the same: whoever has sent the first need not be asked for the second.
  const same = groupBy(offers, ({ product, basis, gapsElsewhere, clientsElsewhere }) =>
    JSON.stringify([product, gapsElsewhere, clientsElsewhere, basis]),
  );
  return [...same.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, alternatives: others.map(({ title }) => title) }],
  );
}

/** A command that does harm when a flag is forgotten is asked for after one that brings the same. */
function riskOf(source: string): number {
  return sourceOf(source)?.risk === undefined ? 0 : 1;
}

/** Among exports that would bring the same, the one that answers more in general is the better request. */
function factsOf(source: string): number {
  return Object.values(ANSWERED_BY).filter((ids) => ids.includes(source)).length;
}

function offerOf(source: string, gaps: readonly Gap[]): readonly Omit<ExportOffer, 'alternatives'>[] {
  const known = sourceOf(source);
  if (known === undefined) return [];
  const { product, title, obtain } = known;
  const anybody = product === REGISTER;
  const had = gaps.filter(({ client }) => anybody || uses(client, product));
  const elsewhere = gaps.filter((gap) => !had.includes(gap));
  const basis = [...groupBy(had, ({ client }) => client.name)].map(([client, own]) => ({
    client,
    practices: own.map(({ practice }) => practice),
  }));
  return [
    {
      source,
      product,
      title,
      obtain,
      anybody,
      gaps: had.length,
      clients: basis.length,
      gapsElsewhere: elsewhere.length,
      clientsElsewhere: new Set(elsewhere.map(({ client }) => client.id)).size,
      basis,
    },
  ];
}

/** By tool that a client uses: what of its missing and stale evidence an export of it would answer. A practice counts once for each such tool. */
export function toolLoads(clients: readonly PortfolioClient[]): readonly ToolLoad[] {
  const rows = gapsOf(clients).flatMap((gap) => {
    const helpful = gap.sources.filter((id) => wouldHelp(gap, id)).flatMap((id) => sourceOf(id)?.product ?? []);
    return [...new Set(helpful)]
      .filter((product) => product !== REGISTER && uses(gap.client, product))
      .map((product) => ({ product, state: gap.state, client: gap.client.id }));
  });
  return [...groupBy(rows, ({ product }) => product)]
    .map(([product, own]) => ({
      product,
      missing: own.filter(({ state }) => state === 'missing').length,
      stale: own.filter(({ state }) => state === 'stale').length,
      clients: new Set(own.map(({ client }) => client)).size,
    }))
    .sort((a, b) => b.missing + b.stale - a.missing - a.stale || byCodeUnit(a.product, b.product));
}

function gapsOf(clients: readonly PortfolioClient[]): readonly Gap[] {
  return clients.flatMap((client) =>
    (client.summary?.wanting ?? []).map(({ title: practice, state, facts }) => ({
      client,
      practice,
      state,
      sources: [...new Set(facts.flatMap((fact) => ANSWERED_BY[fact] ?? []))],
    })),
  );
}

function uses({ summary }: PortfolioClient, product: string): boolean {
  return summary?.sources.some((id) => sourceOf(id)?.product === product) ?? false;
}

/** What was handed over already and is current answers nothing by being handed over again; of a register, further rows may. */
function wouldHelp({ client, state }: Gap, id: string): boolean {
  return state === 'stale' || sourceOf(id)?.product === REGISTER || !(client.summary?.sources.includes(id) ?? false);
}

function sourceOf(id: string): Source | undefined {
  const sources: Readonly<Record<string, Source>> = SOURCES;
  return sources[id];
}
