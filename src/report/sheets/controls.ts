import { addMonths } from '../../kernel/civil-date.ts';
import { outermost } from '../../kernel/place.ts';
import type { Framework } from '../../model/control.ts';
import type { Sheet } from '../../model/workbook.ts';
import { column, dayCell, type SheetMaker, sheetOf, textCell } from './sheet.ts';

/** Every control in a row to be sorted and filtered, its identifiers in other frameworks, and how long the exhibits must be kept. */
export const controlSheets: SheetMaker = (lens, { view }) => [
  controls(view.frameworks),
  ...lens.findings.frameworks.flatMap(({ framework }) =>
    framework.references === undefined ? [] : [references(framework)],
  ),
  ...lens.findings.frameworks.flatMap(({ framework }) =>
    framework.retention === undefined ? [] : [retention(framework, framework.retention, lens)],
  ),
];

type Viewed = Parameters<SheetMaker>[1]['view'];

function controls(frameworks: Viewed['frameworks']): Sheet {
  const rows = frameworks.flatMap(({ shortTitle, groups }) =>
    groups.flatMap(({ title, controls: inside }) => inside.map((control) => ({ shortTitle, group: title, control }))),
  );
  return sheetOf('Controls', 'Every control with its verdict', rows, [
    column('Framework', 22, ({ shortTitle }) => shortTitle),
    column('Group', 26, ({ group }) => group),
    column('Control', 22, ({ control }) => control.id),
    column('Title', 36, ({ control }) => control.title),
    column('In one sentence', 60, ({ control }) => control.summary),
    column('Requirement', 14, ({ control }) => textCell(control.requirement)),
    column('Decision', 40, ({ control }) => textCell(control.disposition)),
    column('Verdict', 18, ({ control }) => ({ verdict: control.verdict.id })),
    column('Share', 24, ({ control }) => textCell(control.verdict.extent)),
    column('Design', 18, ({ control }) => (control.design === null ? null : { verdict: control.design.id })),
    column('Operation', 18, ({ control }) => (control.operation === null ? null : { verdict: control.operation.id })),
    column('Not measured', 44, ({ control }) => textCell(control.notMeasured)),
    column('Usually asked for', 44, ({ control }) => textCell(control.usuallyAsked)),
    column('Accountable', 24, ({ control }) => control.owner.accountable),
    column('Exhibits', 24, ({ control }) => textCell(control.exhibits.map(({ number }) => number).join(', '))),
    column('Missing', 44, ({ control }) => textCell(control.missing.map(({ practice }) => practice).join('; '))),
    column('See also', 44, ({ control }) => textCell(control.references)),
    column('Remark', 44, ({ control }) => textCell(control.remark)),
  ]);
}

/** One row for each edge, with whose mapping it is: an index travels without its head otherwise. */
function references({ shortTitle, controls: entries, references: lists = [] }: Framework): Sheet {
  const edges = lists.flatMap((list) =>
    entries.flatMap(({ id, title, references: named = {} }) =>
      (named[list.framework] ?? []).map((to) => ({ id, title, list, to })),
    ),
  );
  return sheetOf(`${shortTitle} see also`, `Identifiers of other frameworks beside ${shortTitle}`, edges, [
    column('Control', 22, ({ id }) => id),
    column('Title', 40, ({ title }) => title),
    column('Framework', 26, ({ list }) => list.title),
    column('Identifier', 20, ({ to }) => to),
    column('Whose mapping', 80, ({ list }) => list.note),
  ]);
}

/**
 * For evidence of what was done, the day it speaks of is when it was made. A policy that is still in effect has no such day yet: its years
 * begin when it goes out of effect, and the rule is printed beside it.
 */
function retention(
  { shortTitle }: Framework,
  { years, citation, rule }: NonNullable<Framework['retention']>,
  lens: Parameters<SheetMaker>[0],
): Sheet {
  const exhibits = lens.findings.exhibits
    .filter(({ excluded, status }) => excluded === null && status === 'read')
    .map(({ path, covers, kinds }) => ({ path, last: covers?.to, inForce: (kinds.document ?? 0) > 0 }));
  return sheetOf(`${shortTitle} retention`, `How long the exhibits are kept: ${citation}`, exhibits, [
    column('Exhibit', 10, ({ path }) => lens.exhibitNumber(path)),
    column('Path', 44, ({ path }) => (lens.named ? path : lens.exhibitNumber(outermost(path)))),
    column('Speaks of, last', 14, ({ last }) => (last === undefined ? 'unknown' : dayCell(last))),
    column('Keep at least until', 16, ({ last }) =>
      last === undefined ? 'unknown' : dayCell(addMonths(last, years * 12)),
    ),
    column('What else counts', 50, ({ inForce }) =>
      inForce ? `Documents in it that are still in effect: ${years} years from when they no longer are` : null,
    ),
    column('Rule', 80, () => `${citation}: ${rule}`),
  ]);
}
