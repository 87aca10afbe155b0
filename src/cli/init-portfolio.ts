import type { PortfolioDefaults } from '../model/portfolio.ts';
import type { Given } from './verb.ts';

/** By the key of engagement.yaml, the flags that say it for this client alone. */
const FLAGS = {
  timeZone: ['timeZone'],
  prepared: ['preparedBy', 'organisation'],
  period: ['periodFrom', 'periodTo'],
  asOf: ['asOf'],
  frameworks: ['framework'],
  operatingModel: ['model'],
  editions: ['edition'],
} as const;

export type LentKey = keyof typeof FLAGS;

export type Lent = Partial<{
  readonly timeZone: string;
  readonly prepared: NonNullable<PortfolioDefaults['prepared']>;
  readonly period: NonNullable<PortfolioDefaults['period']>;
  readonly asOf: NonNullable<PortfolioDefaults['asOf']>;
  readonly frameworks: readonly string[];
  readonly operatingModel: string;
  readonly editions: readonly string[];
}>;

/** What a portfolio says for the client that is begun, and nobody says for it alone: written into its file it would never follow the portfolio again. */
export function lentTo(given: Given, defaults: PortfolioDefaults | undefined): Lent {
  if (defaults === undefined) return {};
  const { client, frameworks, operatingModel, ...rest } = defaults;
  const said = {
    timeZone: client?.timeZone,
    prepared: rest.prepared,
    period: rest.period,
    asOf: rest.asOf,
    frameworks: frameworks?.map((entry) => (typeof entry === 'string' ? entry : entry.id)),
    operatingModel: typeof operatingModel === 'string' ? operatingModel : operatingModel?.at(-1)?.model,
    editions: rest.editions,
  };
  const ownWord = (key: string) =>
    Object.entries(FLAGS).some(
      ([of, flags]) =>
        of === key && flags.some((flag) => given.text(flag) !== undefined || given.texts(flag).length > 0),
    );
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => value !== undefined && !ownWord(key)));
}

/** The lines of such keys stand there to be seen, and say nothing. */
export function leftToPortfolio(text: string, lent: Lent): string {
  return Object.keys(lent).reduce((all, key) => all.replace(new RegExp(`^( *)(${key}:)`, 'm'), '$1# $2'), text);
}
