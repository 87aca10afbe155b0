import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Limits } from './limits.ts';
import { Refused } from './trouble.ts';

/** Refuses names that lead out of the archive, name a drive, or that two programs would read in two ways; `!/` is how we write "in". */
export function checkName(name: string, limits: Limits): void {
  if (Buffer.byteLength(name) > limits.nameBytes) throw new Refused(INTAKE_REASONS.entryNameLong(limits.nameBytes));
  const parts = name.replace(/\/$/, '').split('/');
  const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!plain || UNPRINTABLE.test(name) || /^[A-Za-z]:|\\|!\//.test(name)) {
    throw new Refused(INTAKE_REASONS.entryName(visible(name)));
  }
}

/** Control characters, and those that turn the direction of what follows them so that a name shows another ending. */
const UNPRINTABLE = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

function visible(name: string): string {
  return JSON.stringify(name)
    .slice(1, -1)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '�');
}

/** Two names that differ in case or in how an accent is written are one file on some systems. */
export function startNaming(): (name: string) => void {
  const names = new Set<string>();
  return (name) => {
    const folded = name.normalize('NFC').toLowerCase().replace(/\/$/, '');
    if (names.has(folded)) throw new Refused(INTAKE_REASONS.entryTwice(name));
    names.add(folded);
  };
}
