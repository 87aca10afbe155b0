import { SIGHTING_CLASSES, type SightingKind } from '../model/sighting.ts';

/**
 * Whether a value tells something wherever it stands. "admin", "Reception" or "2026" may be an account's, a person's or a password's, and is a word of
 * every sentence, too; nobody learns anything from meeting it.
 */
export function isTelling(value: string, kind: SightingKind): boolean {
  const plain = value.trim();
  if (plain.length < 4 || plain.length > 400 || kind === 'web-address' || kind === 'health-text') return false;
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(plain)) return false;
  // A number alone may be any number: a count, a size.
  if (/^\d+$/.test(plain)) return plain.length >= 7 && kind !== 'staff-number';
  if (SIGHTING_CLASSES[kind] === 'secret') return plain.length >= 6 && !/^[a-z]+$|^[A-Z]?[a-z]{1,7}$/.test(plain);
  // `LAKESIDE\kim`, `kim.adler`: no word of a sentence looks so.
  if (kind === 'account-name' && /\p{L}{2}[\\._]\p{L}{2}/u.test(plain)) return true;
  return /\d.*[\p{L}@.:-]|[\p{L}@.:-].*\d|@|^[\p{L}'’.-]+(?:,? [\p{L}'’.-]+)+$/u.test(plain);
}
