import { defineSource, type Fields } from '../intake/contract.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { counted, runOf } from './kit/checks.ts';

type Outcome = ConfigurationCheck['outcome'];

interface Setting {
  readonly name: string;
  readonly asks: string;
  readonly judge: (settings: Fields, name: string) => Outcome;
}

/** Only settings of which one value lets somebody in without a second factor, or with one that is easily intercepted. */
const SETTINGS: readonly Setting[] = [
  {
    name: 'helpdesk_bypass',
    asks: 'The help desk hands out no bypass of the second factor',
    judge: (settings, name) =>
      settings.word(name, { deny: 'passed', limit: 'warning', allow: 'failed' } as const) ?? 'unknown',
  },
  {
    name: 'inactive_user_expiration',
    asks: 'Users who do not sign in lose their enrolment after a number of days',
    judge: (settings, name) => {
      const days = settings.integer(name);
      return days === undefined ? 'unknown' : days > 0 ? 'passed' : 'failed';
    },
  },
  { name: 'sms_enabled', asks: 'No passcodes by text message', judge: unlessOn },
  { name: 'voice_enabled', asks: 'No second factor by telephone call', judge: unlessOn },
];

export default defineSource({
  product: 'Cisco Duo',
  title: 'Settings (Admin API JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'Duo Admin API: GET /admin/v1/settings',
  proves: 'Whether the account lets the help desk hand out a bypass, keeps unused users, and allows weak methods.',
  cannotProve: 'Which applications ask for Duo, or what policies of single applications and groups allow.',
  reads: [
    {
      shape: 'json',
      items: 'response',
      document: { stat: 'OK' },
      required: ['helpdesk_bypass', 'lockout_threshold', 'inactive_user_expiration'],
      item: (settings, file) =>
        SETTINGS.filter(({ name }) => settings.has(name)).map(({ name, asks, judge }) =>
          counted(file, {
            kind: 'configuration-check',
            strength: 'C',
            observed: file.asStated,
            tool: 'Cisco Duo',
            rule: name,
            title: asks,
            target: settings.text('name'),
            outcome: judge(settings, name),
            verbatim: settings.text(name) ?? '',
          }),
        ),
      end: (file) =>
        runOf(file, { tool: 'Cisco Duo', benchmark: 'Account settings', strength: 'C', complete: undefined }),
    },
  ],
});

function unlessOn(settings: Fields, name: string): Outcome {
  const on = settings.flag(name);
  return on === undefined ? 'unknown' : on ? 'warning' : 'passed';
}
