import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { groupBy } from '../kernel/order.ts';
import { counted } from '../kernel/text.ts';
import { ANSWER_STATES, type AnswerRow } from '../model/answer-map.ts';
import type { Finding } from '../questionnaire/index.ts';
import type { Terminal } from './terminal.ts';

interface Told {
  readonly rows: readonly AnswerRow[];
  readonly finding: Finding;
  readonly saved: readonly string[];
  readonly refused: readonly Diagnostic[];
  readonly added: readonly string[];
  readonly astray: readonly string[];
  readonly ofOther: { readonly title: string; readonly decisions: number };
}

/** What was found, answered and left, and what was said before and is not carried any more. */
export function tellAnswers(terminal: Terminal, told: Told): void {
  const { rows, finding, saved, refused, added, astray, ofOther } = told;
  const beyond = finding.beyond.map(({ at }) => `${at.grid}, ${at.ref}`);
  if (terminal.json) {
    const { fingerprint, layouts } = finding;
    terminal.say(
      JSON.stringify(
        {
          schema: 'proofpack.answers/1',
          fingerprint,
          layouts,
          questions: rows,
          beyond,
          refused,
          astray,
          ofOtherEdition: ofOther.decisions,
          added,
          written: saved,
        },
        null,
        2,
      ),
    );
    return;
  }
  tellStates(terminal, rows);
  for (const row of rows) {
    const text = row.earlier?.contradiction;
    if (text !== undefined && text !== null)
      terminal.warn(diagnostic('answer-over-claim', { id: row.id, text }).message);
  }
  for (const note of rows.flatMap(noteOfReview)) terminal.warn(note.message);
  if (beyond.length > 0) terminal.warn(diagnostic('form-beyond-profile', { cells: beyond }).message);
  if (astray.length > 0) terminal.warn(diagnostic('review-of-nothing', { ids: astray }).message);
  if (ofOther.decisions > 0) terminal.warn(diagnostic('review-of-other-edition', ofOther).message);
  for (const { message } of refused) terminal.warn(message);
  if (added.length > 0) terminal.note(`Judged for these questions as well: ${added.join(', ')}.`);
  for (const path of saved) terminal.say(`${terminal.style('green', 'written')}  ${path}`);
}

/** What was decided in the review and does not hold, or holds against the evidence. */
function noteOfReview({ id, reviewed }: AnswerRow): readonly Diagnostic[] {
  if (reviewed === null) return [];
  const { by, refused, contradiction, override } = reviewed;
  if (refused !== null) return [diagnostic('review-refused', { id, by, reason: refused })];
  return contradiction === null || override === null
    ? []
    : [diagnostic('review-overridden', { id, by: override.by, text: contradiction })];
}

const LABELS = {
  filled: 'answered from the evidence',
  stated: 'answered by a named person',
  edited: 'answered by a person, within the evidence',
  overridden: 'answered by a person, against the evidence',
  person: 'left to a person',
  'not-asked': 'not asked, by the answer before',
  answered: 'answered in the form already',
  hidden: 'hidden in the form',
} as const satisfies Record<AnswerRow['state'], string>;

function tellStates(terminal: Terminal, rows: readonly AnswerRow[]): void {
  terminal.say(`${counted(rows.length, 'question')}`);
  for (const state of ANSWER_STATES) {
    const count = rows.filter((row) => row.state === state).length;
    if (count > 0) terminal.say(`  ${String(count).padStart(4)}  ${LABELS[state]}`);
  }
  const open = rows.filter(({ state }) => state === 'person');
  for (const [owner, theirs] of groupBy(open, (row) => row.owner)) {
    terminal.say(`\n${owner} (${theirs.length})`);
    for (const row of theirs)
      terminal.say(`  ${row.id}  ${row.at.grid}!${row.at.ref}  ${row.question.slice(0, 90)}\n         ${row.because}`);
  }
}
