import type { RecordOf } from '../model/record.ts';
import { defineFact } from './define-fact.ts';
import { COMPUTERS_ONLY } from './kit/among.ts';
import { answerShare } from './kit/share.ts';
import { type Judgement, refutes, subjectFold, supports, undecided } from './kit/subjects.ts';
import { answerThings } from './kit/things.ts';

type Setting = RecordOf<'update-setting'>;
const KINDS = ['update-setting'] as const;

export default defineFact({
  question: 'What share of devices is set to update by itself?',
  from: KINDS,
  measures: 'share',
  means:
    'The setting, not what it does: an enabled updater shows nothing installed. A policy that only audits does not count.',
  start: (scope) => {
    const devices = subjectFold<'update-setting'>({ subject: ({ device }) => named(device), judge }, 'device', scope);
    const policies = subjectFold<'update-setting'>({ subject: ({ policy }) => named(policy), judge }, 'thing', scope);
    return {
      add: (setting: Setting) => (setting.device === undefined ? policies : devices).add(setting),
      result: () => ({ devices: devices.result(), policies: policies.result() }),
    };
  },
  answer: ({ devices, policies }, scope) => {
    if (devices.entries.length > 0 || policies.entries.length === 0) {
      const share = { from: KINDS, among: COMPUTERS_ONLY, silent: 'its setting is not told' };
      return answerShare(share, devices, { whole: scope.devices, scope });
    }
    const incomplete = () => 'Which devices these policies reach is not told.';
    return answerThings({ from: KINDS, unit: 'policy', incomplete }, policies, scope);
  },
});

function named(name: string | undefined) {
  return name === undefined ? undefined : { name };
}

function judge(setting: Setting): Judgement {
  const name = setting.device ?? setting.policy ?? 'a policy';
  const said = setting.value === undefined ? '' : ` (${setting.value})`;
  if (setting.auditOnly === true) return refutes(`${name}: audits only, installs nothing${said}`);
  if (setting.automatic === undefined) return undecided(`${name}: not told${said}`);
  return setting.automatic
    ? supports(`${name}: updates by itself${said}`)
    : refutes(`${name}: does not update by itself${said}`);
}
