import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { byCodeUnit } from '../kernel/order.ts';
import { readYaml, tellProblems, yamlText } from '../kernel/yaml.ts';
import { FormProfile } from '../model/form-profile.ts';
import { type QuestionPair, QuestionPairs } from '../model/question-pairs.ts';
import { NO_REVIEW, Review } from '../model/review.ts';
import { whileAlone } from './alone.ts';
import { QUESTIONNAIRES_FOLDER } from './listing.ts';
import { savePackage } from './save.ts';
import { saveMapping } from './save-mapping.ts';
import { textIfThere } from './text-if-there.ts';
import { errno, onDisk } from './trouble.ts';

/** What people found out and decided about questionnaires: files that can be compared line by line. */
export interface Remembered {
  readonly profiles: readonly FormProfile[];
  /** Those that an organisation shares first, those of the engagement last: the later goes before the earlier. */
  readonly pairs: readonly QuestionPair[];
}

const PAIRS = 'pairs';
const PROFILE = /\.form\.yaml$/;

export async function readRemembered(folder: string, shared: readonly string[] = []): Promise<Remembered> {
  const profiles: FormProfile[] = [];
  const pairs: QuestionPair[] = [];
  for (const inside of [...shared, QUESTIONNAIRES_FOLDER]) {
    const at = resolve(folder, inside);
    const names = await namesIn(at, shared.includes(inside) ? inside : undefined);
    for (const name of names.filter((each) => PROFILE.test(each))) profiles.push(await readOne(at, name, FormProfile));
    if (names.includes(`${PAIRS}.yaml`)) pairs.push(...(await readOne(at, `${PAIRS}.yaml`, QuestionPairs)).pairs);
  }
  return { profiles: profiles.toReversed(), pairs };
}

async function namesIn(at: string, named: string | undefined): Promise<readonly string[]> {
  const names = await readdir(at).catch((error: unknown) => {
    if (errno(error) !== 'ENOENT') return onDisk(at, () => Promise.reject(error));
    if (named === undefined) return [];
    throw failure(diagnostic('questionnaires-folder-missing', { folder: named }), { cause: error });
  });
  return names.toSorted(byCodeUnit);
}

async function readOne<S extends z.ZodType>(folder: string, name: string, schema: S): Promise<z.output<S>> {
  const text = await onDisk(join(folder, name), () => readFile(join(folder, name), 'utf8'));
  const { value, problems } = readYaml(text, name, schema);
  if (value === undefined) throw invalid(problems, text);
  return value;
}

function invalid(problems: readonly Diagnostic[], text: string): ProofpackError {
  const { code, hint } = diagnostic('questionnaires-invalid', { problems: '' });
  return new ProofpackError(
    code,
    tellProblems(problems, () => text),
    hint,
    { problems },
  );
}

const REVIEW = 'review.yaml';
/** Two reviews of one folder decide one after the other: between the look and the name nobody else writes. */
const LOCK = '.review.lock';

/** What people decided in the review, and the very text that says so: whoever saves compares it with what he read. */
export async function readReview(folder: string): Promise<{ readonly review: Review; readonly text: string | null }> {
  const at = join(folder, QUESTIONNAIRES_FOLDER);
  const text = await readReviewText(at);
  if (text === null) return { review: NO_REVIEW, text };
  const { value, problems } = readYaml(text, REVIEW, Review);
  if (value === undefined) throw invalid(problems, text);
  return { review: value, text };
}

async function readReviewText(at: string): Promise<string | null> {
  return (await textIfThere(join(at, REVIEW))) ?? null;
}

/** Whole or not at all, and only in the place of what was read: false when somebody else wrote it since. */
export async function saveReview(
  folder: string,
  review: Review,
  { over }: { readonly over: string | null },
): Promise<boolean> {
  const at = join(folder, QUESTIONNAIRES_FOLDER);
  const bytes = new TextEncoder().encode(yamlText(Review.parse(review)));
  const saved = await whileAlone(join(at, LOCK), async () => {
    if ((await readReviewText(at)) !== over) return false;
    await savePackage({ bytes, path: join(at, REVIEW), replace: 'anything', check: async () => true });
    return true;
  });
  return saved === true;
}

/** Saves where a form has its questions, under its fingerprint. */
export async function saveFormProfile(folder: string, profile: FormProfile): Promise<string> {
  const at = join(folder, QUESTIONNAIRES_FOLDER);
  return saveMapping(at, `${profile.fingerprint}.form`, yamlText(profile));
}

/** Adds to the pairs of a folder; a pair for the same wording takes the place of the older one. */
export async function savePairs(at: string, added: readonly QuestionPair[]): Promise<string> {
  const names = await namesIn(at, undefined);
  const old = names.includes(`${PAIRS}.yaml`) ? (await readOne(at, `${PAIRS}.yaml`, QuestionPairs)).pairs : [];
  const asked = new Set(added.map(({ asks }) => asks));
  const pairs = [...old.filter(({ asks }) => !asked.has(asks)), ...added];
  return saveMapping(at, PAIRS, yamlText({ pairs: pairs.toSorted((a, b) => byCodeUnit(a.asks, b.asks)) }));
}
