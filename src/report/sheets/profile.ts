import type { Control, Framework, ProfileForm } from '../../model/control.ts';
import type { Sheet, SheetCell } from '../../model/workbook.ts';
import type { Lens } from '../view/lens.ts';
import type { ControlView, FrameworkView } from '../view/shape/framework.ts';
import { PHRASES } from '../words.ts';
import { column, sheetOf, textCell } from './sheet.ts';

type Content = ProfileForm['columns'][number]['shows'];
type Row = Readonly<Partial<Record<Content, SheetCell>>>;

/** The publisher's profile, column by column as he titles them; what only people can say and did not say stays empty. */
export function profileSheets(
  framework: Framework,
  form: ProfileForm,
  shown: FrameworkView,
  lens: Lens,
): readonly Sheet[] {
  const rows = rowsOf(framework, shown, lens);
  return [
    sheetOf(
      form.sheet,
      form.title,
      rows,
      form.columns.map(({ title, shows }) =>
        column(title, shows === 'outcome' || shows === 'included' ? 16 : 34, (row: Row) => row[shows] ?? null),
      ),
    ),
    tiers(form, lens),
  ];
}

/** A row for each function and category where it begins, and one for each outcome below. */
function rowsOf({ groups, controls }: Framework, shown: FrameworkView, lens: Lens): readonly Row[] {
  const entries = new Map(controls.map((control) => [control.id, control]));
  const views = shown.groups.flatMap((group) => group.controls);
  const rows: Row[] = [];
  let section: string | undefined;
  for (const group of groups) {
    const inside = (of: (id: string) => boolean) => views.filter(({ id }) => of(entries.get(id)?.group ?? ''));
    if (group.section !== undefined && group.section !== section) {
      const below = new Set(groups.filter((each) => each.section === group.section).map(({ id }) => id));
      rows.push(
        summed(
          group.section,
          group.sectionTitle ?? '',
          inside((id) => below.has(id)),
        ),
      );
    }
    section = group.section;
    rows.push(
      summed(
        group.id,
        group.title,
        inside((id) => id === group.id),
      ),
    );
    for (const view of inside((id) => id === group.id)) {
      const control = entries.get(view.id);
      if (control !== undefined) rows.push(outcome(control, view, lens));
    }
  }
  return rows;
}

function summed(id: string, title: string, views: readonly ControlView[]): Row {
  const applicable = views.filter(({ verdict }) => verdict.id !== 'not-applicable');
  const supported = applicable.filter(({ verdict }) => verdict.id === 'supported');
  return {
    outcome: id,
    description: textCell(title),
    included: applicable.length > 0 ? PHRASES.yesInFull : PHRASES.noInFull,
    'current-status': PHRASES.groupSummary(supported.length, applicable.length),
  };
}

function outcome(control: Control, view: ControlView, lens: Lens): Row {
  const said = lens.findings.engagement.profile?.outcomes.find((each) => each.control === control.id);
  const included = view.verdict.id !== 'not-applicable';
  const { verdict, design, operation } = view;
  const status = [
    verdict.extent === '' ? verdict.word : `${verdict.word}: ${verdict.extent}`,
    ...(design === null ? [] : [PHRASES.referenced('Design', design.word)]),
    ...(operation === null ? [] : [PHRASES.referenced('Operation', operation.word)]),
    ...(view.notMeasured === '' ? [] : [PHRASES.referenced('Not measured', view.notMeasured)]),
  ];
  return {
    outcome: control.id,
    description: control.statement ?? control.summary,
    included: included ? PHRASES.yesInFull : PHRASES.noInFull,
    rationale: included ? PHRASES.inScope : PHRASES.outOfScope(view.remark),
    'current-priority': textCell(said?.currentPriority ?? ''),
    'current-status': status.join('; '),
    'current-policies': textCell(found(view, 'Design')),
    'current-practices': textCell([view.practices, found(view, 'Operation')].filter(Boolean).join('. ')),
    'current-roles': view.owner.line,
    references: textCell(view.references),
    'current-evidence': textCell(view.exhibits.map(({ number }) => number).join(', ')),
    'target-priority': textCell(said?.targetPriority ?? ''),
    'target-policies': textCell(said?.targetPolicies ?? ''),
    'target-practices': textCell(said?.targetPractices ?? ''),
    'target-roles': textCell(said?.targetRoles ?? ''),
    notes: textCell(said?.notes ?? ''),
    considerations: textCell(said?.considerations ?? ''),
  };
}

/** What exhibits told on one of the two lines; nothing where they told nothing. */
function found({ reasons, context }: ControlView, line: string): string {
  const told = [...reasons, ...context].filter((reason) => reason.line === line);
  return [...new Set(told.map(({ question, found: answer }) => `${question} ${answer}`))].join('; ');
}

function tiers({ tiers: { names, governance, management, note } }: ProfileForm, lens: Lens): Sheet {
  const said = lens.findings.engagement.profile?.tiers;
  const row = (aspect: string, tier: number | undefined) => ({
    aspect,
    tier: tier === undefined ? PHRASES.noTier : PHRASES.tier(tier, names[tier - 1] ?? ''),
  });
  return sheetOf(
    'Tiers',
    'Tiers of the organisation',
    [row(governance, said?.governance), row(management, said?.management)],
    [
      column('Aspect', 34, ({ aspect }) => aspect),
      column('Tier', 28, ({ tier }) => tier),
      column('Said by', 28, () => (said === undefined ? null : PHRASES.saidBy(said.by, said.on))),
      column('Because', 50, () => textCell(said?.because ?? '')),
      column('What a tier is', 70, () => note),
    ],
  );
}
