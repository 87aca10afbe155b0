import { COMPUTERS_ONLY } from './kit/among.ts';
import { judgeState, judgeSummary, systemOf } from './kit/patches.ts';
import { shareOfDevices } from './kit/share.ts';

export default shareOfDevices({
  question: 'What share of workstations and servers misses no critical patch?',
  means:
    'Devices of which a tool tells what is missing. One missing update of unknown severity leaves a device in doubt.',
  from: ['patch-state', 'patch-summary'],
  among: COMPUTERS_ONLY,
  across: 'every',
  silent: 'what is missing is not told',
  subject: (record) => {
    if (record.kind === 'patch-state') return { name: systemOf(record), per: record.patch };
    return record.device === undefined ? undefined : { name: record.device, per: 'summary' };
  },
  judge: (record) => (record.kind === 'patch-state' ? judgeState(record) : judgeSummary(record)),
});
