import type { RecordOf } from '../../model/record.ts';
import type { Named } from './subjects.ts';

export type Account = RecordOf<'user-account'>;
export type Registration = RecordOf<'mfa-registration'>;

/** The list of people is no directory that anybody signs in to. */
export function isDirectory(account: Account): boolean {
  return account.directory !== 'hr';
}

export function isEnabled(account: { enabled?: boolean | undefined }): boolean {
  return account.enabled !== false;
}

/** An account is one by its name within its directory. */
export function accountOf(account: Account): Named {
  return { name: account.user, more: [account.email, account.displayName], per: account.directory };
}

/** Accounts counted one by one, also when two directories use the same name. */
export function accountAlone(account: Account): Named {
  return { name: `${account.directory} ${account.user}`, more: [account.user, account.email, account.displayName] };
}

export function registrationOf(registration: Registration): Named {
  return { name: registration.user, per: registration.directory };
}

/** Does this second factor stand in the way of anybody? A standing bypass cancels it. */
export function hasFactor(registration: Registration): boolean | undefined {
  if (registration.bypass === true) return false;
  return registration.registered;
}

export function isHuman(userType: Registration['userType']): boolean {
  return userType === undefined || userType === 'member';
}
