import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { PHRASES } from '../kernel/messages/assessment.ts';
import { byCodeUnit } from '../kernel/order.ts';
import { sha256 } from '../kernel/sha256.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import type { Catalog } from '../model/catalog.ts';
import { ControlsFile, FrameworkFile, MappingFile } from '../model/control.ts';
import { OperatingModelSource } from '../model/ownership.ts';
import { PracticeFile } from '../model/practice.ts';
import { resolveModels } from '../ownership/index.ts';
import { type CatalogFiles, catalogProblems, type FrameworkFiles, type LocatedFile } from './catalog-check.ts';
import { type Compiled, compiledCatalog, compiledValue } from './compiled.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { portfolioAbove } from './portfolio.ts';
import { readPublishedControls } from './published/controls.ts';
import { errno, onDisk } from './trouble.ts';

export interface CatalogRequest {
  /** An engagement folder: its `frameworks/` extends what is shipped, and so does that of the portfolio above it. */
  readonly beside?: string;
  /** The ids of the facts that expectations may name; without them that is not checked. */
  readonly facts?: ReadonlySet<string>;
  /** Where the shipped catalogue lies; its own place unless a test says otherwise. */
  readonly shipped?: string;
}

const SHIPPED = 'proofpack/frameworks';

/** Practices, frameworks and operating models as data: read once, checked against one another, or one error that tells every problem. */
export async function readCatalog(request: CatalogRequest = {}): Promise<Catalog> {
  const reader = new Map<string, string>();
  const shipped = await (request.shipped === undefined ? ourRoot(reader) : readRoot(request.shipped, SHIPPED, reader));
  const own =
    request.beside === undefined ? NOTHING : await readRoot(join(request.beside, 'frameworks'), 'frameworks', reader);
  const above = await portfolioRoot(request.beside, reader);
  const broken = [...shipped.problems, ...above.problems, ...own.problems];
  const roots = [shipped.files, without(above.files, own.files), own.files];
  const problems = broken.length > 0 ? broken : catalogProblems(roots, request.facts);
  if (problems.length > 0) throw invalid(problems, reader);
  return catalogOf(roots);
}

async function portfolioRoot(beside: string | undefined, texts: Map<string, string>): Promise<Root> {
  const above = beside === undefined ? undefined : await portfolioAbove(beside);
  return above === undefined ? NOTHING : readRoot(join(above, 'frameworks'), '../frameworks', texts);
}

/** A client's own file or framework goes in the place of the portfolio's of the same name. */
function without(above: CatalogFiles, own: CatalogFiles): CatalogFiles {
  const names = (files: readonly LocatedFile<unknown>[]) => new Set(files.map(({ path }) => basename(path)));
  const [practices, models] = [names(own.practices), names(own.models)];
  const frameworks = new Set(own.frameworks.map(({ folder }) => folder));
  return {
    practices: above.practices.filter(({ path }) => !practices.has(basename(path))),
    models: above.models.filter(({ path }) => !models.has(basename(path))),
    frameworks: above.frameworks.filter(({ folder }) => !frameworks.has(folder)),
  };
}

let ours: Promise<{ readonly root: Root; readonly texts: ReadonlyMap<string, string> }> | undefined;

/** What is shipped does not change while we run: of many clients in one run only the first one waits for it. */
async function ourRoot(texts: Map<string, string>): Promise<Root> {
  ours ??= (async () => {
    const read = new Map<string, string>();
    return { root: await readRoot(join(PACKAGE_ROOT, 'frameworks'), SHIPPED, read), texts: read };
  })();
  const known = await ours;
  for (const [path, text] of known.texts) texts.set(path, text);
  return known.root;
}

/** For the build: the shipped catalogue as values, each with the hash of its text. */
export async function compileCatalog(facts: ReadonlySet<string>): Promise<Compiled> {
  const texts = new Map<string, string>();
  const { files, problems } = await readRoot(join(PACKAGE_ROOT, 'frameworks'), SHIPPED, texts);
  const wrong = problems.length > 0 ? problems : catalogProblems([files], facts);
  if (wrong.length > 0) throw invalid(wrong, texts);
  const located = [
    ...files.practices,
    ...files.models,
    ...files.frameworks.flatMap(({ framework, controls, mapping }) => [framework, controls, mapping]),
  ];
  return Object.fromEntries(located.map(({ path, value }) => [path, { sha256: sha256(texts.get(path) ?? ''), value }]));
}

interface Root {
  readonly files: CatalogFiles;
  readonly problems: readonly Diagnostic[];
}

const NOTHING: Root = { files: { practices: [], models: [], frameworks: [] }, problems: [] };
const PARTS = ['framework.yaml', 'controls.yaml', 'mapping.yaml'] as const;

