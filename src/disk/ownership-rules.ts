import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import { readYaml, tellProblems } from '../kernel/yaml.ts';
import { AdviceRules } from '../model/advice.ts';
import { ResponsibilityWords } from '../model/responsibility-words.ts';
import { TransitionRules } from '../model/transition.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { portfolioAbove } from './portfolio.ts';
import { textIfThere } from './text-if-there.ts';
import { onDisk } from './trouble.ts';

const FOLDER = 'operating-models/rules';

/** What must be there before a hat moves. */
export function readTransitionRules(beside?: string): Promise<TransitionRules> {
  return readRules('transition.yaml', TransitionRules, beside);
}

/** Which model fits whom. */
export function readAdviceRules(beside?: string): Promise<AdviceRules> {
  return readRules('advice.yaml', AdviceRules, beside);
}

/** How the matrix is told in the words of others. */
export function readResponsibilityWords(beside?: string): Promise<ResponsibilityWords> {
  return readRules('responsibility-words.yaml', ResponsibilityWords, beside);
}

/** A file of that name beside the engagement, or else beside the portfolio above it, stands in the place of the shipped one. */
async function readRules<S extends z.ZodType>(
  name: string,
  schema: S,
  beside: string | undefined,
): Promise<z.output<S>> {
  const inside = `frameworks/${FOLDER}/${name}`;
  const { path, text } = (beside && (await ownRules(beside, inside))) || (await shippedRules(inside));
  const reading = readYaml(text, path, schema);
  if (reading.value !== undefined) return reading.value;
  const { code, hint } = diagnostic('catalogue-invalid', { problems: '' });
  const told = tellProblems(reading.problems, () => text);
  throw new ProofpackError(code, told, hint, { problems: reading.problems });
}

async function ownRules(beside: string, inside: string): Promise<Rules | undefined> {
  const own = await textIfThere(join(beside, inside));
  if (own !== undefined) return { path: inside, text: own };
  const portfolio = await portfolioAbove(beside);
  const lent = portfolio === undefined ? undefined : await textIfThere(join(portfolio, inside));
  return lent === undefined ? undefined : { path: `../${inside}`, text: lent };
}

async function shippedRules(inside: string): Promise<Rules> {
  const path = `proofpack/${inside}`;
  return { path, text: await onDisk(path, () => readFile(join(PACKAGE_ROOT, inside), 'utf8')) };
}

interface Rules {
  readonly path: string;
  readonly text: string;
}
