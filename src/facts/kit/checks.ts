import { byCodeUnit } from '../../kernel/order.ts';
import type { RecordOf } from '../../model/record.ts';
import { type AnswerScope, defineFact, type FactDefinition, type Fold, type Scope } from '../define-fact.ts';
import { COMPUTERS_ONLY } from './among.ts';
import {
  datedFirst,
  type Entry,
  type Judgement,
  refutes,
  type Subjects,
  subjectFold,
  supports,
  undecided,
} from './subjects.ts';
import { answerThings } from './things.ts';

export type Check = RecordOf<'configuration-check'>;
export type Assessment = RecordOf<'configuration-assessment'>;

export interface ChecksPassed {
  readonly question: string;
  readonly means: string;
  /** Found in the rule's name or title (separators read as blanks); a closed pattern. */
  readonly about: RegExp;
  readonly notAbout?: RegExp;
  /** Where each device has the setting for itself: what was checked on some says nothing of the others. */
  readonly on?: 'devices';
}

/** The share of applicable checks of one theme that passed. Waived, skipped, muted and rewritten ones are named and do not pass. */
export function checksPassed(ask: ChecksPassed): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['configuration-check', 'configuration-assessment'],
    measures: 'share',
    means: ask.means,
    start: (scope) => checkFold({ about: (check) => isAbout(check, ask) }, scope),
    answer: ({ subjects, targets, withoutPasses }, scope) => {
      const incomplete = ask.on === 'devices' ? () => unchecked(targets, scope) : () => undefined;
      const fact = answerThings({ from: ['configuration-check'], unit: 'check', incomplete }, subjects, scope);
      return { ...fact, remarks: [...fact.remarks, ...passesNotListed(subjects, withoutPasses)] };
    },
  });
}

export interface Checked {
  readonly subjects: Subjects;
  /** Paths of runs that by their own word did not end or were not connected to what they judge. */
  readonly incomplete: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  /** Paths that list no check of any theme that passed: many tools print only what they found. */
  readonly withoutPasses: ReadonlySet<string>;
  /** The subjects without those of some paths. */
  readonly without: (paths: ReadonlySet<string>) => Subjects;
}

export interface CheckFold {
  readonly about: (check: Check) => boolean;
  readonly judge?: (check: Check) => Judgement | undefined;
  /** What is left of the checks of a run that did not reach its target. */
  readonly lost?: (subjects: Subjects) => Subjects;
}

/** Checks by rule and target; those of a run that did not reach its target prove nothing, whatever they say. */
export function checkFold(
  { about, judge = judgeCheck, lost = provingNothing }: CheckFold,
  scope: Scope,
): Fold<Check | Assessment, Checked> {
  const incomplete = new Set<string>();
  const targets = new Set<string>();
  const paths = new Set<string>();
  const withPasses = new Set<string>();
  const byPath = new Map<string, Fold<Check, Subjects>>();
  return {
    add(record) {
      if (record.kind === 'configuration-assessment') {
        if (record.complete === false) incomplete.add(record.from.path);
        return;
      }
      paths.add(record.from.path);
      if (record.outcome === 'passed') withPasses.add(record.from.path);
      if (!about(record)) return;
      if (record.target !== undefined) targets.add(record.target);
      const fold = byPath.get(record.from.path) ?? foldOfChecks(judge, scope);
      byPath.set(record.from.path, fold);
      fold.add(record);
    },
    result: () => {
      const parts = [...byPath].map(([path, fold]) => {
        const subjects = fold.result();
        return { path, subjects: incomplete.has(path) ? lost(subjects) : subjects };
      });
      const without = (left: ReadonlySet<string>) =>
        together(parts.filter(({ path }) => !left.has(path)).map(({ subjects }) => subjects));
      const withoutPasses = new Set([...paths].filter((path) => !withPasses.has(path)));
      return { subjects: without(new Set()), incomplete, targets, withoutPasses, without };
    },
  };
}