async function readRoot(folder: string, label: string, texts: Map<string, string>): Promise<Root> {
  const problems: Diagnostic[] = [];
  const compiled = await compiledCatalog();
  const read = async <S extends z.ZodType>(
    inside: string,
    schema: S,
  ): Promise<LocatedFile<z.output<S>> | undefined> => {
    const path = `${label}/${inside}`;
    const text = await onDisk(path, () => readFile(join(folder, inside), 'utf8'));
    texts.set(path, text);
    const known = compiledValue(compiled, path, text);
    // What the build wrote into its own file needs no second judgement; places are looked up only when there is something to tell.
    if (known !== undefined) {
      return { path, value: known as z.output<S>, place: (...at) => readYaml(text, path, schema).place(...at) };
    }
    const reading = readYaml(text, path, schema);
    problems.push(...reading.problems);
    return reading.value === undefined ? undefined : { path, value: reading.value, place: reading.place };
  };
  const { folders } = await namesIn(folder);
  const practices = await Promise.all((await yamlIn(folder, 'practices')).map((file) => read(file, PracticeFile)));
  const models = await Promise.all(
    (await yamlIn(folder, 'operating-models')).map((file) => read(file, OperatingModelSource)),
  );
  const frameworks: FrameworkFiles[] = [];
  for (const name of folders.filter((each) => each !== 'practices' && each !== 'operating-models')) {
    const { files } = await namesIn(join(folder, name));
    const framework = files.includes('framework.yaml')
      ? await read(`${name}/framework.yaml`, FrameworkFile)
      : undefined;
    const published = framework?.value.catalog;
    const wanted = published === undefined ? PARTS : ['framework.yaml', 'mapping.yaml', published];
    const missing = wanted.filter((part) => !files.includes(part));
    const at = { path: `${label}/${name}`, line: 1, column: 1 };
    problems.push(...missing.map((file) => diagnostic('catalogue-file-missing', { folder: at.path, file }, at)));
    if (missing.length > 0) continue;
    const controls =
      published === undefined
        ? await read(`${name}/controls.yaml`, ControlsFile)
        : await readPublishedControls(join(folder, name, published), `${label}/${name}/${published}`, problems);
    const mapping = await read(`${name}/mapping.yaml`, MappingFile);
    if (framework && controls && mapping) frameworks.push({ folder: name, framework, controls, mapping });
  }
  return { files: { practices: practices.flatMap(some), models: models.flatMap(some), frameworks }, problems };
}

function catalogOf(roots: readonly CatalogFiles[]): Catalog {
  const practiceFiles = roots.flatMap(({ practices }) => practices.map(({ value }) => value));
  return {
    domains: practiceFiles.map(({ domain, title }) => ({ id: domain, title })),
    practices: practiceFiles.flatMap(({ domain, practices }) => practices.map((practice) => ({ ...practice, domain }))),
    models: resolveModels(roots.flatMap(({ models }) => models.map(({ value }) => value))),
    frameworks: roots.flatMap(({ frameworks }) =>
      frameworks.map(({ framework, controls, mapping }) => {
        const mapped = new Map(mapping.value.controls.map((entry) => [entry.id, entry]));
        return {
          ...withStanding(framework.value),
          groups: controls.value.groups,
          mappingNote: mapping.value.note,
          controls: controls.value.controls.map((control) => {
            const { id: _, ...bearing } = mapped.get(control.id) ?? UNMAPPED;
            return { ...control, ...bearing };
          }),
          ...(mapping.value.references === undefined ? {} : { references: mapping.value.references }),
          ...(controls.value.withdrawn === undefined ? {} : { withdrawn: controls.value.withdrawn }),
          ...('text' in controls ? { text: controls.text } : {}),
        };
      }),
    ),
  };
}

/** What is not in force says so in its name, and so wherever it is named. */
function withStanding(framework: z.output<typeof FrameworkFile>): z.output<typeof FrameworkFile> {
  const { standing, title, shortTitle } = framework;
  if (standing === undefined) return framework;
  return { ...framework, title: `${title} (${standing.word})`, shortTitle: `${shortTitle} (${standing.word})` };
}

/** Only a publisher's file brings controls that the mapping passes over: they are listed, and say that nothing here measures them. */
const UNMAPPED = { id: '', practices: [], own: [], notMeasured: PHRASES.unmapped };

function invalid(problems: readonly Diagnostic[], texts: ReadonlyMap<string, string>): ProofpackError {
  const { code, hint } = diagnostic('catalogue-invalid', { problems: '' });
  return new ProofpackError(
    code,
    tellProblems(problems, (path) => texts.get(path) ?? ''),
    hint,
    { problems },
  );
}

async function yamlIn(root: string, folder: string): Promise<readonly string[]> {
  const { files } = await namesIn(join(root, folder));
  return files.filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`);
}

async function namesIn(folder: string): Promise<{ files: readonly string[]; folders: readonly string[] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    return onDisk(folder, () => Promise.reject(error));
  });
  const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => byCodeUnit(a.name, b.name));
  return {
    files: visible.filter((entry) => entry.isFile()).map(({ name }) => name),
    folders: visible.filter((entry) => entry.isDirectory()).map(({ name }) => name),
  };
}

function some<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
