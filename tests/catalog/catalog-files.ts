import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Control, ControlsFile, type Framework, FrameworkFile, MappingFile } from '../../src/model/control.ts';
import { type OperatingModel, OperatingModelFile } from '../../src/model/ownership.ts';
import { type Practice, PracticeFile } from '../../src/model/practice.ts';

const FRAMEWORKS = join(import.meta.dirname, '../../frameworks');
const FACTS = join(import.meta.dirname, '../../src/facts');

const read = (path: string): unknown => parse(readFileSync(join(FRAMEWORKS, path), 'utf8'));
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(join(FRAMEWORKS, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);

export function practiceFiles(): readonly { readonly path: string; readonly file: PracticeFile }[] {
  return yamlIn('practices').map((path) => ({ path, file: PracticeFile.parse(read(path)) }));
}

export function allPractices(): readonly Practice[] {
  return practiceFiles().flatMap(({ file }) =>
    file.practices.map((practice) => ({ ...practice, domain: file.domain })),
  );
}

export function allModels(): readonly OperatingModel[] {
  return yamlIn('operating-models').map((path) => OperatingModelFile.parse(read(path)));
}

export function frameworkIds(): readonly string[] {
  return readdirSync(FRAMEWORKS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name !== 'practices' && name !== 'operating-models')
    .sort();
}

export function frameworkOf(id: string): Framework {
  const { groups, controls } = ControlsFile.parse(read(`${id}/controls.yaml`));
  const mapping = MappingFile.parse(read(`${id}/mapping.yaml`));
  const mapped = new Map(mapping.controls.map((entry) => [entry.id, entry]));
  return {
    ...FrameworkFile.parse(read(`${id}/framework.yaml`)),
    groups,
    mappingNote: mapping.note,
    controls: controls.map((entry): Control => ({ ...entry, practices: [], own: [], ...mapped.get(entry.id) })),
  };
}

/** The ids of `mapping.yaml` alone, to be held against those of `controls.yaml`. */
export function mappedIds(id: string): readonly string[] {
  return MappingFile.parse(read(`${id}/mapping.yaml`)).controls.map((entry) => entry.id);
}

/** The listing of the folder is the catalogue. */
export function factIds(): readonly string[] {
  const own = new Set(['index.ts', 'define-fact.ts']);
  return readdirSync(FACTS)
    .filter((name) => name.endsWith('.ts') && !own.has(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}
