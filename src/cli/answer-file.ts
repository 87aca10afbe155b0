import { basename, isAbsolute, relative, resolve } from 'node:path';
import { openEngagement } from '../client/open.ts';
import {
  discardUnfinished,
  engagementAbove,
  QUESTIONNAIRES_FOLDER,
  readPackage,
  readQuestionnaireWords,
  readRemembered,
  readThesaurus,
  saveFormProfile,
} from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { AnswerRow } from '../model/answer-map.ts';
import type { Catalog } from '../model/catalog.ts';
import type { FormProfile } from '../model/form-profile.ts';
import type { Matcher } from '../model/match.ts';
import { ALLOWANCES, type Allowance, type Form } from '../model/questionnaire.ts';
import {
  answerAll,
  answerRows,
  createMatcher,
  earlierAnswers,
  type Finding,
  findQuestions,
  matchAll,
  openForm,
  rememberingMatcher,
  writingsOf,
} from '../questionnaire/index.ts';
import { judgeForAnswers } from './answer-findings.ts';
import { saveAnswers } from './answer-outputs.ts';
import { confirmPairs } from './confirm-pairs.ts';
import { tellAnswers } from './tell-answers.ts';
import type { Terminal } from './terminal.ts';
import { CONDITION_MET, DONE, type Given } from './verb.ts';

/** From the sender's file to the same file answered, the map of its answers, the list for people, and the package behind it. */
export async function answerFile(given: Given, terminal: Terminal): Promise<number> {
  terminal.onInterrupt(discardUnfinished);
  const path = given.args[0] ?? '';
  const allow = new Set<Allowance>(ALLOWANCES.filter((each) => given.texts('allow').includes(each)));
  const opened = await openForm({ path, bytes: await readPackage(path), allow });
  const folder = given.text('engagement') ?? (await engagementAbove(path)) ?? '.';
  const engaged = await openEngagement(folder);
  const output = outputFor(given, path, folder);
  const words = await readQuestionnaireWords();
  const remembered = await readRemembered(folder, engaged.engagement.questionnaires);
  const finding = findQuestions(opened.form, { words, profiles: remembered.profiles });
  checkFinding(finding, opened.form, path);
  if (given.flag('profile')) await saveFormProfile(folder, profileOf(finding, path));

  const pairs = await confirmPairs({ given, finding, catalog: engaged.catalog, folder, known: remembered.pairs });
  const matcher = await matcherFor(engaged.catalog, pairs);
  const matches = matchAll(finding.questions, matcher);
  const judged = await judgeForAnswers({ engaged, matches: [...matches.values()], file: path, terminal });
  const earlier = await readEarlier(given.text('earlier'), { words, profiles: remembered.profiles });
  const setting = { form: opened.form, findings: judged.shown, words, questions: finding.questions, matches, earlier };
  const answered = answerAll({ ...setting, overwrite: allow.has('filled') });
  const filled = opened.fill({ writings: writingsOf(answered), allow });
  const rows = answerRows(answered, filled);
  const outputs = { path, bytes: filled.bytes, rows, judged, output };
  const saved = given.flag('dryRun') ? [] : await saveAnswers(outputs, { force: given.flag('force'), terminal });
  tellAnswers(terminal, {
    rows,
    finding,
    saved,
    refused: filled.refused.map(({ note }) => note),
    added: judged.added,
    dry: given.flag('dryRun'),
  });
  return exitFor(rows, given.texts('failOn'));
}

function checkFinding({ layouts, questions }: Finding, form: Form, path: string): void {
  const known = form.grids.map(({ name }) => name);
  const strange = layouts.find(({ grid }) => !known.includes(grid));
  if (strange !== undefined) throw failure(diagnostic('form-profile-strange', { grid: strange.grid, known }));
  if (questions.length === 0) throw failure(diagnostic('form-without-questions', { path }, { path }));
}

function profileOf({ fingerprint, layouts }: Finding, path: string): FormProfile {
  return { fingerprint, title: basename(path), layouts: [...layouts] };
}

async function matcherFor(catalog: Catalog, pairs: Parameters<typeof rememberingMatcher>[1]): Promise<Matcher> {
  return rememberingMatcher(createMatcher(catalog, await readThesaurus()), pairs, catalog);
}

async function readEarlier(path: string | undefined, reading: Parameters<typeof findQuestions>[1]) {
  if (path === undefined) return new Map();
  // A broken signature is no harm where nothing is written.
  const { form } = await openForm({ path, bytes: await readPackage(path), allow: new Set<Allowance>(['signed']) });
  const { questions } = findQuestions(form, reading);
  return earlierAnswers(form, questions, { words: reading.words, from: basename(path) });
}

/** Beside the exhibits nothing may be written: it would be read as evidence the next time. */
function outputFor(given: Given, path: string, folder: string): string {
  const output = given.text('output') ?? `${basename(path).replace(/\.[^.]+$/, '')}-answered`;
  const [first = ''] = relative(resolve(folder), resolve(output)).split(/[\\/]/);
  const among = first !== '..' && first !== QUESTIONNAIRES_FOLDER && !isAbsolute(first);
  if (among) throw failure(diagnostic('answer-inside-engagement', { path: output }));
  return output;
}

function exitFor(rows: readonly AnswerRow[], failOn: readonly string[]): number {
  const contradicted =
    failOn.includes('contradiction') && rows.some(({ earlier }) => (earlier?.contradiction ?? null) !== null);
  const left = failOn.includes('person') && rows.some(({ state }) => state === 'person');
  return contradicted || left ? CONDITION_MET : DONE;
}
