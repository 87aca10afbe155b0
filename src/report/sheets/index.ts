import type { Workbook } from '../../model/workbook.ts';
import type { Viewed } from '../view/index.ts';
import type { Lens } from '../view/lens.ts';
import { controlSheets } from './controls.ts';
import { evidenceSheets } from './evidence.ts';
import { gapSheets } from './gaps.ts';
import { matrixSheets } from './matrix.ts';
import { profileSheets } from './profile.ts';
import { questionnaireSheets } from './questionnaire.ts';
import type { SheetMaker } from './sheet.ts';

/** A workbook stands beside the document of the same file name; where that is not made, neither is the workbook. */
const WORKBOOKS: readonly { readonly fileName: string; readonly title: string; readonly sheets: SheetMaker }[] = [
  { fileName: '01-Questionnaire', title: 'Questionnaire', sheets: questionnaireSheets },
  { fileName: '02-Control-Report', title: 'Controls', sheets: controlSheets },
  { fileName: '03-Responsibility-Matrix', title: 'Responsibility matrix', sheets: matrixSheets },
  { fileName: '04-Gap-Register', title: 'Gap register', sheets: gapSheets },
  { fileName: '05-Evidence-Index', title: 'Evidence index', sheets: evidenceSheets },
];

export function workbooksOf(lens: Lens, viewed: Viewed): readonly Workbook[] {
  return WORKBOOKS.map(({ fileName, title, sheets }) => ({
    ...headOf(viewed, title),
    fileName,
    sheets: sheets(lens, viewed),
  }));
}

/** A workbook that stands alone, for each framework whose publisher offers a profile; not in editions that are told in short. */
export function profilesOf(lens: Lens, viewed: Viewed): readonly (Workbook & { readonly about: string })[] {
  if (lens.compact) return [];
  return lens.findings.frameworks.flatMap(({ framework }) => {
    const { profile } = framework;
    const shown = viewed.view.frameworks.find(({ id }) => id === framework.id);
    if (profile === undefined || shown === undefined) return [];
    const { title, file, about } = profile;
    return [
      { ...headOf(viewed, title), fileName: file, about, sheets: profileSheets(framework, profile, shown, lens) },
    ];
  });
}

function headOf({ view }: Viewed, title: string): Pick<Workbook, 'title' | 'author' | 'madeOn'> {
  return { title: `${title}: ${view.client.name}`, author: view.organisation, madeOn: view.asOf };
}
