import { access } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { type Locate, readYaml, tellProblems } from '../kernel/yaml.ts';
import type { BrandFonts, FontFamily } from '../model/brand-fonts.ts';
import { PORTFOLIO_FILE, Portfolio, type PortfolioDefaults } from '../model/portfolio.ts';
import { plainPath } from './plain-path.ts';
import { textIfThere } from './text-if-there.ts';

/** portfolio.yaml as its folder has it; a folder without one is a portfolio that says nothing. */
export async function readPortfolio(folder: string): Promise<Portfolio> {
  return (await readFileOf(folder, PORTFOLIO_FILE))?.portfolio ?? Portfolio.parse({});
}

/** What a portfolio says for one of its clients. */
export interface DefaultsAbove {
  /** Paths are as seen from the client's folder. */
  readonly defaults: PortfolioDefaults;
  /** Files that they name and that are there, likewise. */
  readonly paths: readonly string[];
  /** `../portfolio.yaml` */
  readonly path: string;
  readonly text: string;
  readonly place: Locate;
}

/** The portfolio that a client's folder lies in, if it lies in one: directly above. */
export async function defaultsAbove(folder: string): Promise<DefaultsAbove | undefined> {
  const above = dirname(resolve(folder));
  const path = `../${PORTFOLIO_FILE}`;
  const read = above === resolve(folder) ? undefined : await readFileOf(above, path);
  if (read === undefined) return undefined;
  const defaults = seenFromBelow(read.portfolio.defaults);
  const named = [
    defaults.brand?.logo,
    ...(defaults.frameworks ?? []).map((entry) => (typeof entry === 'string' ? undefined : entry.text)),
  ].filter((each) => each !== undefined);
  const there = await Promise.all(named.map((each) => isThere(join(folder, each))));
  const place: Locate = (steps, part) => read.place(['defaults', ...steps], part);
  return { defaults, paths: named.filter((_, i) => there[i]), path, text: read.text, place };
}

/** The folder of the portfolio that a client's folder lies in: directly above, and one that says so by its file. */
export async function portfolioAbove(folder: string): Promise<string | undefined> {
  const above = dirname(resolve(folder));
  return above !== resolve(folder) && (await isThere(join(above, PORTFOLIO_FILE))) ? above : undefined;
}

/** What a portfolio may have beside its file, for all of its clients, as seen from one of them. */
export const PORTFOLIO_FOLDERS = ['../frameworks', '../templates'] as const;

/** What the portfolio above a client's folder says of keeping builds. */
export async function storeSaid(folder: string): Promise<Portfolio['store']> {
  const above = dirname(resolve(folder));
  return above === resolve(folder) ? undefined : (await readFileOf(above, `../${PORTFOLIO_FILE}`))?.portfolio.store;
}

async function readFileOf(folder: string, path: string) {
  const absolute = join(folder, PORTFOLIO_FILE);
  const text = await textIfThere(absolute, relative('', absolute));
  if (text === undefined) return undefined;
  const bare = text.replace(/^\uFEFF/, '');
  const { value: portfolio, problems, place } = readYaml(bare, path, Portfolio);
  if (portfolio !== undefined) return { portfolio, text: bare, place };
  const { code, hint } = diagnostic('portfolio-invalid', { problems: '' });
  throw new ProofpackError(
    code,
    tellProblems(problems, () => bare),
    hint,
    { problems },
  );
}

/** Paths in it are seen from where it lies: one folder above the clients. */
function seenFromBelow(defaults: PortfolioDefaults): PortfolioDefaults {
  const { brand, mappings, questionnaires, frameworks } = defaults;
  return {
    ...defaults,
    ...(brand === undefined ? {} : { brand: brandFromBelow(brand) }),
    ...(mappings === undefined ? {} : { mappings: mappings.map(up) }),
    ...(questionnaires === undefined ? {} : { questionnaires: questionnaires.map(up) }),
    ...(frameworks === undefined
      ? {}
      : {
          frameworks: frameworks.map((entry) =>
            typeof entry === 'string' ? entry : { ...entry, ...below(entry, 'text') },
          ),
        }),
  };
}

function brandFromBelow(brand: NonNullable<PortfolioDefaults['brand']>): NonNullable<PortfolioDefaults['brand']> {
  const { fonts } = brand;
  const paths = { ...below(brand, 'from'), ...below(brand, 'logo') };
  return { ...brand, ...paths, ...(fonts === undefined ? {} : { fonts: fontsFromBelow(fonts) }) };
}

function fontsFromBelow({ text, further }: BrandFonts): BrandFonts {
  const family = ({ regular, ...others }: FontFamily): FontFamily => ({
    regular: up(regular),
    ...below(others, 'bold'),
    ...below(others, 'italic'),
  });
  return { ...(text && { text: family(text) }), ...(further && { further: further.map(family) }) };
}

function below<K extends string>(
  of: { readonly [key in K]?: string | undefined },
  key: K,
): { readonly [key in K]?: string } {
  const path = of[key];
  return path === undefined ? {} : ({ [key]: up(path) } as { readonly [key in K]?: string });
}

function up(path: string): string {
  return `../${plainPath(path)}`;
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
