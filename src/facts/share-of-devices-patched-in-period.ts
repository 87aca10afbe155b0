import { isDated } from '../model/observed.ts';
import type { RecordOf } from '../model/record.ts';
import type { Scope } from './define-fact.ts';
import { COMPUTERS_ONLY } from './kit/among.ts';
import { PATCHED_WITHIN_DAYS, systemOf } from './kit/patches.ts';
import { shareOfDevices } from './kit/share.ts';
import { type Judgement, refutes, supports, undecided } from './kit/subjects.ts';
import { agoText, isWithin } from './kit/time.ts';

export default shareOfDevices({
  question: 'What share of workstations and servers had a patch installed within 45 days of the as-of date?',
  means:
    'Installations that succeeded. A scan for patches installs nothing; which patches are still missing is another question.',
  from: ['patch-install', 'patch-summary'],
  among: COMPUTERS_ONLY,
  rule: 'ever',
  silent: 'no installation was seen',
  subject: (record) =>
    record.kind === 'patch-summary' && record.device === undefined ? undefined : { name: systemOf(record) },
  judge: (record, scope) => {
    if (record.kind === 'patch-install') {
      return judge(
        record,
        { installed: record.outcome === 'installed', what: `${record.patch} ${record.verbatim}` },
        scope,
      );
    }
    if (record.operation !== 'install') return undefined;
    const count = record.installed ?? 0;
    return judge(record, { installed: count > 0, what: `${count} patches installed` }, scope);
  },
});

function judge(
  record: RecordOf<'patch-install' | 'patch-summary'>,
  { installed, what }: { installed: boolean; what: string },
  scope: Scope,
): Judgement {
  const text = `${systemOf(record)}: ${what} ${agoText(record.observed, scope)}`;
  // A patch that is there without a day tells neither.
  if (!installed || !isDated(record.observed)) return undecided(text);
  return isWithin(record.observed, PATCHED_WITHIN_DAYS, scope) ? supports(text) : refutes(text);
}
