import type { SightingKind } from '../../model/sighting.ts';
import { isState } from '../placeholder.ts';
import { isCard, isImei, isNpi, isVin } from './checksums.ts';

type Judge = (value: string) => boolean;

const DATE =
  /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ,].{0,20})?$|^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}|^[A-Za-z]{3,9} \d{1,2},? \d{4}/;
const ADDRESS = /^(?:https?|ldaps?|file|mailto|urn|spiffe):/i;
const MOST_LETTERS = /\p{L}.*\p{L}/u;

const digits = (value: string): number => value.replace(/\D/g, '').length;
const sentence: Judge = (value) => value.split(/\s+/).length > 3;
const date: Judge = (value) => DATE.test(value);

/** What somebody types: short is possible, prose is not. */
const typed: Judge = (value) =>
  value.length >= 3 && !/^-?\d{1,3}$/.test(value) && !date(value) && !sentence(value) && !ADDRESS.test(value);

/** What a machine made: long, and no word or path of words. */
const made: Judge = (value) =>
  value.length >= 8 &&
  !/\s/.test(value) &&
  !date(value) &&
  !ADDRESS.test(value) &&
  !/^\d{1,7}$/.test(value) &&
  !/^[A-Za-z]+(?:[-_./: ][A-Za-z]+)*$/.test(value);

const madeOrLong: Judge = (value) => made(value) || (/^[A-Za-z]{20,}$/.test(value) && /[a-z][A-Z]/.test(value));
const numbered: Judge = (value) => digits(value) >= 4 && value.length <= 40 && !date(value) && !sentence(value);
const named: Judge = (value) => value.length >= 2 && MOST_LETTERS.test(value);
const told: Judge = (value) => value.length >= 2;

/** What a value must look like under a name that tells its kind; states (`enabled`, `***`) never count. */
const JUDGES: Readonly<Partial<Record<SightingKind, Judge>>> = {
  'aws-secret-key': made,
  'aws-session-token': made,
  'azure-storage-key': made,
  'azure-sas': (value) => value.length >= 20,
  'client-secret': madeOrLong,
  'api-key': madeOrLong,
  'rmm-psa-api-key': madeOrLong,
  'access-token': madeOrLong,
  'session-cookie': (value) => value.length >= 12 && value.includes('='),
  'authorization-header': (value) =>
    value.length >= 12 &&
    /\d|[a-z][A-Z]|=$/.test(value) &&
    !/^\w+[ -]\w+$/.test(value.replace(/^(?:Basic|Bearer|Token) /i, '')),
  'connection-string': (value) =>
    /(?:password|pwd|accountkey|sharedaccesskey)\s?=|:\/\/[^\s:/]{0,80}:[^\s/@]{2,200}@/i.test(value),
  'private-key': (value) => value.length >= 32,
  password: typed,
  'local-administrator-password': typed,
  'directory-password-hash': (value) => value.length >= 16 && made(value),
  'ntlm-hash': (value) => /^[0-9a-f]{32}(?::[0-9a-f]{32})?$/i.test(value),
  'bitlocker-recovery-key': (value) => digits(value) >= 16 && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value),
  'filevault-recovery-key': (value) =>
    value.length >= 12 && /\d/.test(value) && /[A-Z]/.test(value) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value),
  'one-time-password-seed': (value) => /^[A-Z2-7 =]{16,128}$/i.test(value) || /^otpauth/.test(value),
  'snmp-community': (value) => typed(value) && !/^(?:public|private)$/i.test(value) && !/^\d+:\d+$/.test(value),
  'wireless-key': (value) => value.length >= 8 && !sentence(value),
  'vpn-shared-key': (value) => value.length >= 6 && !sentence(value),
  'network-access-key': typed,
  'backup-password': typed,
  'group-policy-password': made,
  'social-security-number': (value) => /^(?!000|666|9)\d{3}[ -]?(?!00)\d{2}[ -]?(?!0000)\d{4}$/.test(value),
  'medical-record-number': numbered,
  'health-plan-number': numbered,
  'patient-name': named,
  'date-of-birth': date,
  'date-of-care': date,
  'payment-card': isCard,
  'bank-account': (value) => digits(value) >= 6 && !sentence(value),
  'licence-number': (value) => isNpi(value) || (digits(value) >= 4 && value.length <= 24 && !/^[12]\d{9}$/.test(value)),
  'biometric-data': (value) => value.length >= 20,
  'face-photo': (value) => value.length >= 20,
  'health-text': named,
  'person-name': named,
  'email-address': (value) => value.includes('@'),
  'phone-number': (value) => digits(value) >= 7 && !date(value),
  'fax-number': (value) => digits(value) >= 7,
  'street-address': told,
  'vehicle-number': (value) => isVin(value) || (value.length >= 4 && value.length <= 10),
  'account-name': told,
  'account-number': told,
  'staff-number': told,
  'device-name': told,
  'device-number': (value) => isImei(value) || told(value),
  'ip-address': (value) => /^[0-9a-f.:%/]{3,60}$/i.test(value) && /[.:]/.test(value),
  'mac-address': (value) => /^[0-9a-f:.-]{12,23}$/i.test(value),
};

/** A photo in base 64; what is longer is cut before it is looked at. */
const LONGEST = 8 * 1024 * 1024;

export function holdsUnderName(kind: SightingKind, value: string): boolean {
  const plain = value.trim();
  return plain.length <= LONGEST && !isState(plain) && (JUDGES[kind]?.(plain) ?? false);
}
