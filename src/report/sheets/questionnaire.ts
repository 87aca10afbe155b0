import type { Control, Framework } from '../../model/control.ts';
import type { Sheet } from '../../model/workbook.ts';
import type { ControlView, FrameworkView } from '../view/shape/framework.ts';
import { CEILING_WORDS } from '../words.ts';
import { column, dayCell, type SheetMaker, sheetOf, textCell } from './sheet.ts';

interface Question {
  readonly section: string;
  readonly control: ControlView;
}

export const questionnaireSheets: SheetMaker = (lens, { view }) => [
  ...view.questionnaires.map(sheet),
  ...lens.findings.frameworks.flatMap(({ framework }) => (framework.askers === undefined ? [] : [whoAsks(framework)])),
];

/** Who asks what, by the codes of those who ask: an index, without anybody's wording. */
function whoAsks(framework: Framework): Sheet {
  const { askers = [], shortTitle, title, controls } = framework;
  return sheetOf(`${shortTitle} index`, `Who asks which question: ${title}`, controls, [
    column('Id', 13, ({ id }: Control) => id),
    column('Question', 48, (control: Control) => control.title),
    column('Weight', 12, ({ weight }: Control) => weight ?? null),
    ...askers.map(({ code, name }) =>
      column(name === code ? code : `${code} ${name}`, 11, ({ askedBy = [] }: Control) => asks(code, askedBy)),
    ),
  ]);
}

/** `scan` where the one who asks looks from outside instead. */
function asks(code: string, askedBy: readonly string[]): string | null {
  if (askedBy.includes(code)) return 'asks';
  return askedBy.includes(`${code}(scan)`) ? 'scan' : null;
}

/** The questions in the recipient's order, none of them blank. */
function sheet(framework: FrameworkView): Sheet {
  const questions = framework.groups.flatMap(({ title, controls }) =>
    controls.map((control): Question => ({ section: title, control })),
  );
  return sheetOf(framework.shortTitle, framework.title, questions, [
    column('Section', 22, ({ section }) => section),
    column('Id', 13, ({ control }) => control.id),
    column('Question', 48, ({ control }) => `${control.title}: ${control.summary}`),
    column('Weight', 12, ({ control }) => textCell(control.weight)),
    column('Answer', 24, ({ control }) => control.answer?.word ?? CEILING_WORDS['cannot-say'].word),
    column('Verdict', 18, ({ control }) => ({ verdict: control.verdict.id })),
    column('Share', 26, ({ control }) => textCell(control.verdict.extent)),
    column('What the evidence shows', 70, ({ control }) => textCell(control.answer?.text ?? control.remark)),
    column('Not measured', 40, ({ control }) => textCell(control.notMeasured)),
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