/** Of which exports nobody can tell how many checks passed, in words. */
export function passesNotListed({ entries }: Subjects, withoutPasses: ReadonlySet<string>): readonly string[] {
  const rows = entries.flatMap(({ ballot }) => Object.values(ballot) as Subjects['unusable']);
  const paths = new Set(rows.map(({ place }) => place.path).filter((path) => withoutPasses.has(path)));
  return [...paths]
    .sort(byCodeUnit)
    .map((path) => `${path} lists no check that passed: none did, or it lists only those that did not.`);
}

/** Which computers of the inventory no check names, in words; nothing when all were checked. */
export function unchecked(targets: ReadonlySet<string>, { devices }: AnswerScope): string | undefined {
  if (!devices.known) return `Whether every device was checked is unknown: ${devices.basis}.`;
  const members = COMPUTERS_ONLY.picks(devices);
  const found = new Set([...targets].flatMap((target) => devices.find(target)?.key ?? []));
  const checked = members.filter((member) => found.has(member.key)).length;
  return checked < members.length
    ? `${checked} of ${members.length} devices in ${devices.basis} were checked.`
    : undefined;
}

export function judgeCheck(check: Check): Judgement | undefined {
  // A title that is a sentence would end in a full stop before the colon.
  const title = check.title?.replace(/\.$/, '');
  const name = title === undefined || title === check.rule ? check.rule : `${check.rule} ${title}`;
  const label = check.target === undefined ? name : `${check.target}: ${name}`;
  if (check.outcome === 'not-applicable') return undefined;
  if (check.outcome === 'failed' || check.outcome === 'warning' || check.outcome === 'error') {
    return refutes(`${label}: ${check.verbatim}${check.muted ? ' (muted)' : ''}`);
  }
  if (check.outcome !== 'passed') return undecided(`${label}: ${check.verbatim} (${check.outcome})`);
  if (check.muted) return undecided(`${label}: ${check.verbatim}, muted`);
  if (isRewritten(check)) return refutes(`${label}: ${check.verbatim}, changed by somebody from ${check.original}`);
  return supports(`${label}: ${check.verbatim}`);
}

/** The tool's own result was replaced: what it first said counts. */
export function isRewritten(check: Check): boolean {
  return check.original !== undefined && check.original.trim().toLowerCase() !== check.verbatim.trim().toLowerCase();
}

function isAbout(check: Check, { about, notAbout }: ChecksPassed): boolean {
  const words = `${check.rule} ${check.title ?? ''}`.replace(/[_\-.:/]+/g, ' ');
  return about.test(words) && !(notAbout?.test(words) ?? false);
}

function foldOfChecks(judge: NonNullable<CheckFold['judge']>, scope: Scope): Fold<Check, Subjects> {
  return subjectFold<'configuration-check'>(
    {
      subject: (check) => ({ name: `${check.tool} ${check.rule} ${check.target ?? ''}` }),
      judge,
    },
    'thing',
    scope,
  );
}

function provingNothing(subjects: Subjects): Subjects {
  const rows = subjects.entries.flatMap(({ ballot }) => Object.values(ballot) as Subjects['unusable']);
  const unusable = rows.map((row) => ({ ...row, text: `${row.text}; the run says that it did not reach its target` }));
  return { ...subjects, entries: [], all: [], unusable: [...unusable, ...subjects.unusable] };
}

/** What failed in such a run has failed; what passed may never have been looked at. */
export function doubtingWhatPassed(subjects: Subjects): Subjects {
  const doubted = (entry: Entry): Entry => {
    const { supports: strong, weaklySupports: weak, ...ballot } = entry.ballot;
    const doubt = ballot.undecided ?? strong ?? weak;
    return { ...entry, ballot: doubt === undefined ? ballot : { ...ballot, undecided: doubt } };
  };
  return { ...subjects, entries: subjects.entries.map(doubted), all: subjects.all.map(doubted) };
}

function together(parts: readonly Subjects[]): Subjects {
  const total = (count: (part: Subjects) => number) => parts.reduce((sum, part) => sum + count(part), 0);
  const read = {
    all: parts.flatMap((part) => part.all),
    dateless: total((part) => part.dateless),
    undatedHappenings: total((part) => part.undatedHappenings),
    later: total((part) => part.later),
    before: total((part) => part.before),
    unusable: parts.flatMap((part) => part.unusable),
  };
  return { ...read, ...datedFirst(read, read.all) };
}
