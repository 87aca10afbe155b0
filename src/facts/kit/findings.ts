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
  /** By host and product, then by exhibit: when the host was last scanned. */
  readonly scanned: ReadonlyMap<string, ReadonlyMap<string, Instant>>;
}

/** Findings that are open. Each counts until it is fixed, or until a newer export of the same product names the host without it. */
export function findingFold(
  counting: (finding: Finding) => boolean | undefined,
  scope: Scope,
): Fold<Finding, Findings> {
  const scanned = new Map<string, Map<string, Instant>>();
  const subjects = subjectFold<'vulnerability-finding'>(
    { subject: (finding) => nameOf(finding), judge: (finding) => judge(finding, counting(finding), scope) },
    'thing',
    scope,
  );
  return {
    add(finding) {
      const when = finding.lastSeen ?? finding.observed;
      if (finding.host !== undefined && isDated(when)) {
        const key = `${hostKey(finding.host)} ${finding.exportedBy ?? ''}`;
        const exhibits = scanned.get(key) ?? new Map<string, Instant>();
        exhibits.set(finding.from.path, Math.max(exhibits.get(finding.from.path) ?? 0, when.instant));
        scanned.set(key, exhibits);
      }
      subjects.add(finding);
    },
    result: () => ({ subjects: subjects.result(), scanned }),
  };
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
  const exhibits = scanned.get(`${hostKey(entry.more[0] ?? '')} ${entry.per}`);
  const own = exhibits?.get(row.place.path);
  if (!exhibits || own === undefined) return false;
  return [...exhibits].some(([path, instant]) => path !== row.place.path && instant > own);
}

let lastNamed: { readonly finding: Finding; readonly named: Named } | undefined;

/** Several facts ask of the same finding one after the other. */
function nameOf(finding: Finding): Named {
  if (lastNamed?.finding !== finding) lastNamed = { finding, named: namedIn(finding) };
  return lastNamed.named;
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
  const name = `${finding.host ?? finding.from.path}: ${finding.title ?? finding.finding}`;
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

export function isCritical({ severity }: Finding): boolean | undefined {
  return severity === 'unknown' ? undefined : severity === 'critical';
}

/** Ages travel as amounts; a count counts findings. */
export function withoutAges(subjects: Subjects): Subjects {
  const bare = (row: Row | undefined): Row | undefined => {
    if (!row) return undefined;
    const { amount: _, ...rest } = row;
    return rest;
  };
  const entries = subjects.entries.map((entry) => ({
    ...entry,
    ballot: Object.fromEntries(Object.entries(entry.ballot).map(([slot, row]) => [slot, bare(row)])),
  }));
  return { ...subjects, entries };
}
