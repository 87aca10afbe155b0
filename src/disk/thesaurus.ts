import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import { QuestionnaireWords } from '../model/questionnaire-words.ts';
import { Thesaurus } from '../model/thesaurus.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { onDisk } from './trouble.ts';

/** How the field says the same in several ways, as it is shipped. */
export function readThesaurus(): Promise<Thesaurus> {
  return readShipped('frameworks/thesaurus.yaml', Thesaurus);
}

/** How forms of others are worded, as it is shipped. */
export function readQuestionnaireWords(): Promise<QuestionnaireWords> {
  return readShipped('vocabulary/questionnaires.yaml', QuestionnaireWords);
}

async function readShipped<S extends z.ZodType>(name: string, schema: S): Promise<z.output<S>> {
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
