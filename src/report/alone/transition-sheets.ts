import type { Findings } from '../../model/findings.ts';
import type { Transition } from '../../model/transition.ts';
import type { Sheet } from '../../model/workbook.ts';
import { column, dayCell, sheetOf, textCell } from '../sheets/sheet.ts';
import { PHRASES, SEVERITY_WORDS } from '../words.ts';
import { callerOf } from './transition-view.ts';
import { ALONE, HAT_WORDS } from './words.ts';

/** The handover in five sheets: what moves, what must be there, the plan, what is owed, what is open on the first day. */
export function transitionSheets(transition: Transition, findings: Findings): readonly Sheet[] {
  const called = callerOf(transition);
  const names = (ids: readonly string[]) => ids.map(called).join(', ');
  const titles = new Map(findings.practices.map(({ id, title }) => [id, title]));
  return [
    moves(transition, names),
    items(transition, names),
    plan(transition, names, titles),
    debt(transition, called),
    open(transition),
  ];
}

type Names = (ids: readonly string[]) => string;

function moves({ handovers }: Transition, names: Names): Sheet {
  const rows = handovers.flatMap((handover) => handover.moves.map((move) => ({ handover, move })));
  return sheetOf('What moves', 'Hat by hat, from whom to whom', rows, [
    column('Domain', 18, ({ handover }) => handover.domain),
    column('Practice', 46, ({ handover }) => handover.title),
    column('Severity', 12, ({ handover }) => SEVERITY_WORDS[handover.severity].word),
    column('Hat', 16, ({ move }) => HAT_WORDS[move.hat]),
    column('From', 40, ({ move }) => textCell(names(move.from))),
    column('To', 40, ({ move }) => textCell(names(move.to))),
    column('Because', 50, ({ handover }) => handover.because),
  ]);
}

function items({ handovers }: Transition, names: Names): Sheet {
  const rows = handovers.flatMap((handover) => handover.items.map((item) => ({ handover, item })));
  return sheetOf('Prerequisites', 'What must be there for each practice', rows, [
    column('Due', 12, ({ item }) => dayCell(item.due)),
    column('Severity', 12, ({ item }) => SEVERITY_WORDS[item.severity].word),
    column('State', 10, ({ item }) => (item.done === undefined ? ALONE.open : 'done')),
    column('What', 30, ({ item }) => item.title),
    column('Practice', 44, ({ handover }) => handover.title),
    column('By', 34, ({ item }) => names(item.by)),
    column('Text', 64, ({ item }) => item.text),
    column('Done on', 12, ({ item }) => (item.done === undefined ? null : dayCell(item.done.on))),
    column('Said by', 20, ({ item }) => textCell(item.done?.by ?? '')),
    column('Source', 20, ({ item }) => textCell(item.done?.source ?? '')),
    column('Because', 48, ({ item }) => item.because),
  ]);
}

function plan(transition: Transition, names: Names, titles: ReadonlyMap<string, string>): Sheet {
  const rows = transition.plan.flatMap(({ title, steps }) => steps.map((step) => ({ phase: title, step })));
  return sheetOf('30-60-90', 'The plan, in order of time', rows, [
    column('Phase', 24, ({ phase }) => phase),
    column('Due', 12, ({ step }) => dayCell(step.due)),
    column('Severity', 12, ({ step }) => SEVERITY_WORDS[step.severity].word),
    column('State', 16, ({ step }) => ALONE.openOf(step.open.length, step.practices.length)),
    column('Step', 64, ({ step }) => step.text),
    column('By', 34, ({ step }) => names(step.by)),
    column('Practices', 60, ({ step }) => step.practices.map((id) => titles.get(id) ?? id).join('; ')),
    column('Because', 48, ({ step }) => step.because),
  ]);
}

function debt(transition: Transition, called: (id: string) => string): Sheet {
  return sheetOf('Evidence owed', 'What whoever goes should have shown', transition.debt, [
    column('Practice', 46, ({ title }) => title),
    column('Severity', 12, ({ severity }) => SEVERITY_WORDS[severity].word),
    column('Owed by', 34, ({ party }) => called(party)),
    column('Had it from', 12, ({ from }) => dayCell(from)),
    column('Until', 12, ({ until }) => dayCell(until)),
    column('What is owed', 64, ({ text }) => text),
    column('Intervals without proof', 44, ({ missed }) =>
      textCell(missed.map(({ from, to }) => PHRASES.span(from, to)).join(', ')),
    ),
    column('What would settle it', 54, ({ proof }) => proof),
  ]);
}

function open({ unowned, unclear }: Transition): Sheet {
  const rows = [
    ...unowned.map((issue) => ({ sort: 'Unowned', issue })),
    ...unclear.map((issue) => ({ sort: 'Unclear', issue })),
  ];
  return sheetOf('First day', 'What nobody would own on the first day, and what is unclear', rows, [
    column('Sort', 12, ({ sort }) => sort),
    column('Issue', 70, ({ issue }) => issue.message),
    column('What to do', 60, ({ issue }) => issue.hint),
  ]);
}
