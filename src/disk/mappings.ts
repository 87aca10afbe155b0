import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { byCodeUnit, groupBy } from '../kernel/order.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import type { Engagement } from '../model/engagement.ts';
import { isMappingName, MAPPINGS_FOLDER, type Mapping, MappingProfile } from '../model/mapping.ts';
import { plainPath } from './plain-path.ts';
import { errno, onDisk } from './trouble.ts';

const PROFILE = /^(.+)\.ya?ml$/;

interface Read {
  readonly path: string;
  readonly text: string;
  readonly mapping: Mapping | undefined;
  readonly problems: readonly Diagnostic[];
}

/** The profiles beside an engagement and in the folders that it shares with others, by name; or one error that tells every problem. */
export async function readMappings(folder: string, shared: Engagement['mappings'] = []): Promise<readonly Mapping[]> {
  const own = await profilesIn(folder, MAPPINGS_FOLDER, 'optional');
  const others: Read[] = [];
  for (const other of new Set(shared.map(folderPath))) {
    if (other !== MAPPINGS_FOLDER) others.push(...(await profilesIn(folder, other, 'named')));
  }
  const all = [...own, ...others];
  const problems = all.flatMap((read) => read.problems);
  if (problems.length > 0) throw invalid(problems, all);
  for (const [name, same] of groupBy(all, ({ mapping }) => mapping?.name)) {
    const paths = same.map(({ path }) => path);
    if (name !== undefined && paths.length > 1) throw failure(diagnostic('mapping-twice', { name, paths }));
  }
  return all.flatMap(({ mapping }) => mapping ?? []).toSorted((a, b) => byCodeUnit(a.name, b.name));
}

/** One profile by its file; undefined when there is none. */
export async function readMapping(folder: string, name: string): Promise<Mapping | undefined> {
  const found = (await profilesIn(folder, '', 'optional')).filter(({ path }) => PROFILE.exec(path)?.[1] === name);
  const problems = found.flatMap((read) => read.problems);
  if (problems.length > 0) throw invalid(problems, found);
  return found[0]?.mapping;
}

/** Whether a path of the engagement folder is a profile and no exhibit. */
export function isProfilePath(path: string, shared: Engagement['mappings'] = []): boolean {
  const at = path.lastIndexOf('/');
  const inside = path.slice(0, Math.max(0, at));
  return PROFILE.test(path.slice(at + 1)) && [MAPPINGS_FOLDER, ...shared.map(folderPath)].includes(inside);
}

function folderPath(path: string): string {
  return plainPath(path).replace(/\/+$/, '');
}

async function profilesIn(folder: string, inside: string, how: 'optional' | 'named'): Promise<readonly Read[]> {
  const at = resolve(folder, inside);
  const names = await readdir(at).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT' && errno(error) !== 'ENOTDIR') return onDisk(at, () => Promise.reject(error));
    if (how === 'optional') return [];
    throw failure(diagnostic('mappings-folder-missing', { folder: inside }), { cause: error });
  });
  const profiles = names.filter((name) => PROFILE.test(name) && !name.startsWith('.')).sort(byCodeUnit);
  return Promise.all(profiles.map((name) => readProfile(join(at, name), inside === '' ? name : `${inside}/${name}`)));
}

async function readProfile(absolute: string, path: string): Promise<Read> {
  const text = (await onDisk(absolute, () => readFile(absolute, 'utf8'))).replace(/^\uFEFF/, '');
  const { value: profile, problems } = readYaml(text, path, MappingProfile);
  const name = PROFILE.exec(path.slice(path.lastIndexOf('/') + 1))?.[1] ?? '';
  if (!isMappingName(name)) {
    const note = diagnostic('mapping-name-wrong', { name }, { path, line: 1, column: 1 });
    return { path, text, mapping: undefined, problems: [note, ...problems] };
  }
  return { path, text, mapping: profile && { name, profile, text }, problems };
}

function invalid(problems: readonly Diagnostic[], read: readonly Read[]): ProofpackError {
  const { code, hint } = diagnostic('mapping-invalid', { problems: '' });
  const texts = new Map(read.map(({ path, text }) => [path, text]));
  return new ProofpackError(
    code,
    tellProblems(problems, (path) => texts.get(path) ?? ''),
    hint,
    { problems },
  );
}
