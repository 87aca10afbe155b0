import { resolve } from 'node:path';
import { QUESTIONNAIRES_FOLDER, savePairs } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { CONFIRM_REASONS as REASONS } from '../kernel/messages/questionnaire-words.ts';
import type { Catalog } from '../model/catalog.ts';
import type { QuestionPair } from '../model/question-pairs.ts';
import { type Finding, NONE } from '../questionnaire/index.ts';
import { dayGiven } from './map-file.ts';
import type { Given } from './verb.ts';

interface Confirming {
  readonly given: Given;
  readonly finding: Finding;
  readonly catalog: Catalog;
  readonly folder: string;
  readonly known: readonly QuestionPair[];
}

/** What was confirmed before, with what is confirmed now: a person's word over which question it is, kept beside the engagement or shared. */
export async function confirmPairs({
  given,
  finding,
  catalog,
  folder,
  known,
}: Confirming): Promise<readonly QuestionPair[]> {
  const confirmed = given.texts('confirm').map((each) => pairOf(each, { given, finding, catalog }));
  if (confirmed.length === 0 || given.flag('dryRun')) return [...known, ...confirmed];
  const at = given.text('to') === undefined ? resolve(folder, QUESTIONNAIRES_FOLDER) : resolve(given.text('to') ?? '');
  await savePairs(at, confirmed);
  return [...known, ...confirmed];
}

function pairOf(
  text: string,
  { given, finding, catalog }: Pick<Confirming, 'given' | 'finding' | 'catalog'>,
): QuestionPair {
  const wrong = (why: string) => failure(diagnostic('answer-confirm-wrong', { given: text, why }));
  const [, id, is] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (id === undefined || is === undefined) throw wrong(REASONS.form());
  const question = finding.questions.find((each) => each.id === id.trim());
  if (question === undefined) throw wrong(REASONS.noQuestion(id));
  const asked = catalog.frameworks.filter(({ kind }) => kind === 'questionnaire').flatMap(({ controls }) => controls);
  if (is !== NONE && !asked.some((control) => control.id === is)) throw wrong(REASONS.noControl(is));
  const by = given.text('by');
  if (by === undefined) throw wrong(REASONS.nobody());
  return { asks: question.text, is, by, on: dayGiven(given) };
}
