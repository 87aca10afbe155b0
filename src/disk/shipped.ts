import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { onDisk } from './trouble.ts';

/** A data file that is shipped (`vocabulary/words.yaml`); what is wrong in it is told as of the catalogue. */
export async function readShipped<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
  const path = join(PACKAGE_ROOT, name);
  const text = await onDisk(path, () => readFile(path, 'utf8'));
  const { value, problems } = readYaml(text, name, schema);
  if (value !== undefined) return value;
  const { code, hint } = diagnostic('catalogue-invalid', { problems: '' });
  throw new ProofpackError(
    code,
    tellProblems(problems, () => text),
    hint,
    { problems },
  );
}
