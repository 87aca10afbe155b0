import { defineSource, type Placed } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const NEVER = { never: ['no_information', 'n/a', 'not_supported'] };

export default defineSource({
  product: 'AWS IAM',
  title: 'Credential report (CSV)',
  kinds: ['user-account', 'mfa-registration'],
  obtain:
    'aws iam generate-credential-report; aws iam get-credential-report --query Content --output text | base64 -d > credential-report.csv',
  proves:
    'Which IAM users of one account have a password, a second factor and access keys, and how old those are; the root user too.',
  cannotProve:
    'People who sign in through a directory (IAM Identity Center), roles, or other accounts; access keys ask for no second factor.',
  reads: [
    {
      shape: 'table',
      required: ['user', 'arn', 'user_creation_time', 'password_enabled', 'mfa_active', 'access_key_1_active'],
      row: (row, file) => {
        const user = row.text('user');
        if (user === undefined) return { reject: 'no user' };
        const root = user === '<root_account>';
        const password = row.flag('password_enabled');
        const userType = root ? 'root' : password === false ? 'service' : 'member';
        const lastSignIn = ifDated(row.time('password_last_used', NEVER));
        const mfa = row.flag('mfa_active');
        const head = {
          strength: 'C',
          observed: file.asStated,
          user,
          enabled: true,
          userType,
          directory: 'aws',
          lastSignIn,
        } as const;
        const account: Placed = {
          ...head,
          kind: 'user-account',
          created: ifDated(row.time('user_creation_time')),
          passwordSet: ifDated(row.time('password_last_changed', NEVER)),
          admin: root ? true : undefined,
          neverSignedIn: password === true && row.text('password_last_used') === 'no_information' ? true : undefined,
          accessKeyAges: ['1', '2']
            .filter((key) => row.flag(`access_key_${key}_active`) === true)
            .map((key) => firstDated(row.time(`access_key_${key}_last_rotated`, NEVER))),
          mfa,
        };
        // Without a password nobody signs in at the console, so that a missing second factor there is no gap.
        if (!root && password === false) return account;
        return [account, { ...head, kind: 'mfa-registration', registered: mfa, admin: root ? true : undefined }];
      },
    },
  ],
});
