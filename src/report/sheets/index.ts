import type { Workbook } from '../../model/workbook.ts';
import type { Viewed } from '../view/index.ts';
import type { Lens } from '../view/lens.ts';
import { evidenceSheets } from './evidence.ts';
import { gapSheets } from './gaps.ts';
import { matrixSheets } from './matrix.ts';
import { questionnaireSheets } from './questionnaire.ts';
import type { SheetMaker } from './sheet.ts';

/** A workbook stands beside the document of the same file name; where that is not made, neither is the workbook. */
const WORKBOOKS: readonly { readonly fileName: string; readonly title: string; readonly sheets: SheetMaker }[] = [
  { fileName: '01-Questionnaire', title: 'Questionnaire', sheets: questionnaireSheets },
  { fileName: '03-Responsibility-Matrix', title: 'Responsibility matrix', sheets: matrixSheets },
  { fileName: '04-Gap-Register', title: 'Gap register', sheets: gapSheets },
  { fileName: '05-Evidence-Index', title: 'Evidence index', sheets: evidenceSheets },
];

export function workbooksOf(lens: Lens, viewed: Viewed): readonly Workbook[] {
  const { view } = viewed;
  return WORKBOOKS.map(({ fileName, title, sheets }) => ({
    fileName,
    title: `${title}: ${view.client.name}`,
    author: view.organisation,
    madeOn: view.asOf,
    sheets: sheets(lens, viewed),
  }));
}
