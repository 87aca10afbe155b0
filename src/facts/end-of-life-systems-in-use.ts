import { isDated } from '../model/observed.ts';
import type { RecordOf } from '../model/record.ts';
import { defineFact, type Scope } from './define-fact.ts';
import { answerCount, counts, isClear } from './kit/count.ts';
import { supportOf } from './kit/end-of-life.ts';
import { type Judgement, type Subjects, subjectFold, undecided } from './kit/subjects.ts';
import { dayText, hasPassed } from './kit/time.ts';

const KINDS = ['asset', 'vulnerability-finding', 'device-compliance'] as const;
const BY_DATE = 'date in the inventory';
const BY_NAME: ReadonlySet<string> = new Set(['name in the inventory', 'name in the management']);

export default defineFact({
  question: 'How many systems in use are no longer supported by their maker?',
  from: KINDS,
  measures: 'count',
  means:
    'By the end of support that the inventory tells, else by the publicly announced end for the operating system that is named without doubt, or by a scanner’s finding. Paid extensions are not seen; Windows 11 is judged by a date only.',
  start: (scope) =>
    subjectFold<(typeof KINDS)[number]>(
      {
        subject: (record) => {
          if (record.kind === 'asset') {
            if (record.type !== 'device') return undefined;
            return { name: record.name, per: hasEnd(record) ? BY_DATE : 'name in the inventory' };
          }
          if (record.kind === 'device-compliance') return { name: record.device, per: 'name in the management' };
          return record.host === undefined ? undefined : { name: record.host, per: record.finding };
        },
        judge: (record, within) => {
          if (record.kind === 'asset') return judgeAsset(record, within);
          if (record.kind === 'device-compliance') {
            return judgeSystem(record.device, supportOf(record.os, record.osVersion), within);
          }
          if (record.endOfLife !== true) return undefined;
          const text = `${record.host}: ${record.title ?? record.finding}`;
          return record.state === 'fixed' || record.state === 'false-positive' ? isClear(text) : counts(text);
        },
      },
      'device',
      scope,
    ),
  answer: (systems, scope) =>
    answerCount(
      { from: KINDS, unit: 'unsupported system', tone: 'bad', zeroNeedsAll: true },
      datesBeforeNames(systems),
      scope,
    ),
});

/** Where the inventory tells a date, what a system is called decides nothing. */
function datesBeforeNames(systems: Subjects): Subjects {
  const dated = new Set(systems.entries.filter(({ per }) => per === BY_DATE).map(({ key }) => key));
  return { ...systems, entries: systems.entries.filter(({ key, per }) => !dated.has(key) || !BY_NAME.has(per)) };
}

function hasEnd(asset: RecordOf<'asset'>): boolean {
  return asset.supportEnds !== undefined && isDated(asset.supportEnds);
}

function judgeAsset(asset: RecordOf<'asset'>, scope: Scope): Judgement {
  if (asset.status !== 'in-use' && asset.status !== 'unknown') return isClear(`${asset.name}: ${asset.status}`);
  if (hasEnd(asset)) {
    const ends = dayText(asset.supportEnds, scope);
    return hasPassed(asset.supportEnds, scope)
      ? counts(`${asset.name}: support ended ${ends}`)
      : isClear(`${asset.name}: supported until ${ends}`);
  }
  return judgeSystem(asset.name, supportOf(asset.os, asset.osVersion), scope);
}

function judgeSystem(name: string, support: ReturnType<typeof supportOf>, scope: Scope): Judgement {
  if (!support) return undecided(`${name}: end of support not told`);
  return support.ends < scope.asOf
    ? counts(`${name}: ${support.system}, support ended ${support.ends}`)
    : isClear(`${name}: ${support.system}, supported until ${support.ends}`);
}
