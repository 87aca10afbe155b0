import { defineSource } from '../intake/contract.ts';
import { listed, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';

const LAST_SIGN_IN = ['LastLogonDate', 'LastLogonTimestamp', 'LastLogon'];
const PRIVILEGED = /CN=(Domain|Enterprise|Schema) Admins|CN=Administrators,|CN=Account Operators|CN=Backup Operators/i;

export default defineSource({
  product: 'Microsoft Active Directory',
  title: 'Domain users (CSV)',
  kinds: ['user-account'],
  obtain:
    "Get-ADUser -Filter * -Properties LastLogonDate,PasswordLastSet,PasswordNeverExpires,whenCreated,MemberOf | Select-Object *,@{n='MemberOf';e={$_.MemberOf -join ';'}} | Export-Csv ad-users.csv -NoTypeInformation",
  proves: 'Which domain accounts are enabled, how old their passwords are, and which never expire.',
  cannotProve: 'The exact last sign-in (it lags by up to two weeks), or who should have an account.',
  reads: [
    {
      shape: 'table',
      required: [
        'SamAccountName',
        'Enabled',
        ['PasswordLastSet', 'LastLogonDate', 'PasswordNeverExpires', 'ObjectGUID'],
      ],
      // Get-ADComputer prints the same columns and these beside them.
      forbidden: ['DNSHostName', 'OperatingSystem', 'IPv4Address'],
      row: (row, file) => {
        const user = row.text('SamAccountName');
        if (user === undefined) return { reject: 'no SamAccountName' };
        if (user.endsWith('$') || row.text('ObjectClass') === 'computer')
          return { reject: `${user} is no person's account` };
        const groups = listed(row.text('MemberOf'), /;|\|/);
        const service = /^(svc|service|sa)[-_.]/i.test(user);
        return {
          kind: 'user-account',
          strength: 'C',
          observed: file.asStated,
          user: row.text('UserPrincipalName') ?? user,
          displayName: row.text('DisplayName') ?? row.text('Name'),
          email: row.text('Mail') ?? row.text('EmailAddress'),
          enabled: row.flag('Enabled'),
          created: ifDated(row.time(named(row, ['whenCreated', 'Created']))),
          lastSignIn: ifDated(row.time(named(row, LAST_SIGN_IN))),
          passwordSet: ifDated(row.time('PasswordLastSet')),
          passwordNeverExpires: row.flag('PasswordNeverExpires'),
          admin:
            groups === undefined
              ? undefined
              : groups.some((group) => PRIVILEGED.test(`${group},`)) || row.text('AdminCount') === '1',
          userType: service ? 'service' : undefined,
          department: row.text('Department'),
          directory: 'ad',
        };
      },
    },
  ],
});
