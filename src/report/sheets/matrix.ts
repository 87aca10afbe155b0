import type { Sheet } from '../../model/workbook.ts';
import type { Lens } from '../view/lens.ts';
import type { View } from '../view/shape/index.ts';
import { column, type SheetMaker, sheetOf, textCell, whatToDo } from './sheet.ts';

/** The matrix five ways: by practice, by control, by party, at two in the morning, and what is wrong with it. */
export const matrixSheets: SheetMaker = (lens, { view }) => [
  byPractice(view),
  byControl(view),
  byParty(lens),
  afterHours(view),
  openIssues(view, lens),
];

function practicesOf(view: View) {
  return view.ownership.domains.flatMap(({ title, practices }) =>
    practices.map((practice) => ({ domain: title, practice, owner: practice.owner })),
  );
}

function byPractice(view: View): Sheet {
  return sheetOf('By practice', 'Who owns each practice', practicesOf(view), [
    column('Domain', 24, ({ domain }) => domain),
    column('Practice', 44, ({ practice }) => practice.title),
    column('Duty', 20, ({ practice }) => practice.duty),
    column('Accountable', 24, ({ owner }) => owner.accountable),
    column('Responsible', 24, ({ owner }) => owner.responsible),
    column('Produces the evidence', 24, ({ owner }) => owner.evidence),
    column('Approves changes', 24, ({ owner }) => owner.approves),
    column('Consulted', 22, ({ owner }) => textCell(owner.consulted)),
    column('Informed', 22, ({ owner }) => textCell(owner.informed)),
    column('After hours', 24, ({ owner }) => textCell(owner.afterHours)),
    column('Escalation', 44, ({ owner }) => textCell(owner.escalation)),
    column('Who does which part', 48, ({ owner }) => textCell(owner.split)),
    column('Verdict', 18, ({ practice }) => ({ verdict: practice.verdict.id })),
    column('Because', 48, ({ practice }) => textCell(practice.because)),
  ]);
}

function byControl(view: View): Sheet {
  const controls = view.frameworks.flatMap(({ shortTitle, groups }) =>
    groups.flatMap(({ title, controls: inside }) => inside.map((control) => ({ shortTitle, group: title, control }))),
  );
  return sheetOf('By control', 'Who owns each control', controls, [
    column('Framework', 22, ({ shortTitle }) => shortTitle),
    column('Group', 26, ({ group }) => group),
    column('Control', 22, ({ control }) => control.id),
    column('Title', 44, ({ control }) => control.title),
    column('Accountable', 24, ({ control }) => control.owner.accountable),
    column('Responsible', 24, ({ control }) => control.owner.responsible),
    column('Produces the evidence', 24, ({ control }) => control.owner.evidence),
    column('Practices', 48, ({ control }) => textCell(control.practices)),
    column('Verdict', 18, ({ control }) => ({ verdict: control.verdict.id })),
  ]);
}

/** Each hat of each party is a row, so that a filter on a name gives that party's duties. */
function byParty(lens: Lens): Sheet {
  const { ownership, practices } = lens.findings;
  const rows = ownership.parties.flatMap((party) =>
    practices.flatMap((practice) => {
      const assignment = ownership.assignments.find((each) => each.practice === practice.id);
      if (assignment === undefined) return [];
      const hats = [
        ...(assignment.accountable === party.id ? ['Accountable'] : []),
        ...(assignment.responsible.includes(party.id) ? ['Responsible'] : []),
        ...(assignment.evidence === party.id ? ['Produces the evidence'] : []),
        ...(assignment.approves === party.id ? ['Approves changes'] : []),
        ...(assignment.afterHours === party.id ? ['After hours'] : []),
      ];
      return hats.map((hat) => ({
        party: lens.partyInFull(party.id),
        hat,
        practice,
        part: assignment.split[party.id] ?? '',
      }));
    }),
  );
  return sheetOf('By party', 'What each party has to do', rows, [
    column('Party', 34, ({ party }) => party),
    column('Hat', 22, ({ hat }) => hat),
    column('Practice', 48, ({ practice }) => practice.title),
    column('Its part', 44, ({ part }) => textCell(part)),
    column('What proves it', 60, ({ practice }) => practice.evidence.best),
  ]);
}

function afterHours(view: View): Sheet {
  const awake = practicesOf(view).filter(({ owner }) => owner.afterHours !== '');
  return sheetOf('After hours', 'Who acts at two in the morning', awake, [
    column('Practice', 48, ({ practice }) => practice.title),
    column('Acts after hours', 28, ({ owner }) => owner.afterHours),
    column('Escalation, ending in who decides', 60, ({ owner }) => owner.escalation),
  ]);
}

function openIssues(view: View, lens: Lens): Sheet {
  return sheetOf('Open issues', 'What is wrong with the matrix', view.ownership.issues, [
    column('About', 40, ({ about }) => textCell(about)),
    column('Issue', 70, ({ message }) => message),
    ...whatToDo<View['ownership']['issues'][number]>(lens),
  ]);
}
