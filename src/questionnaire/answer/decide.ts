import { ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { Findings } from '../../model/findings.ts';
import type { Match } from '../../model/match.ts';
import type { Entry, Form, FormCell, Question, Saying, Spot, Writing } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { commentOn, ownerFor, sidesOf } from './comment.ts';
import { type Judged, judgedOf } from './judged.ts';
import { valueFor } from './value.ts';
import { entryFor, ownershipEntry } from './vocabulary.ts';

export interface Setting {
  readonly form: Form;
  /** As the edition that goes with the form shows them: what is not in these can stand in no cell. */
  readonly findings: Findings;
  readonly words: QuestionnaireWords;
}

export interface Decision {
  readonly state: 'filled' | 'stated' | 'edited' | 'overridden' | 'person';
  readonly because: string;
  readonly says: Saying | null;
  readonly judged: Judged | null;
  readonly writings: readonly Writing[];
  readonly proposed: string | null;
  /** What stands behind an answer, whether or not it was given; null when nothing was judged. */
  readonly comment: string | null;
  readonly owner: string;
}

/** What a question is answered with: by the evidence alone, in the words of its cells, and never stronger than it. */
export function decide(question: Question, match: Match, setting: Setting): Decision {
  const { findings } = setting;
  const judged = judgedOf(match.candidates, findings);
  const owner = ownerFor(judged, findings);
  const telling = { findings, ownerTitle: owner.title, withExhibits: question.cells.evidence === null };
  const comment = judged === null ? null : commentOn(judged, telling);
  const base = { judged, owner: owner.title, proposed: comment, comment, says: null, writings: [] };
  const person = (because: string, says: Saying | null = null): Decision => ({
    ...base,
    state: 'person',
    because,
    says,
  });
  if (match.certainty !== 'sure' && match.certainty !== 'confirmed') return person(match.because);
  if (judged === null || comment === null) return person(WORDS.notJudged());
  if (judged.onlyPeopleKnow !== null) return statedBy(question, judged, { setting, person, base });
  const stricter =
    match.candidates[0]?.stricter === true && judged.ceiling !== 'yes' && judged.verdict !== 'not-applicable';
  if (stricter) return person(WORDS.stricter());
  if (judged.verdict !== 'not-applicable' && judged.ceiling === 'cannot-say')
    return person(WORDS.cannotSay(judged.verdict));
  const place = { question, judged, comment, setting, adverse: match.adverse };
  const made = match.open ? described(place) : answered(place);
  if ('reason' in made) return person(made.reason, made.says);
  return { ...base, state: 'filled', because: match.because, says: made.says, writings: made.writings, proposed: null };
}

interface Place {
  readonly question: Question;
  readonly judged: Judged;
  readonly comment: string;
  readonly setting: Setting;
  readonly adverse: boolean;
}

type Made =
  | { readonly says: Saying | null; readonly writings: readonly Writing[] }
  | { readonly says: Saying | null; readonly reason: string };

/** The ways to say it, the plainest first; a weaker word takes the place of one that the cell does not have, with its explanation beside it. */
function sayingsFor({ judged, adverse }: Place): readonly Saying[] {
  if (judged.verdict === 'not-applicable') return ['not-applicable'];
  if (adverse) return judged.ceiling === 'yes' ? ['no'] : ['yes'];
  switch (judged.ceiling) {
    case 'yes':
      return ['yes'];
    case 'yes-except':
    case 'partly':
      return ['partly', 'no'];
    default:
      return ['no'];
  }
}

function answered(place: Place): Made {
  const { question, comment, setting } = place;
  const { cells } = question;
  const [plainest, weaker] = sayingsFor(place);
  for (const says of [plainest, cells.comment === null ? undefined : weaker]) {
    const writing = says === undefined ? undefined : answerWriting(says, place);
    if (says === undefined || writing === undefined) continue;
    const explained =
      cells.comment === null ? withExplanation(writing, { comment, cell: cellAt(setting, writing.spot) }) : writing;
    const beside = cells.comment === null ? [] : [text(cells.comment, comment)];
    return { says, writings: [explained, ...beside, ...evidenceAndOwner(place)] };
  }
  if (cells.answer === null && cells.boxes.length === 0 && cells.comment !== null)
    return { says: plainest ?? null, writings: [text(cells.comment, comment), ...evidenceAndOwner(place)] };
  return { says: plainest ?? null, reason: WORDS.noWord() };
}

function answerWriting(says: Saying, { question, judged, setting }: Place): Writing | undefined {
  const { answer, boxes } = question.cells;
  const box = boxes.find((each) => each.says === says);
  if (box !== undefined) return { spot: box.spot, entry: { kind: 'mark' } };
  if (answer === null) return undefined;
  const cell = cellAt(setting, answer);
  if (cell === undefined) return undefined;
  const entry = entryFor(says, cell, setting.words) ?? valueFor(judged, cell, setting.findings);
  return entry === null ? undefined : { spot: answer, entry };
}

/** Where there is no cell for a comment and the answer takes any text, what stands behind it follows it. */
function withExplanation(
  writing: Writing,
  { comment, cell }: { comment: string; cell: FormCell | undefined },
): Writing {
  const free = cell?.takes.kind === 'anything' && writing.entry.kind === 'text';
  return free && writing.entry.kind === 'text' ? text(writing.spot, `${writing.entry.text}. ${comment}`) : writing;
}

/** What asks for a description gets what the evidence shows, or the figure that it asks for; never a bare yes. */
function described(place: Place): Made {
  const { question, judged, comment, setting } = place;
  const { spot, cell } = placeToDescribe(question, setting);
  if (spot === null || cell === undefined) return { says: null, reason: WORDS.noWord() };
  const value = valueFor(judged, cell, setting.findings);
  if (value !== null) return { says: null, writings: [{ spot, entry: value }, ...evidenceAndOwner(place)] };
  const free = cell.takes.kind === 'anything' || cell.takes.kind === 'length';
  return free
    ? { says: null, writings: [text(spot, comment), ...evidenceAndOwner(place)] }
    : { says: null, reason: WORDS.wantsDescription() };
}

/** Where the answer is picked from a list, a description goes beside it. */
function placeToDescribe({ cells }: Question, setting: Setting): { spot: Spot | null; cell: FormCell | undefined } {
  const [answer, comment] = [cells.answer, cells.comment].map((spot) => ({
    spot,
    cell: spot === null ? undefined : cellAt(setting, spot),
  }));
  const none = { spot: null, cell: undefined };
  return (answer?.cell?.takes.kind === 'list' || answer?.cell === undefined ? comment : answer) ?? answer ?? none;
}

/** What goes beside an answer, whoever gives it: the exhibits' numbers and whose it is. */
export function evidenceAndOwner({
  question,
  judged,
  setting,
}: Pick<Place, 'question' | 'judged' | 'setting'>): readonly Writing[] {
  const { evidence, ownership } = question.cells;
  const cell = ownership === null ? undefined : cellAt(setting, ownership);
  const owners =
    cell === undefined || judged.verdict === 'not-applicable'
      ? null
      : ownershipEntry(sidesOf(judged, setting.findings), cell, setting.words);
  return [
    ...(evidence !== null && judged.exhibits.length > 0 ? [text(evidence, judged.exhibits.join(', '))] : []),
    ...(ownership !== null && owners !== null ? [{ spot: ownership, entry: owners }] : []),
  ];
}

/** What only people know is answered by whoever said it in the engagement file, under that name. */
function statedBy(
  question: Question,
  judged: Judged,
  {
    setting,
    person,
    base,
  }: { setting: Setting; person: (because: string) => Decision; base: Omit<Decision, 'state' | 'because'> },
): Decision {
  const claimed = judged.assessment.answer?.claimed;
  const { answer, comment } = question.cells;
  if (claimed === undefined || claimed === null || answer === null)
    return person(WORDS.onlyPeople(judged.onlyPeopleKnow ?? ''));
  const cell = cellAt(setting, answer);
  const says = /^(yes|no)$/i.exec(claimed.answer)?.[1]?.toLowerCase();
  const entry: Entry | null =
    cell === undefined
      ? null
      : says === 'yes' || says === 'no'
        ? entryFor(says, cell, setting.words)
        : cell.takes.kind === 'anything'
          ? { kind: 'text', text: claimed.answer }
          : null;
  if (entry === null) return person(WORDS.noWord());
  const told = WORDS.stated(claimed.by, claimed.on);
  const writings = [{ spot: answer, entry }, ...(comment === null ? [] : [text(comment, told)])];
  return {
    ...base,
    state: 'stated',
    because: told,
    says: says === 'yes' || says === 'no' ? says : null,
    writings,
    proposed: null,
  };
}

export function cellAt({ form }: Pick<Setting, 'form'>, { grid, row, column }: Spot): FormCell | undefined {
  return form.grids.find(({ name }) => name === grid)?.at(row, column);
}

function text(spot: Spot, words: string): Writing {
  return { spot, entry: { kind: 'text', text: words } };
}
