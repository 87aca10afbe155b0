import type { Changes } from '../archive/rewrite.ts';
import { type Edit, isOn, walkXml, withEdits } from '../archive/xml.ts';
import type { OpenWorkbook } from './workbook.ts';

/** What may stand before `calcPr` in a workbook, by ECMA-376, 18.2.27. */
const BEFORE = new Set([
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
]);

/** Has the formulas that hang on our answers worked out anew when the file is opened. */
export function recalculating(workbook: OpenWorkbook): Changes {
  const xml = workbook.archive.text(workbook.workbookPart) ?? '';
  let edit: Edit | undefined;
  let behind: { at: number; prefix: string } | undefined;
  walkXml(xml, {
    open: ({ name, attributes, empty, tagEnd }, depth) => {
      if (name !== 'calcPr' || depth !== 1) return;
      const at = tagEnd - (empty ? 2 : 1);
      edit = isOn(attributes['fullCalcOnLoad'])
        ? { from: at, to: at, text: '' }
        : { from: at, to: at, text: ' fullCalcOnLoad="1"' };
    },
    close: ({ name, prefix }, { end }) => {
      if (BEFORE.has(name)) behind = { at: end, prefix };
    },
  });
  if (edit === undefined && behind !== undefined)
    edit = { from: behind.at, to: behind.at, text: `<${behind.prefix}calcPr fullCalcOnLoad="1"/>` };
  if (edit === undefined || edit.text === '') return new Map();
  return new Map([[workbook.workbookPart, withEdits(xml, [edit])]]);
}

/** The order of calculation names each cell with a formula; without one that it names, a spreadsheet calls the file broken. It is made anew. */
export function withoutCalculationOrder({ archive, relations }: OpenWorkbook): Changes {
  const part = relations.targets.find(({ type }) => type.endsWith('/calcChain'))?.target;
  if (part === undefined) return new Map();
  const types = '[Content_Types].xml';
  const isOf = (value: string | undefined) => value === `/${part}`;
  return new Map([
    [part, null],
    [types, withoutElements(archive.text(types) ?? '', 'Override', ({ PartName }) => isOf(PartName))],
    [
      relations.part,
      withoutElements(
        archive.text(relations.part) ?? '',
        'Relationship',
        ({ Type }) => Type?.endsWith('/calcChain') === true,
      ),
    ],
  ]);
}

function withoutElements(
  xml: string,
  wanted: string,
  drop: (attributes: Readonly<Record<string, string>>) => boolean,
): string {
  const edits: Edit[] = [];
  walkXml(xml, {
    open: () => undefined,
    close: ({ name, attributes, start }, { end }) => {
      if (name === wanted && drop(attributes)) edits.push({ from: start, to: end, text: '' });
    },
  });
  return withEdits(xml, edits);
}
