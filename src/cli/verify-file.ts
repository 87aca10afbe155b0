import type { X509Certificate } from 'node:crypto';
import { type AllowedSigner, NAMESPACE, readCertificates, readSigners, verifyPackage } from '../bundle/index.ts';
import { readCatalog, readPackage, readSmallText } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import type { FindingCode, Verification } from '../model/package.ts';
import { replayWith } from '../pipeline.ts';
import type { Style, Terminal } from './terminal.ts';
import { DONE, type Given, NOT_VERIFIED } from './verb.ts';

const GOOD: readonly FindingCode[] = ['intact', 'signed', 'timestamped', 'pdf-signed', 'reproduced'];
const NEUTRAL: readonly FindingCode[] = [
  'unsigned',
  'signer-unknown',
  'authority-unknown',
  'pdf-signer-unknown',
  'not-reproducible',
  'rules-differ',
];

export async function verifyFile(given: Given, terminal: Terminal): Promise<number> {
  const path = given.args[0] ?? '';
  const trust = {
    sha256: hashOf(given.text('sha256')),
    signers: await signersOf(given.text('signer')),
    authorities: await certificatesOf(given.text('tsa')),
    pdfSigners: await certificatesOf(given.text('pdfSigner')),
    at: Date.now(),
  };
  const bytes = await readPackage(path);
  terminal.progress(`Checking ${path}`);
  const replay = given.refused('replay') ? undefined : replayWith(await readCatalog());
  const verification = demanding(await verifyPackage(bytes, replay, trust), given.flag('replay'));
  const result = { path, sha256: sha256(bytes), ...verification };
  if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.verification/1', ...result }, null, 2));
  else tell(result, terminal);
  return verification.holds ? DONE : NOT_VERIFIED;
}

/** Who asks for the verdicts to be derived again has no answer when they cannot be. */
function demanding(verification: Verification, replay: boolean): Verification {
  return replay && !verification.assurance.replayed ? { ...verification, holds: false } : verification;
}

function hashOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) throw failure(diagnostic('hash-malformed', { got: text }));
  return hash;
}

async function signersOf(path: string | undefined): Promise<readonly AllowedSigner[] | undefined> {
  if (path === undefined) return undefined;
  const signers = readSigners(await readSmallText(path), NAMESPACE);
  if (signers.length === 0) throw failure(diagnostic('signers-unreadable', { path }));
  return signers;
}

async function certificatesOf(path: string | undefined): Promise<readonly X509Certificate[] | undefined> {
  if (path === undefined) return undefined;
  const authorities = readCertificates(await readSmallText(path));
  if (!authorities) throw failure(diagnostic('authorities-unreadable', { path }));
  return authorities;
}

function tell(result: Verification & { readonly sha256: string }, terminal: Terminal): void {
  for (const { code, message } of result.findings) {
    terminal.say(`${terminal.style(styleOf(code), code)}  ${message}`);
  }
  const { level } = result.assurance;
  if (level !== null) terminal.say(`assurance  ${level}`);
  terminal.say(`sha256  ${result.sha256}`);
  terminal.note(`\n${adviceOn(result)}`);
}

function styleOf(code: FindingCode): Style {
  if (GOOD.includes(code)) return 'green';
  return NEUTRAL.includes(code) ? 'yellow' : 'red';
}

function adviceOn({ holds, findings, assurance }: Verification): string {
  const codes = findings.map(({ code }) => code);
  if (!holds && codes.every((code) => GOOD.includes(code) || NEUTRAL.includes(code))) {
    return 'The files are whole, and the verdicts could not be derived again, as --replay demands.';
  }
  if (!holds) return 'This package does not verify. Ask the sender for it again.';
  if (codes.includes('unsigned')) {
    return 'Compare the SHA-256 with the one that the sender told you by another way: nobody signed the package.';
  }
  return assurance.level === 'E1'
    ? 'Compare the fingerprint of the key with the one that the signer told you by another way, and verify with --signer.'
    : 'What this does not show: whether an exhibit was genuine when it was handed over.';
}
