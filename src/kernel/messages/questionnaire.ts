import { counted } from '../text.ts';
import type { Message } from './message.ts';

export const QUESTIONNAIRE_MESSAGES = {
  'form-refused': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} was not opened: ${reason}.`,
    hint: 'Open it in the program that made it and save it anew as .xlsx, .xlsm, .docx, .pdf, .json or .csv; ask the sender for another copy if that fails.',
  },
  'form-kind-unknown': {
    severity: 'error',
    says: ({ path, saw }: { path: string; saw: string }) => `${path} is no questionnaire that can be filled: ${saw}.`,
    hint: 'Questionnaires are read as .xlsx, .xlsm, .docx, .csv, VSAQ-style .json and fillable .pdf. Open it and save it as one of these.',
  },
  'form-locked-away': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} is protected by a password for opening, or is a file of Office before 2007 (.xls, .doc).`,
    hint: 'Open it, take the password away, and save it as .xlsx or .docx; ask the sender for the password if you have none.',
  },
  'form-signed': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} carries a digital signature, which every change would break.`,
    hint: 'Ask the sender for a copy without it, or add --allow signed if a broken signature is no harm.',
  },
  'form-cell-refused': {
    severity: 'warning',
    says: ({ grid, cell, reason }: { grid: string; cell: string; reason: string }) =>
      `${grid}, ${cell} was left as it is: ${reason}.`,
    hint: 'Answer it by hand, or lift the guard with --allow and its name if you know that the sender wants it written.',
  },
  'questionnaires-folder-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `questionnaires: there is no folder ${folder}.`,
    hint: 'Give the folder of shared pairs and profiles as it is seen from engagement.yaml, such as ../shared-answers.',
  },
  'questionnaires-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/answer-a-questionnaire.md.',
  },
  'form-without-questions': {
    severity: 'error',
    says: ({ path }: { path: string }) => `No question with a place for its answer was found in ${path}.`,
    hint: 'Write a profile that says where they are (docs/answer-a-questionnaire.md), or give the columns heads such as Question and Answer.',
  },
  'form-profile-strange': {
    severity: 'error',
    says: ({ grid, known }: { grid: string; known: readonly string[] }) =>
      `The profile of this form speaks of "${grid}", and the form has ${known.map((name) => `"${name}"`).join(', ')}.`,
    hint: 'Correct the profile in questionnaires/, or delete it and run "proofpack answer --profile" anew.',
  },
  'form-beyond-profile': {
    severity: 'warning',
    says: ({ cells }: { cells: readonly string[] }) =>
      `${cells.slice(0, 5).join(', ')}${cells.length > 5 ? ` and ${cells.length - 5} more` : ''}: what stands there asks too, outside of the rows that the profile of this form names. It was not answered.`,
    hint: 'Correct from and to in the profile in questionnaires/, or list the rows under leaveOut if they ask nothing.',
  },
  'answer-inside-engagement': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} lies among the exhibits: what is written there would be read as evidence next time.`,
    hint: 'Choose another folder with -o, or one below questionnaires/ of the engagement.',
  },
  'answer-confirm-wrong': {
    severity: 'error',
    says: ({ given, why }: { given: string; why: string }) => `--confirm "${given}" cannot be used: ${why}.`,
    hint: 'Say --confirm Q-012=VS-BCK-05 --by "Your name", or Q-012=none; the answer map names the ids of the questions.',
  },
  'answer-over-claim': {
    severity: 'warning',
    says: ({ id, text }: { id: string; text: string }) => `${id}: ${text}`,
    hint: 'Answer it no stronger than the evidence, or bring the evidence; whoever received the earlier answer may have to be told.',
  },
  'review-refused': {
    severity: 'warning',
    says: ({ id, by, reason }: { id: string; by: string; reason: string }) =>
      `${id}: what ${by} decided in the review was not used: ${reason}`,
    hint: 'Look at the question once more with "proofpack review"; what the evidence does not carry needs a name and a reason.',
  },
  'review-overridden': {
    severity: 'warning',
    says: ({ id, by, text }: { id: string; by: string; text: string }) =>
      `${id}: answered against the evidence by ${by}. ${text}`,
    hint: 'It is printed beside the answer and in the answer map; take it back with "proofpack review" if it is not meant.',
  },
  'review-of-other-edition': {
    severity: 'warning',
    says: ({ title, decisions }: { title: string; decisions: number }) =>
      `questionnaires/review.yaml holds ${counted(decisions, 'decision')} about another edition of ${title}; none of them is used for this one.`,
    hint: 'Review this edition with "proofpack review", and delete the old entries when they are not needed any more.',
  },
  'review-of-nothing': {
    severity: 'warning',
    says: ({ ids }: { ids: readonly string[] }) =>
      `questionnaires/review.yaml decides about ${ids.join(', ')}, and this form has no such question.`,
    hint: 'The form may have changed since; delete those entries, or review the form anew.',
  },
} as const satisfies Record<string, Message>;

