import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { inOrder, type Locate, readYaml, tellProblems, valueAt, type YamlReading } from '../kernel/yaml.ts';
import type { Catalog } from '../model/catalog.ts';
import { ENGAGEMENT_FILE, Engagement } from '../model/engagement.ts';
import { withDefaults } from '../model/portfolio-defaults.ts';
import { withBrandFile } from './brand.ts';
import { engagementProblems } from './engagement-check.ts';
import { listFolder } from './listing.ts';
import { plainPath } from './plain-path.ts';
import { type DefaultsAbove, defaultsAbove } from './portfolio.ts';
import { errno, onDisk } from './trouble.ts';

/** The engagement of a folder, checked against the catalogue and the files that are there; or one error that tells every problem. */
export async function readEngagement(
  folder: string,
  catalog: Catalog,
  { thresholds = new Set() }: { readonly thresholds?: ReadonlySet<string> } = {},
): Promise<Engagement> {
  const text = await readText(folder);
  const above = await defaultsAbove(folder);
  const texts = new Map([[ENGAGEMENT_FILE, text], ...(above ? [[above.path, above.text] as const] : [])]);
  const { value, problems, place } = readCompleted(text, above);
  if (value === undefined) throw invalid(problems, texts);
  const { files } = await onDisk(folder, () => listFolder(folder));
  const paths = new Set([...files.map((file) => file.path), ...(above?.paths ?? [])]);
  const wrong = engagementProblems(value, { catalog, paths, thresholds, place });
  if (wrong.length > 0) throw invalid(inOrder(wrong), texts);
  return withBrandFile(folder, withPlainPaths(value));
}

/** What the client does not say the portfolio above may say; whatever is wrong is told where it was written. */
function readCompleted(text: string, above: DefaultsAbove | undefined): YamlReading<Engagement> {
  if (above === undefined) return readYaml(text, ENGAGEMENT_FILE, Engagement);
  let own: unknown;
  const reading = readYaml(text, ENGAGEMENT_FILE, Engagement, (said) => {
    own = said;
    return withDefaults(said, above.defaults);
  });
  const place: Locate = (steps, part) =>
    valueAt(own, steps) === undefined && valueAt(above.defaults, steps) !== undefined
      ? above.place(steps, part)
      : reading.place(steps, part);
  return { ...reading, place };
}

function invalid(problems: readonly Diagnostic[], texts: ReadonlyMap<string, string>): ProofpackError {
  const { code, hint } = diagnostic('engagement-invalid', { problems: '' });
  return new ProofpackError(
    code,
    tellProblems(problems, (path) => texts.get(path) ?? ''),
    hint,
    { problems },
  );
}

async function readText(folder: string): Promise<string> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw failure(diagnostic('folder-missing', { folder }));
  const path = join(folder, ENGAGEMENT_FILE);
  try {
    return stripMark(await readFile(path, 'utf8'));
  } catch (error) {
    if (errno(error) === 'ENOENT') throw failure(diagnostic('engagement-missing', { folder }), { cause: error });
    return onDisk(path, () => Promise.reject(error));
  }
}

/** Editors on Windows put a byte order mark before the first key. */
function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function withPlainPaths(engagement: Engagement): Engagement {
  const { brand, populations, exhibits, frameworks } = engagement;
  return {
    ...engagement,
    brand: brand.logo === undefined ? brand : { ...brand, logo: plainPath(brand.logo) },
    populations: {
      ...(populations.devices === undefined ? {} : { devices: plainPath(populations.devices) }),
      ...(populations.people === undefined ? {} : { people: plainPath(populations.people) }),
    },
    exhibits: Object.fromEntries(Object.entries(exhibits).map(([path, said]) => [plainPath(path), said])),
    frameworks: frameworks.map((entry) =>
      typeof entry === 'string' || entry.text === undefined ? entry : { ...entry, text: plainPath(entry.text) },
    ),
  };
}
