import type { PortfolioDefaults } from './portfolio.ts';

type Key = keyof PortfolioDefaults;

/** How deep the words of both are laid into one another; below that, and for every list, what the client says stands alone. */
const DEPTH: Readonly<Record<Key, 0 | 1 | 2>> = {
  client: 1,
  prepared: 1,
  period: 0,
  asOf: 0,
  frameworks: 0,
  operatingModel: 0,
  parties: 2,
  authority: 1,
  ownership: 0,
  mappings: 0,
  questionnaires: 0,
  thresholds: 1,
  brand: 1,
  editions: 0,
};

/** An engagement as its client wrote it, with the portfolio's word wherever the client has none. Neither is changed. */
export function withDefaults(own: unknown, defaults: PortfolioDefaults): unknown {
  if (!isTable(own)) return own;
  const added = Object.entries(applying(own, defaults)).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, key in own ? under(own[key], value, depthOf(key)) : value] as const],
  );
  return { ...own, ...Object.fromEntries(added) };
}

/** One setting as it goes for a client, and whose word it is. */
export interface Setting {
  /** `brand.colour`, `parties.msp.name` */
  readonly key: string;
  readonly value: unknown;
  readonly from: 'client' | 'portfolio';
}

/** Every setting that the portfolio could give, with whose word goes. What neither says is not among them: then the product's own goes. */
export function settingsOf(own: unknown, defaults: PortfolioDefaults): readonly Setting[] {
  const ours = isTable(own) ? own : {};
  const theirs = applying(ours, defaults);
  return keysOf(DEPTH).flatMap((key) => settingsAt(key, ours[key], theirs[key], DEPTH[key]));
}

/** A brand file of the client's own is a whole brand: the portfolio's does not shine through. */
function applying(own: Table, defaults: PortfolioDefaults): PortfolioDefaults {
  if (!isTable(own['brand']) || own['brand']['from'] === undefined) return defaults;
  const { brand: _, ...others } = defaults;
  return others;
}

function under(own: unknown, fallback: unknown, depth: number): unknown {
  if (depth === 0 || !isTable(own) || !isTable(fallback)) return own;
  const added = Object.entries(fallback).map(
    ([key, value]) => [key, Object.hasOwn(own, key) ? under(own[key], value, depth - 1) : value] as const,
  );
  return { ...own, ...Object.fromEntries(added) };
}

function settingsAt(key: string, own: unknown, fallback: unknown, depth: number): readonly Setting[] {
  if (own === undefined && fallback === undefined) return [];
  const [mine, theirs] = [own === undefined ? {} : own, fallback === undefined ? {} : fallback];
  if (depth === 0 || !isTable(mine) || !isTable(theirs))
    return [{ key, value: own === undefined ? fallback : own, from: own === undefined ? 'portfolio' : 'client' }];
  const inner = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return inner.flatMap((name) =>
    settingsAt(
      `${key}.${name}`,
      Object.hasOwn(mine, name) ? mine[name] : undefined,
      Object.hasOwn(theirs, name) ? theirs[name] : undefined,
      depth - 1,
    ),
  );
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function depthOf(key: string): number {
  return keysOf(DEPTH).includes(key as Key) ? DEPTH[key as Key] : 0;
}

function keysOf(table: typeof DEPTH): readonly Key[] {
  return Object.keys(table) as Key[];
}
