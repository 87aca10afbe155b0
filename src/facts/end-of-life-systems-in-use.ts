import { isDated } from '../model/observed.ts';
import type { RecordOf } from '../model/record.ts';
import type { Scope } from './define-fact.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { supportOf } from './kit/end-of-life.ts';
import { type Judgement, undecided } from './kit/subjects.ts';
import { dayText, hasPassed } from './kit/time.ts';

export default countOf({
  question: 'How many systems in use are no longer supported by their maker?',
  means:
    'By the end of support that the inventory tells, by the publicly announced end for the operating system it names, or by a scanner’s finding. Paid extensions are not seen.',
  from: ['asset', 'vulnerability-finding', 'device-compliance'],
  of: 'device',
  unit: 'system',
  tone: 'bad',
  subject: (record) => {
    if (record.kind === 'asset') return record.type === 'device' ? { name: record.name, per: 'inventory' } : undefined;
    if (record.kind === 'device-compliance') return { name: record.device, per: 'management' };
    return record.host === undefined ? undefined : { name: record.host, per: record.finding };
  },
  judge: (record, scope) => {
    if (record.kind === 'asset') return judgeAsset(record, scope);
    if (record.kind === 'device-compliance')
      return judgeSystem(record.device, supportOf(record.os, record.osVersion), scope);
    if (record.endOfLife !== true) return undefined;
    const text = `${record.host}: ${record.title ?? record.finding}`;
    return record.state === 'fixed' || record.state === 'false-positive' ? isClear(text) : counts(text);
  },
});

function judgeAsset(asset: RecordOf<'asset'>, scope: Scope): Judgement {
  if (asset.status !== 'in-use' && asset.status !== 'unknown') return isClear(`${asset.name}: ${asset.status}`);
  if (asset.supportEnds && isDated(asset.supportEnds)) {
    const ends = dayText(asset.supportEnds, scope);
    return hasPassed(asset.supportEnds, scope)
      ? counts(`${asset.name}: support ended ${ends}`)
      : isClear(`${asset.name}: supported until ${ends}`);
  }
  return judgeSystem(asset.name, supportOf(asset.os, asset.osVersion), scope);
}

function judgeSystem(name: string, support: ReturnType<typeof supportOf>, scope: Scope): Judgement {
  if (!support) return undecided(`${name}: end of support not told`);
  if (support.ends !== null && support.ends < scope.asOf) {
    return counts(`${name}: ${support.system}, support ended ${support.ends}`);
  }
  return isClear(`${name}: ${support.system}${support.ends === null ? '' : `, supported until ${support.ends}`}`);
}
