import { createHmac } from 'node:crypto';
import type { SightingKind } from '../model/sighting.ts';

const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What a subject is, as far as its pseudonym tells. */
type Sort = 'person' | 'account' | 'device' | 'address' | 'subject';

const SORTS: Readonly<Partial<Record<SightingKind, Sort>>> = {
  'person-name': 'person',
  'email-address': 'account',
  'account-name': 'account',
  'account-number': 'account',
  'staff-number': 'person',
  'device-name': 'device',
  'device-number': 'device',
  'ip-address': 'address',
  'mac-address': 'address',
};

/** `device-k7q2mf`: the same for the same subject as long as the owner keeps the key, and for nobody else a way back. 30 bits. */
export function pseudonym(key: Uint8Array, subject: string, kind?: SightingKind): string {
  const digest = createHmac('sha256', key).update(`pseudonym\0${subject.trim().toLowerCase()}`).digest();
  const signs = [...digest.subarray(0, 6)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${(kind === undefined ? undefined : SORTS[kind]) ?? sortByLook(subject)}-${signs}`;
}

function sortByLook(subject: string): Sort {
  if (/^[\d.]+$|^[0-9a-f:]+$/i.test(subject)) return 'address';
  return subject.includes('@') ? 'account' : 'subject';
}
