import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import { ExportsFile, HeadersFile, type Vocabulary, WordsFile } from '../model/mapping/vocabulary.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { onDisk } from './trouble.ts';

/** The words by which `map` proposes, from the data files that are shipped. */
export async function readVocabulary(root = join(PACKAGE_ROOT, 'vocabulary')): Promise<Vocabulary> {
  const [headers, words, exports] = await Promise.all([
    readPart(root, 'headers.yaml', HeadersFile),
    readPart(root, 'words.yaml', WordsFile),
    readPart(root, 'exports.yaml', ExportsFile),
  ]);
  return { headers, words, exports };
}

async function readPart<S extends z.ZodType>(root: string, name: string, schema: S): Promise<z.output<S>> {
  const text = await onDisk(join(root, name), () => readFile(join(root, name), 'utf8'));
  const { value, problems } = readYaml(text, `vocabulary/${name}`, schema);
  if (value !== undefined) return value;
  const { code, hint } = diagnostic('catalogue-invalid', { problems: '' });
  throw new ProofpackError(
    code,
    tellProblems(problems, () => text),
    hint,
    { problems },
  );
}
