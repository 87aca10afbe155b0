import type { Instant } from '../../kernel/zone.ts';
import { isDated } from '../../model/observed.ts';
import type { RecordOf } from '../../model/record.ts';
import type { AnswerScope, Fold, Scope } from '../define-fact.ts';
import { decide } from './ballot.ts';
import { counts, isClear } from './count.ts';
import { hostKey } from './names.ts';
import type { Row } from './row.ts';
import { type Entry, type Judgement, type Named, type Subjects, subjectFold, undecided } from './subjects.ts';
import { ageDays, bestDay, dayText } from './time.ts';

export type Finding = RecordOf<'vulnerability-finding'>;

export interface Findings {
  readonly subjects: Subjects;
  readonly scanned: Scanned;
}

/** By product, host and exhibit: when the host was last scanned. */
type Scanned = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Instant>>>;

/** Two facts ask for the open critical ones: they share what was read. */
export function criticalFindings(scope: Scope): Fold<Finding, Findings> {
  return findingFold(isCritical, scope);
}

/** Findings that are open. Each counts until it is fixed, or until a newer export of the same product names the host without it. */
export function findingFold(
  counting: (finding: Finding) => boolean | undefined,
  scope: Scope,
): Fold<Finding, Findings> {
  const scanned = new Map<string, Map<string, Map<string, Instant>>>();
  const subjects = subjectFold<'vulnerability-finding'>(
    { subject: (finding) => wordsOf(finding).named, judge: (finding) => judge(finding, counting(finding), scope) },
    'thing',
    scope,
  );
  return {
    add(finding) {
      const when = finding.lastSeen ?? finding.observed;
      if (finding.host !== undefined && isDated(when)) {
        const exhibits = within(within(scanned, finding.exportedBy ?? ''), hostKey(finding.host));
        const { path } = finding.from;
        const last = exhibits.get(path);
        if (last === undefined || last < when.instant) exhibits.set(path, when.instant);
      }
      subjects.add(finding);
    },
    result: () => ({ subjects: subjects.result(), scanned }),
  };
}

function within<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = outer.get(key);
  if (found) return found;
  const made = new Map<string, V>();
  outer.set(key, made);
  return made;
}

/** The same with findings that a newer scan of their host no longer reports turned to clear ones. */
export function stillOpen({ subjects, scanned }: Findings, scope: AnswerScope): Subjects {
  const entries = subjects.entries.map((entry) => {
    const decision = decide(entry.ballot, 'newest', scope.zone);
    if (decision?.side !== 'refutes' || !isSuperseded(entry, decision.row, scanned)) return entry;
    const text = `${decision.row.text}; no longer reported by a newer scan`;
    return { ...entry, ballot: { supports: { ...decision.row, text } } };
  });
  return { ...subjects, entries };
}

function isSuperseded(entry: Entry, row: Row, scanned: Findings['scanned']): boolean {
  // Products name findings differently: only exports of one product can be held against each other.
  if (entry.per === '') return false;
  const exhibits = scanned.get(entry.per)?.get(hostKey(entry.more[0] ?? ''));
  const own = exhibits?.get(row.place.path);
  if (!exhibits || own === undefined) return false;
  return [...exhibits].some(([path, instant]) => path !== row.place.path && instant > own);
}

interface Words {
  readonly finding: Finding;
  readonly named: Named;
  /** Fit to print. */
  readonly title: string;
}
let last: Words | undefined;

/** Several facts ask of the same finding one after the other, and keep what they are told. */
function wordsOf(finding: Finding): Words {
  if (last?.finding !== finding) last = { finding, named: namedIn(finding), title: titleOf(finding) };
  return last;
}

function titleOf(finding: Finding): string {
  return `${finding.host ?? finding.from.path}: ${finding.title ?? finding.finding}`;
}

function namedIn(finding: Finding): Named {
  const host = finding.host ?? `the target of ${finding.from.path}`;
  // Scanners list hundreds of mere remarks a host; they are one subject an exhibit, so that memory goes to findings.
  if (finding.severity === 'info' && finding.exploited !== true) return { name: `remarks in ${finding.from.path}` };
  return {
    name: `${hostKey(host)} ${finding.finding} ${finding.port ?? ''}`,
    more: [host],
    per: finding.exportedBy,
  };
}

function judge(finding: Finding, isCounted: boolean | undefined, scope: Scope): Judgement {
  const name = wordsOf(finding).title;
  const age = ageDays(finding.firstSeen, scope);
  // First seen after the as-of date is a wrong clock, no age.
  const more = { when: finding.lastSeen ?? finding.observed, amount: age !== undefined && age >= 0 ? age : undefined };
  if (finding.state === 'fixed' || finding.state === 'accepted' || finding.state === 'false-positive') {
    return isClear(`${name}: ${finding.state}`, more);
  }
  if (isCounted === undefined) return undecided(`${name}: not told`, more);
  if (!isCounted) return isClear(`${name}: ${finding.severity}`, more);
  const since = finding.firstSeen && isDated(finding.firstSeen) ? ` since ${bestDay(finding.firstSeen, scope)}` : '';
  return counts(`${name}: ${finding.severity}, open${since || ` (${dayText(more.when, scope)})`}`, more);
}

function isCritical({ severity }: Finding): boolean | undefined {
  return severity === 'unknown' ? undefined : severity === 'critical';
}
