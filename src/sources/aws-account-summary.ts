import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'AWS IAM',
  title: 'Account summary (JSON)',
  kinds: ['user-account', 'mfa-registration'],
  obtain: 'aws iam get-account-summary > account-summary.json',
  proves: 'Whether the root user of one account has a second factor.',
  cannotProve:
    'Which account it is, when the file was made, or anything of single users: they are in the credential report.',
  reads: [
    {
      shape: 'json',
      items: 'SummaryMap',
      required: ['AccountMFAEnabled'],
      item: (summary, file) => {
        const factor = summary.flag('AccountMFAEnabled');
        const root = {
          strength: 'C',
          observed: file.asStated,
          user: '<root_account>',
          enabled: true,
          admin: true,
          userType: 'root',
          directory: 'aws',
        } as const;
        return [
          { ...root, kind: 'user-account', mfa: factor },
          { ...root, kind: 'mfa-registration', registered: factor },
        ];
      },
    },
  ],
});
