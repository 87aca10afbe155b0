import { randomBytes, randomInt } from 'node:crypto';
import { basename } from 'node:path';
import {
  fingerprint,
  NAMESPACE,
  privateKeyText,
  publicKeyLine,
  publicKeyPem,
  type SigningKey,
  signingKey,
} from '../bundle/index.ts';
import { isLocked, type KeyText, signingKeyFrom } from '../client/index.ts';
import { readSmallText, refuseAmongExhibits, saveKey } from '../disk/index.ts';
import { secretFrom } from './ask-secret.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

export async function handleKeys(given: Given, terminal: Terminal): Promise<number> {
  const [what, path = ''] = given.args;
  const making = what === 'new';
  const key = making ? await makeKey(path, given.text('name') ?? basename(path)) : await openKey(path, given, terminal);
  tell(key, path, terminal);
  return DONE;
}

/** The key that signs a package; wherever it lies, it must not be packed with the exhibits. */
export async function signingKeyText(path: string, given: Given, terminal: Terminal): Promise<KeyText> {
  await refuseAmongExhibits(path);
  return keyText(path, given, terminal);
}

export async function openSigningKey(path: string, given: Given, terminal: Terminal): Promise<SigningKey> {
  return signingKeyFrom(await signingKeyText(path, given, terminal));
}

async function openKey(path: string, given: Given, terminal: Terminal): Promise<SigningKey> {
  return signingKeyFrom(await keyText(path, given, terminal));
}

/** The key's file, and what opens it where it is locked. */
async function keyText(path: string, given: Given, terminal: Terminal): Promise<KeyText> {
  const text = await readSmallText(path);
  if (!isLocked(text)) return { path, text };
  const passphrase = await secretFrom(given.text('passphraseFile'), `The passphrase of ${path}`, terminal);
  return { path, text, passphrase };
}

async function makeKey(path: string, name: string): Promise<SigningKey> {
  const seed = randomBytes(32);
  // One word, since the lines of OpenSSH are divided by spaces.
  const comment = name.trim().replace(/[\s,"]+/g, '-');
  const key = signingKey(seed, comment);
  const secret = privateKeyText(seed, { comment, check: randomInt(2 ** 32) });
  await saveKey(path, { secret, line: publicKeyLine(key) });
  return key;
}

function tell(key: SigningKey, path: string, terminal: Terminal): void {
  const name = key.comment || basename(path);
  const allowed = `${name} namespaces="${NAMESPACE}" ${publicKeyLine({ ...key, comment: '' })}`;
  const told = {
    fingerprint: fingerprint(key.publicKey),
    publicKey: publicKeyLine(key),
    allowedSigner: allowed,
    pem: publicKeyPem(key.publicKey),
  };
  if (terminal.json) {
    terminal.say(JSON.stringify({ schema: 'proofpack.key/1', path, ...told }, null, 2));
    return;
  }
  const lines: readonly (readonly [string, string])[] = [
    ['secret key', path],
    ['fingerprint', told.fingerprint],
    ['public key', told.publicKey],
    ['allowed_signers', told.allowedSigner],
  ];
  for (const [label, text] of lines) terminal.say(`${terminal.style('bold', label.padEnd(15))}  ${text}`);
  terminal.say(`\n${told.pem.trim()}`);
  terminal.note(
    '\nTell the readers of your packages the fingerprint by another way than the package, for instance on your website.' +
      `\nNext: proofpack build <folder> --sign ${path}`,
  );
}
