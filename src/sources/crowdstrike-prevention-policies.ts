import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { counted, runOf } from './kit/checks.ts';

type Told = Pick<ConfigurationCheck, 'outcome' | 'verbatim'>;

export default defineSource({
  product: 'CrowdStrike Falcon',
  title: 'Prevention policies (API JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'GET https://<cloud>.crowdstrike.com/policy/combined/prevention/v1, all pages',
  proves: 'Which settings of each prevention policy are on, and whether a setting only detects or also prevents.',
  cannotProve:
    'That the policy reached a device: the device details tell that; that a policy without groups applies to anybody.',
  reads: [
    {
      shape: 'json',
      items: ['resources', ''],
      required: ['name', 'platform_name', 'enabled', 'prevention_settings'],
      item: readPolicy,
      end: (file) =>
        runOf(file, {
          tool: 'CrowdStrike Falcon',
          benchmark: 'Prevention policies',
          strength: 'C',
          complete: undefined,
        }),
    },
  ],
});

function readPolicy(policy: Fields, file: FileContext): readonly Placed[] {
  const target = [policy.text('name'), policy.text('platform_name')].filter((part) => part !== undefined).join(', ');
  const head = {
    kind: 'configuration-check',
    strength: 'C',
    // The day of the last change is no day on which it was seen so.
    observed: file.asStated,
    tool: 'CrowdStrike Falcon',
    target,
  } as const;
  const isOn = policy.flag('enabled');
  const whole = counted(file, {
    ...head,
    rule: 'prevention policy enabled',
    outcome: isOn === undefined ? 'unknown' : isOn ? 'passed' : 'failed',
    verbatim: `enabled ${policy.text('enabled') ?? 'not said'}`,
  });
  const settings = policy.children('prevention_settings').flatMap((group) => group.children('settings'));
  return [
    { ...whole, at: policy.place },
    ...settings.map((setting) => ({
      ...counted(file, {
        ...head,
        rule: setting.text('id') ?? setting.text('name') ?? '',
        title: setting.text('name'),
        // What stands in a policy that is switched off is in force for nobody.
        ...(isOn === true ? judged(setting) : { ...judged(setting), outcome: 'not-reviewed' as const }),
      }),
      at: setting.place,
    })),
  ];
}

/** A slider that detects and does not prevent lets through what it sees. */
function judged(setting: Fields): Told {
  const [detects, prevents] = [setting.text('value.detection'), setting.text('value.prevention')];
  if (detects !== undefined || prevents !== undefined) {
    const verbatim = `detection ${detects ?? 'not said'}, prevention ${prevents ?? 'not said'}`;
    if (prevents === undefined) return { outcome: 'unknown', verbatim };
    return { outcome: /^(disabled|no_policy)$/i.test(prevents) ? 'failed' : 'passed', verbatim };
  }
  const isOn = setting.flag('value.enabled');
  if (isOn === undefined) return { outcome: 'unknown', verbatim: 'not said' };
  return { outcome: isOn ? 'passed' : 'warning', verbatim: `enabled ${isOn}` };
}
