import type { Sheet } from '../../model/workbook.ts';
import type { ControlView, FrameworkView } from '../view/shape/framework.ts';
import { CEILING_WORDS } from '../words.ts';
import { column, dayCell, type SheetMaker, sheetOf, textCell } from './sheet.ts';

interface Question {
  readonly section: string;
  readonly control: ControlView;
}

export const questionnaireSheets: SheetMaker = (_lens, { view }) => view.questionnaires.map(sheet);

/** The questions in the recipient's order, none of them blank. */
function sheet(framework: FrameworkView): Sheet {
  const questions = framework.groups.flatMap(({ title, controls }) =>
    controls.map((control): Question => ({ section: title, control })),
  );
  return sheetOf(framework.shortTitle, framework.title, questions, [
    column('Section', 22, ({ section }) => section),
    column('Id', 13, ({ control }) => control.id),
    column('Question', 48, ({ control }) => `${control.title}: ${control.summary}`),
    column('Answer', 24, ({ control }) => control.answer?.word ?? CEILING_WORDS['cannot-say'].word),
    column('Verdict', 18, ({ control }) => ({ verdict: control.verdict.id })),
    column('Share', 26, ({ control }) => textCell(control.verdict.extent)),
    column('What the evidence shows', 70, ({ control }) => textCell(control.answer?.text ?? control.remark)),
    column('Evidence of', 13, ({ control }) => dayCell(control.newest)),
    column('Exceptions', 12, ({ control }) => control.answer?.exceptions.count ?? 0),
    column('Exceptions named', 50, ({ control }) =>
      textCell((control.answer?.exceptions.first ?? []).map(({ text, place }) => `${text} (${place})`).join('; ')),
    ),
    column('Accountable', 24, ({ control }) => control.owner.accountable),
    column('Responsible', 24, ({ control }) => control.owner.responsible),
    column('Exhibits', 24, ({ control }) => textCell(control.exhibits.map(({ number }) => number).join(', '))),
    column('Intended answer', 30, ({ control }) => textCell(control.answer?.claimed ?? '')),
    column('Contradiction', 50, ({ control }) => textCell(control.answer?.contradiction ?? '')),
    column('Override', 40, ({ control }) => textCell(control.answer?.override ?? '')),
  ]);
}