const SHOWN = 6;

/** Why a form cannot be opened, or a cell of it not be written. */
export const QUESTIONNAIRE_REASONS = {
  tooLarge: (bytes: number) => `it is larger than ${Math.round(bytes / 1024 / 1024)} MB`,
  tooManyParts: (parts: number) => `it holds more than ${parts} parts`,
  twiceNamed: () => 'two of its parts have one name',
  overlapping: (part: string) => `its part ${part} reaches into another one`,
  encrypted: () => 'its parts are encrypted',
  method: (method: number) => `it is packed by a method (${method}) that no Office program uses`,
  grows: () => 'it unpacks to more than a questionnaire can be',
  damaged: (part: string) => `its part ${part} is damaged`,
  notUtf8: (part: string) => `its part ${part} is not written in UTF-8`,
  pdfEncrypted: () => 'it is encrypted (ask the sender for a copy without a password or restrictions)',
  pdfXfa: () =>
    'it is an XFA form, which only Adobe programs fill (open it there and print it to PDF, or ask for a Word or Excel form)',
  pdfNoFields: () => 'it has no fields to be filled (a print or a scan; ask for the form itself)',
  undrawn: (signs: string) => `the fonts of its form have no ${signs}`,
  notJson: (why: string) => `it is no JSON (${why})`,
  noItems: () => 'it holds no questions as VSAQ writes them ("questionnaire": [ { "type": "block", "items": … } ])',
  tooDeep: () => 'it is nested too deep',
  notUtf8File: () => 'it is not written in UTF-8 (save it as "CSV UTF-8")',
  broken: (what: string) => `it is broken (${what.replace(/\.$/, '') || 'no reason given'})`,
  noWorkbook: () => 'it holds neither a workbook nor a Word document',
  notThere: () => 'the form has no such cell',
  covered: () => 'another cell is merged over it',
  formulaOfOthers: () => 'other cells hang on the formula in it',
  formula: () => 'a formula of the sender stands in it (--allow formulas)',
  locked: () => 'its sheet is protected and it is not among the cells left open (--allow locked)',
  filled: (text: string) => `"${text.slice(0, 60)}" stands in it (--allow filled)`,
  tooLong: (length: number, most: number) => `${length} characters are more than the ${most} that a cell holds`,
  wordsUnknown: () => 'its drop-down is made by a formula, so that its words are not known (--allow other-values)',
  otherWord: (word: string, words: readonly string[]) =>
    `"${word.slice(0, 60)}" is not in its drop-down (${words.slice(0, SHOWN).join(' · ')}${words.length > SHOWN ? ' …' : ''}; --allow other-values)`,
  wantsNumber: () => 'it takes a number',
  wantsWhole: () => 'it takes a whole number',
  wantsDate: () => 'it takes a date',
  outOfBounds: () => 'the form wants another size of value',
  wrongLength: (length: number) => `${counted(length, 'character')} are not as many as it takes`,
  belowHead: (row: number) => `it stands below the heads of row ${row}`,
  asks: () => 'it asks, and the cell beside it is left open',
  picks: (words: readonly string[]) =>
    words.length === 0
      ? 'its answer is picked from a drop-down'
      : `its answer is picked from ${words.slice(0, SHOWN).join(' · ')}`,
  leftOpen: () => 'its answer is left open on a protected sheet',
  boxes: (count: number) => `one of ${count} boxes is to be marked`,
  otherSpan: (days: number) => `it names ${spanText(days)}, and ours does not`,
  otherPercent: (percent: number) => `it names ${percent} %, and ours does not`,
  otherScope: (scope: string) => `it asks about ${scope}, and ours does not`,
  narrowerScope: (scope: string) => `ours asks about ${scope} only`,
  nothingAlike: () => 'no question of ours sounds like it',
  soundsLittle: () => 'the one that sounds most alike has too little in common with it',
  nearTwins: () => 'two questions of ours sound alike, and only a person can tell which is meant',
  strangeWords: (words: readonly string[]) => `it speaks of ${words.join(', ')} as well`,
  moreInOurs: (words: readonly string[]) => `ours speaks of ${words.join(', ')} as well`,
  soundsAlike: () => 'subject, scope and figures are the same',
  confirmed: (by: string, on: string) => `${by} said so on ${on}`,
} as const;

function spanText(days: number): string {
  if (days < 1) return counted(Math.round(days * 24), 'hour');
  return counted(days, 'day');
}

/** Why a pair cannot be confirmed. */
export const CONFIRM_REASONS = {
  form: () => 'an id of a question, an equals sign and an id of ours are wanted',
  noQuestion: (id: string) => `the form has no ${id}`,
  noControl: (id: string) => `there is no question of ours ${id}`,
  nobody: () => 'who says so is wanted (--by)',
} as const;

