import { defineSource, type Fields, type FileContext, type TextLine, type Yield } from '../intake/contract.ts';
import { listed, named } from './kit/columns.ts';
import { accountControl, directoryTime, fieldTime, isPrivilegedGroup } from './kit/directory.ts';
import { perFile } from './kit/per-file.ts';

const LAST_SIGN_IN = ['LastLogonDate', 'LastLogonTimestamp', 'LastLogon'];
const SERVICE = /^(svc|service|sa)[-_.]/i;
// Get-ADComputer prints the same columns and these beside them.
const COMPUTERS = ['DNSHostName', 'OperatingSystem', 'IPv4Address'];

export default defineSource({
  product: 'Microsoft Active Directory',
  title: 'Domain users (CSV, JSON or LDIF)',
  kinds: ['user-account'],
  obtain:
    "Get-ADUser -Filter * -Properties LastLogonDate,PasswordLastSet,PasswordNeverExpires,whenCreated,MemberOf | Select-Object *,@{n='MemberOf';e={$_.MemberOf -join ';'}} | Export-Csv ad-users.csv -NoTypeInformation; where PowerShell is missing: csvde -f ad-users.csv -r \"(&(objectCategory=person)(objectClass=user))\", or ldifde in the same way",
  proves: 'Which domain accounts are enabled, how old their passwords are, and which never expire.',
  cannotProve:
    'The exact last sign-in (it lags by up to two weeks), who is an administrator through a group within a group, or who should have an account.',
  reads: [
    {
      shape: 'table',
      required: [
        'SamAccountName',
        'Enabled',
        ['PasswordLastSet', 'LastLogonDate', 'PasswordNeverExpires', 'ObjectGUID'],
      ],
      forbidden: COMPUTERS,
      row: read,
    },
    {
      shape: 'json',
      items: '',
      required: ['SamAccountName', 'Enabled', ['DistinguishedName', 'ObjectGUID', 'PasswordLastSet']],
      forbidden: COMPUTERS,
      item: read,
    },
    {
      shape: 'table',
      required: ['DN', 'objectClass', 'sAMAccountName', 'userAccountControl'],
      row: (row, file) =>
        dumped(
          {
            one: (name) => row.text(name),
            // csvde joins the values of an attribute with semicolons.
            all: (name) => listed(row.text(name), /;/),
          },
          file,
        ),
    },
    {
      shape: 'text',
      anchors: [/^dn: .*(CN|OU|DC)=/i, /^sAMAccountName: \S/i, /^userAccountControl: \d/i],
      line: readLdif,
      end: (file) => flush(file),
    },
  ],
});

function read(row: Fields, file: FileContext): Yield {
  const user = row.text('SamAccountName');
  if (user === undefined) return { reject: 'no SamAccountName' };
  if (user.endsWith('$') || row.text('ObjectClass') === 'computer') return { reject: `${user} is no person's account` };
  const groups = groupsOf(row);
  return {
    kind: 'user-account',
    strength: 'C',
    observed: file.asStated,
    user: row.text('UserPrincipalName') ?? user,
    displayName: row.text('DisplayName') ?? row.text('Name'),
    email: row.text('Mail') ?? row.text('EmailAddress'),
    enabled: row.flag('Enabled'),
    created: fieldTime(row, named(row, ['whenCreated', 'Created']), file),
    lastSignIn: fieldTime(row, named(row, LAST_SIGN_IN), file),
    passwordSet: fieldTime(row, 'PasswordLastSet', file),
    passwordNeverExpires: row.flag('PasswordNeverExpires'),
    admin: isAdmin(groups, row.text('AdminCount')),
    userType: SERVICE.test(user) ? 'service' : undefined,
    department: row.text('Department'),
    directory: 'ad',
  };
}

/** In JSON the groups are a list; in a cell they are joined, as far as their names are not lost. */
function groupsOf(row: Fields): readonly string[] | undefined {
  const texts = row.texts('MemberOf');
  return texts.length > 1 ? texts : listed(row.text('MemberOf'), /;|\|/);
}

function isAdmin(groups: readonly string[] | undefined, adminCount: string | undefined): boolean | undefined {
  if (groups === undefined) return undefined;
  return groups.some(isPrivilegedGroup) || adminCount === '1';
}

interface Dumped {
  readonly one: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[] | undefined;
}

/** As csvde and ldifde dump the directory: numbers for times, bits for states. */
function dumped({ one, all }: Dumped, file: FileContext): Yield {
  const user = one('sAMAccountName');
  const classes = all('objectClass') ?? [];
  // A dump holds groups, computers and units too; they are no accounts of people, and nothing is wrong with their rows.
  if (user === undefined || user.endsWith('$') || classes.includes('computer') || !classes.includes('user'))
    return undefined;
  const control = one('userAccountControl');
  return {
    kind: 'user-account',
    strength: 'C',
    observed: file.asStated,
    user: one('userPrincipalName') ?? user,
    displayName: one('displayName') ?? one('name') ?? one('cn'),
    email: one('mail'),
    ...accountControl(control === undefined ? undefined : Number(control)),
    created: directoryTime(one('whenCreated'), file),
    lastSignIn: directoryTime(one('lastLogonTimestamp') ?? one('lastLogon'), file),
    passwordSet: directoryTime(one('pwdLastSet'), file),
    // An account in no group but its primary one has no such attribute, and one whose groups were not asked for neither.
    admin: isAdmin(all('memberOf'), one('adminCount')),
    userType: SERVICE.test(user) ? 'service' : undefined,
    department: one('department'),
    directory: 'ad',
  };
}

interface Entry {
  readonly values: Map<string, string[]>;
  readonly place: TextLine['place'];
}
/** Marks a value until its last line is read. */
const BASE64 = '\u0000base64:';
const entries = perFile<{ open: Entry | undefined; last: string[] | undefined }>(() => ({
  open: undefined,
  last: undefined,
}));

function readLdif({ text, place }: TextLine, file: FileContext): Yield {
  const state = entries(file);
  if (text.trim() === '') return flush(file);
  // A long value goes on in the next line, after one space.
  if (text.startsWith(' ') && state.last !== undefined) {
    state.last.push(`${state.last.pop() ?? ''}${text.slice(1)}`);
    return undefined;
  }
  const [, name, encoded, value = ''] = /^([\w.;-]+):(:?) ?(.*)$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const before = name.toLowerCase() === 'dn' ? flush(file) : undefined;
  state.open ??= { values: new Map(), place };
  const key = name.toLowerCase();
  const values = state.open.values.get(key) ?? [];
  state.open.values.set(key, values);
  // Names with letters beyond ASCII are written in base 64, after two colons.
  values.push(encoded === ':' ? `${BASE64}${value}` : value);
  state.last = values;
  return before;
}

function plain(value: string): string {
  return value.startsWith(BASE64) ? Buffer.from(value.slice(BASE64.length), 'base64').toString('utf8') : value;
}

function flush(file: FileContext): Yield {
  const state = entries(file);
  const { open } = state;
  Object.assign(state, { open: undefined, last: undefined });
  if (open === undefined) return undefined;
  const all = (name: string) => open.values.get(name.toLowerCase())?.map(plain);
  const made = dumped({ one: (name) => all(name)?.[0], all }, file);
  return made !== undefined && 'kind' in made ? { ...made, at: open.place } : made;
}
