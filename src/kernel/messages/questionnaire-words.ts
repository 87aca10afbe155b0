import { counted } from '../text.ts';

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
