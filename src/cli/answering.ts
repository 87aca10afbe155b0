import { basename } from 'node:path';
import { type OpenEngagement, openEngagement } from '../client/index.ts';
import { readPackage, readQuestionnaireWords, readRemembered, readThesaurus } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Match, Matcher } from '../model/match.ts';
import type { QuestionPair } from '../model/question-pairs.ts';
import type { Allowance, Form } from '../model/questionnaire.ts';
import type { QuestionnaireWords } from '../model/questionnaire-words.ts';
import { decisionsOfOther, entriesFor, type Review } from '../model/review.ts';
import {
  type Answered,
  answerAll,
  answerRows,
  createMatcher,
  earlierAnswers,
  type Filled,
  type Finding,
  findQuestions,
  matchAll,
  type OpenForm,
  openForm,
  rememberingMatcher,
  reviewedBy,
  type Said,
  writingsOf,
} from '../questionnaire/index.ts';
import { type JudgedForAnswers, judgeForAnswers } from './answer-findings.ts';
import type { Terminal } from './terminal.ts';

/** A questionnaire beside the engagement that is to answer it, read and not judged yet. */
export interface OpenedForm extends OpenForm {
  readonly path: string;
  readonly engaged: OpenEngagement;
  readonly words: QuestionnaireWords;
  readonly finding: Finding;
  readonly pairs: readonly QuestionPair[];
  readonly profiles: Awaited<ReturnType<typeof readRemembered>>['profiles'];
  readonly allow: ReadonlySet<Allowance>;
}

export async function openQuestionnaire(
  path: string,
  folder: string,
  allow: ReadonlySet<Allowance>,
): Promise<OpenedForm> {
  const words = await readQuestionnaireWords();
  const opened = await openForm({ path, bytes: await readPackage(path), allow, words });
  const engaged = await openEngagement(folder);
  const { profiles, pairs } = await readRemembered(folder, engaged.engagement.questionnaires);
  const finding = findQuestions(opened.form, { words, profiles });
  checkFinding(finding, opened.form, path);
  return { ...opened, path, engaged, words, finding, pairs, profiles, allow };
}

function checkFinding({ layouts, questions }: Finding, form: Form, path: string): void {
  const known = form.grids.map(({ name }) => name);
  const strange = layouts.find(({ grid }) => !known.includes(grid));
  if (strange !== undefined) throw failure(diagnostic('form-profile-strange', { grid: strange.grid, known }));
  if (questions.length === 0) throw failure(diagnostic('form-without-questions', { path }, { path }));
}

/** The same with what the evidence carries; `pairs` say which question of ours a wording is. */
export interface JudgedForm extends OpenedForm {
  readonly matches: ReadonlyMap<string, Match>;
  readonly judged: JudgedForAnswers;
}

export async function judgeQuestionnaire(
  opened: OpenedForm,
  pairs: readonly QuestionPair[],
  { terminal, before }: { readonly terminal: Terminal; readonly before?: JudgedForAnswers },
): Promise<JudgedForm> {
  const { engaged, finding, path } = opened;
  const matches = matchAll(finding.questions, await matcherFor(engaged.catalog, pairs));
  const judged = await judgeForAnswers({ engaged, matches: [...matches.values()], file: path, terminal, before });
  return { ...opened, pairs, matches, judged };
}

async function matcherFor(catalog: Catalog, pairs: readonly QuestionPair[]): Promise<Matcher> {
  return rememberingMatcher(createMatcher(catalog, await readThesaurus()), pairs, catalog);
}

export interface AnsweredForm {
  readonly answered: readonly Answered[];
  readonly filled: Filled;
  readonly rows: ReturnType<typeof answerRows>;
  /** Decisions of the review about questions that the form does not have. */
  readonly astray: readonly string[];
  /** How many decisions there are about another edition of the form. */
  readonly ofOther: number;
}

/** Every question answered by the evidence and by what people decided; the form filled, in memory only. */
export async function answerQuestionnaire(
  { form, fill, words, finding, matches, judged, allow, path }: JudgedForm,
  { review, earlier }: { readonly review: Review; readonly earlier: ReadonlyMap<string, Said> },
): Promise<AnsweredForm> {
  const { questions, fingerprint } = finding;
  const name = { fingerprint, title: basename(path) };
  const entries = entriesFor(review, name);
  const known = new Set(questions.map(({ id }) => id));
  const setting = { form, findings: judged.shown, words, questions, matches, earlier };
  const answered = answerAll({
    ...setting,
    overwrite: allow.has('filled'),
    reviewedBy: reviewedBy(entries, questions),
  });
  const filled = await fill({ writings: writingsOf(answered), allow });
  const astray = entries.map(({ question }) => question).filter((id) => !known.has(id));
  return { answered, filled, rows: answerRows(answered, filled), astray, ofOther: decisionsOfOther(review, name) };
}

/** What was answered in an earlier year. */
export async function readEarlier(
  path: string | undefined,
  { words, profiles }: Pick<OpenedForm, 'words' | 'profiles'>,
): Promise<ReadonlyMap<string, Said>> {
  if (path === undefined) return new Map();
  // A broken signature is no harm where nothing is written.
  const allow = new Set<Allowance>(['signed']);
  const { form } = await openForm({ path, bytes: await readPackage(path), allow, words });
  const { questions } = findQuestions(form, { words, profiles });
  return earlierAnswers(form, questions, { words, from: basename(path) });
}