/** Why what somebody decided in the review does not hold. */
export const REVIEW_REASONS = {
  otherWording: () => 'it was decided about another wording',
  otherDay: (then: string, now: string) =>
    `it was decided on the evidence as of ${then}, and the evidence is now judged as of ${now}`,
  twoAnswers: (ids: readonly string[]) => `${ids.join(' and ')} ask the same and were answered in two ways`,
  changed: () => 'the evidence says something else by now than what was accepted',
  assigned: (owner: string, by: string, note: string) =>
    `assigned to ${owner} by ${by}${note.trim() === '' ? '' : `: ${note.trim()}`}`,
  written: (by: string, on: string) => `answered by ${by} on ${on}`,
  noPlace: () => 'the form has no cell for its answer',
  unfit: (text: string) => `its cell does not take "${text.slice(0, 60)}"`,
  whichFirst: () =>
    'it is not settled which question of ours it is, so that it cannot be held against the evidence; say which, or that it is none',
  notJudged: () => 'The question of ours that it is was not judged.',
  overClaim: (ceiling: string, text: string) => `the evidence allows at most "${ceiling}". ${text}`.trim(),
  untold: (ceiling: string, text: string) =>
    `whether it says more than the evidence cannot be told; the evidence allows at most "${ceiling}". ${text}`.trim(),
} as const;

/** What the answer map says of a review. */
export const REVIEW_TEXT = {
  accepted: (by: string, on: string) => `accepted by ${by} on ${on}`,
  edited: (by: string, on: string) => `answered by ${by} on ${on}`,
  assigned: (by: string, on: string) => `assigned by ${by} on ${on}`,
  refused: (reason: string) => `not used: ${reason}`,
} as const;

/** What is written into cells and maps around an answer. */
export const ANSWER_WORDS = {
  asOf: (day: string) => `As of ${day}.`,
  exceptions: (count: number) => `Exceptions: ${count}.`,
  owner: (title: string) => (title === '' ? '' : `Answers for it: ${title}.`),
  planned: (action: string, due: string) => `Planned by ${due}: ${action}.`,
  exhibits: (numbers: readonly string[]) => `Evidence: ${numbers.join(', ')}.`,
  stated: (by: string, on: string) => `Stated by ${by} on ${on}; no exhibit shows it.`,
  reviewRefused: (by: string, reason: string) => `what ${by} decided was not used: ${reason}`,
  edited: (by: string, on: string) => `Answered by ${by} on ${on}.`,
  overridden: ({ by, on, because, over }: { by: string; on: string; because: string; over: string }) =>
    `Answered by ${by} on ${on} against the evidence: ${over.replace(/[.\s]+$/, '')}. Reason given: ${because.trim().replace(/\.$/, '')}.`,
  notJudged: () => 'the question of ours that it is was not judged',
  onlyPeople: (what: string) => `only people know this: ${what}`,
  stricter: () => 'ours asks for more, and what falls short of ours may still be enough for theirs',
  cannotSay: (verdict: string) => `the evidence does not carry an answer (${verdict.replaceAll('-', ' ')})`,
  noWord: () => 'its cells have no word for what the evidence shows',
  wantsDescription: () => 'it asks for a description, and its cell takes none',
  alreadyAnswered: (text: string) => `"${text.slice(0, 80)}" stands there already`,
  thisForm: () => 'this form',
  hidden: () => 'the form does not show it',
  notAsked: (id: string) => `${id} was not answered so that this is asked`,
  conditionOpen: () => 'whether it is asked hangs on answers that a person has to give',
  conditionNotMet: () => 'the form does not ask it after the answers before it',
  before: (id: string) => `it hangs on ${id}, which a person has to answer`,
  refused: (reasons: readonly string[]) => reasons.join(' '),
  overClaim: (said: string, ceiling: string, text: string) =>
    `Earlier answer: "${said.slice(0, 80)}". The evidence allows at most "${ceiling}". ${text}`,
} as const;

export const ANSWER_COLUMNS: readonly string[] = [
  'Question id',
  'Number in the form',
  'Cell',
  'Question',
  'State',
  'Written',
  'Strongest answer the evidence allows',
  'Verdict',
  'Our question',
  'Practices',
  'Facts',
  'Exhibits',
  'Match',
  'Score',
  'Owner',
  'Because',
  'Earlier answer',
  'Contradiction',
  'Same as',
  'Reviewed',
  'Against the evidence',
];

export const NEEDED_COLUMNS: readonly string[] = [
  'Owner',
  'Question id',
  'Cell',
  'Question',
  'Why a person is needed',
  'Sounds like',
  'What the evidence says',
  'Earlier answer',
];
