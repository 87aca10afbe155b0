import { asksPassword, type Lock, lockFor } from '../client/index.ts';
import { secretFrom } from './ask-secret.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

/** How a package is locked on its way, as the command line asks for it; a password is never an argument, where every process could read it. */
export async function openLock(given: Given, terminal: Terminal): Promise<Lock | undefined> {
  const asked = given.texts('encrypt');
  return lockFor(asked, await passwordFor(asked, given, terminal));
}

/** The password, where what is asked for wants one. */
export async function passwordFor(
  asked: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<string | undefined> {
  if (asked.length === 0 || !asksPassword(asked)) return undefined;
  return secretFrom(given.text('passwordFile'), 'Password', terminal);
}
