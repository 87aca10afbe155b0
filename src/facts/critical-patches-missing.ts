import { counted } from '../kernel/text.ts';
import { defineFact } from './define-fact.ts';
import { decide } from './kit/ballot.ts';
import { answerCount } from './kit/count.ts';
import { hostKey } from './kit/names.ts';
import { judgeState, judgeSummary, systemOf } from './kit/patches.ts';
import { type Entry, subjectFold } from './kit/subjects.ts';

const KINDS = ['patch-state', 'patch-summary'] as const;
const SUMMARY = 'summary';

export default defineFact({
  question: 'How many critical patches are missing?',
  from: KINDS,
  measures: 'count',
  means:
    'Critical updates that are missing, failed or declined on a device. Where rows and a summary disagree, the larger number counts.',
  start: (scope) =>
    subjectFold<(typeof KINDS)[number]>(
      {
        subject: (record) =>
          record.kind === 'patch-state'
            ? { name: `${hostKey(systemOf(record))} ${record.patch}`, more: [systemOf(record)] }
            : {
                name: `${hostKey(record.device ?? record.group ?? systemOf(record))} ${SUMMARY}`,
                more: [record.device ?? ''],
                per: SUMMARY,
              },
        judge: (record) => (record.kind === 'patch-state' ? judgeState(record) : judgeSummary(record)),
      },
      'thing',
      scope,
    ),
  answer: (patches, scope) => {
    const { entries, disagreeing } = withoutDoubles(patches.entries, scope.zone);
    const remarks = () =>
      disagreeing > 0
        ? [`On ${counted(disagreeing, 'device')} the rows and the summary disagree; the larger number counts.`]
        : [];
    const shape = { from: KINDS, unit: 'missing critical patch', tone: 'bad', zeroNeedsAll: true, remarks } as const;
    return answerCount(shape, { ...patches, entries }, scope);
  },
});

/** A device's rows or its summary, whichever shows more. */
function withoutDoubles(entries: readonly Entry[], zone: string): { entries: readonly Entry[]; disagreeing: number } {
  const refuting = (entry: Entry) => {
    const decision = decide(entry.ballot, 'newest', zone);
    return decision?.side === 'refutes' ? (decision.row.amount ?? 1) : 0;
  };
  const missingByRows = new Map<string, number>();
  for (const entry of entries) {
    const device = hostKey(entry.more[0] ?? '');
    if (entry.per !== SUMMARY) missingByRows.set(device, (missingByRows.get(device) ?? 0) + refuting(entry));
  }
  const bySummary = new Set<string>();
  let disagreeing = 0;
  for (const entry of entries) {
    const device = hostKey(entry.more[0] ?? '');
    const rows = missingByRows.get(device);
    if (entry.per !== SUMMARY || rows === undefined) continue;
    if (rows !== refuting(entry)) disagreeing += 1;
    if (refuting(entry) > rows) bySummary.add(device);
  }
  const kept = entries.filter((entry) => {
    const device = hostKey(entry.more[0] ?? '');
    if (!missingByRows.has(device)) return true;
    return (entry.per === SUMMARY) === bySummary.has(device);
  });
  return { entries: kept, disagreeing };
}
