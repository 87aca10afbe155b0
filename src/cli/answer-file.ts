import { basename, isAbsolute, relative, resolve } from 'node:path';
import {
  discardUnfinished,
  engagementAbove,
  QUESTIONNAIRES_FOLDER,
  readReview,
  saveFormProfile,
} from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { AnswerRow } from '../model/answer-map.ts';
import type { FormProfile } from '../model/form-profile.ts';
import { ALLOWANCES, type Allowance } from '../model/questionnaire.ts';
import type { Finding } from '../questionnaire/index.ts';
import { saveAnswers } from './answer-outputs.ts';
import { answerQuestionnaire, judgeQuestionnaire, openQuestionnaire, readEarlier } from './answering.ts';
import { confirmPairs } from './confirm-pairs.ts';
import { tellAnswers } from './tell-answers.ts';
import type { Terminal } from './terminal.ts';
import { CONDITION_MET, DONE, type Given } from './verb.ts';

/** From the sender's file to the same file answered, the map of its answers, the list for people, and the package behind it. */
export async function answerFile(given: Given, terminal: Terminal): Promise<number> {
  terminal.onInterrupt(discardUnfinished);
  const path = given.args[0] ?? '';
  const allow = new Set<Allowance>(ALLOWANCES.filter((each) => given.texts('allow').includes(each)));
  const folder = given.text('engagement') ?? (await engagementAbove(path)) ?? '.';
  const opened = await openQuestionnaire(path, folder, allow);
  const { finding, engaged } = opened;
  const output = outputFor(given, path, folder);
  if (given.flag('profile')) await saveFormProfile(folder, profileOf(finding, path));
  const pairs = await confirmPairs({ given, finding, catalog: engaged.catalog, folder, known: opened.pairs });
  const { review } = await readReview(folder);
  const judgedForm = await judgeQuestionnaire(opened, pairs, { terminal });
  const { judged } = judgedForm;
  const earlier = await readEarlier(given.text('earlier'), opened);
  const { filled, rows, astray, ofOther } = await answerQuestionnaire(judgedForm, { review, earlier });
  const name = opened.outputName?.(basename(path)) ?? basename(path);
  const outputs = { path, name, bytes: filled.bytes, rows, judged, output };
  const saved = given.flag('dryRun') ? [] : await saveAnswers(outputs, { force: given.flag('force'), terminal });
  tellAnswers(terminal, {
    rows,
    finding,
    saved,
    astray,
    ofOther: { title: basename(path), decisions: ofOther },
    refused: filled.refused.map(({ note }) => note),
    added: judged.added,
  });
  return exitFor(rows, given.texts('failOn'));
}

function profileOf({ fingerprint, layouts }: Finding, path: string): FormProfile {
  return { fingerprint, title: basename(path), layouts: [...layouts] };
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
    failOn.includes('contradiction') &&
    rows.some(({ earlier, reviewed }) => (earlier?.contradiction ?? reviewed?.contradiction ?? null) !== null);
  const left = failOn.includes('person') && rows.some(({ state }) => state === 'person');
  return contradicted || left ? CONDITION_MET : DONE;
}
