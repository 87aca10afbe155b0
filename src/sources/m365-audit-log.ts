import { defineSource, type FileContext } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';
import { sawEvent, spansSeen } from './kit/spans.ts';
import { firstDated } from './kit/times.ts';

const CAP = 50_000;
const stated = perFile<{ count: number; rows: number }>(() => ({ count: 0, rows: 0 }));

export default defineSource({
  product: 'Microsoft 365',
  title: 'Unified audit log (CSV)',
  kinds: ['audit-log-span'],
  obtain: 'Microsoft Purview > Audit > New search > Export; or Search-UnifiedAuditLog ... | Export-Csv',
  proves: 'That auditing was on and which days the exported events cover.',
  cannotProve: 'That anybody looked at the log, how long it is kept, or (at 50 000 rows) what was cut off.',
  reads: [
    {
      shape: 'table',
      required: ['AuditData', ['CreationDate', 'CreationTime'], ['Operations', 'Operation'], ['UserIds', 'UserId']],
      row: (row, file) => {
        const state = stated(file);
        state.rows += 1;
        state.count = Math.max(state.count, row.integer('ResultCount') ?? 0);
        const UTC = { zone: 'UTC' } as const;
        const inside = /"CreationTime":"([^"]+)"/.exec(row.text('AuditData') ?? '')?.[1];
        return sawEvent(
          file,
          'Microsoft 365',
          firstDated(file.time(inside, UTC), row.time('CreationDate', UTC), row.time('CreationTime', UTC)),
        );
      },
      end: (file) => spansSeen(file, (events) => isCutOff(events, stated(file).count)),
      produced: rowsStated,
    },
  ],
});

function rowsStated(file: FileContext) {
  const { count, rows } = stated(file);
  // Exports of several searches in one file state the largest of their numbers, which is that of none.
  return count === 0 || rows > count ? {} : { rowsStated: count };
}

/** Only some exports say how many events the search found; without that, fewer rows than the cap tell nothing. */
function isCutOff(events: number, found: number): boolean | undefined {
  if (events >= CAP) return true;
  return found === 0 ? undefined : found > events;
}
