import { basename, isAbsolute, join, relative } from 'node:path';
import { pack, remembering, verifyPackage } from '../bundle/index.ts';
import {
  type Assessed,
  assessFolder,
  guardLeaks,
  type Keeping,
  type Kept,
  keepCommitments,
  type Lock,
  materialsOf,
  openKeeping,
  publish,
  type Slides,
  slideMaker,
  stopForOtherClients,
  type WhatToKeep,
  writeSlides,
} from '../client/index.ts';
import { discardUnfinished, isFolder, saveOutput } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import { EDITIONS, type Edition } from '../model/edition.ts';
import type { PackagePlan } from '../model/package.ts';
import { planEdition } from '../pipeline.ts';
import { exitFor } from './conditions.ts';
import { openLock } from './encrypt.ts';
import { openProofs, writeRequest } from './proofs.ts';
import { stopForSiblings } from './siblings.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';
import type { Given } from './verb.ts';

interface Built {
  readonly path: string;
  readonly edition: Edition;
  readonly files: number;
  readonly bytes: number;
  readonly sha256: string | null;
  /** Beside the package. */
  readonly slides?: readonly Slides[];
  readonly encrypted?: Lock['how'];
  /** The package inside of what was encrypted. */
  readonly holds?: { readonly name: string; readonly sha256: string };
  /** Whether this run put it into the client's store, or it stood there before. */
  readonly kept?: Kept;
  readonly entries?: readonly {
    readonly path: string;
    readonly role: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

export async function buildPackages(given: Given, terminal: Terminal): Promise<number> {
  terminal.onInterrupt(discardUnfinished);
  const assessed = await assessFolder(given.args[0] ?? '.', terminal, given.text('against'));
  stopForOtherClients(assessed.findings);
  await stopForSiblings(assessed);
  const editions = editionsOf(given, assessed);
  const proofs = await openProofs(given, { editions, asOf: assessed.engagement.asOf, terminal });
  const lock = await openLock(given, terminal);
  const makeDeck = given.flag('pptx') ? await slideMaker() : undefined;
  const guarded = await guardLeaks(assessed, editions, terminal);
  const materials = await materialsOf(assessed);
  const pdfKey = proofs.pdfKey && remembering(proofs.pdfKey);
  const asked = { ...assessed, ...guarded, materials, signing: proofs.signing, pdfKey };
  const keep = await openKeeping(whatToKeep(given), asked);
  const built: Built[] = [];
  const notes: Diagnostic[] = [...assessed.folderNotes, ...guarded.notes];
  for (const [index, edition] of editions.entries()) {
    const request = { ...asked, edition, makeDeck };
    const planned = await planEdition(request, (file) => terminal.progress(`${edition}: ${file}`));
    notes.push(...planned.notes);
    if (proofs.requestPath !== undefined && !given.flag('dryRun')) {
      await writeRequest(proofs.requestPath, planned.value, { replace: given.flag('force') });
      continue;
    }
    const plan = given.flag('dryRun') ? planned.value : await proofs.finish(planned.value);
    const path = await pathFor(given.text('output'), plan, index);
    built.push(given.flag('dryRun') ? dryRun(path, plan) : await write(path, plan, { given, terminal, lock, keep }));
  }
  await keep?.close();
  if (!given.flag('dryRun')) await keepCommitments(assessed, guarded);
  tell(terminal, { built, notes, dry: given.flag('dryRun'), timestampRequest: proofs.requestPath });
  return exitFor(assessed.findings, given.texts('failOn'), terminal);
}

function whatToKeep(given: Given): WhatToKeep {
  if (given.refused('store') || given.flag('dryRun')) return 'never';
  return given.flag('store') ? 'always' : 'where-kept';
}

export function editionsOf(given: Given, { engagement }: Assessed): readonly Edition[] {
  const asked = given.texts('edition');
  return [...new Set(asked.length === 0 ? engagement.editions : EDITIONS.filter((each) => asked.includes(each)))];
}

/** The name that was asked for is the first edition's; further ones get theirs appended. */
async function pathFor(output: string | undefined, plan: PackagePlan, index: number): Promise<string> {
  if (output === undefined) return `${plan.name}.zip`;
  if (/[\\/]$/.test(output) || (await isFolder(output))) return join(output, `${plan.name}.zip`);
  return index === 0 ? output : `${output.replace(/\.zip$/i, '')}_${plan.edition}.zip`;
}

interface Writing {
  readonly given: Given;
  readonly terminal: Terminal;
  readonly lock: Lock | undefined;
  readonly keep: Keeping | undefined;
}

/** Kept only after it was written: what stands in the store is a package that was handed out. */
async function write(path: string, plan: PackagePlan, { given, terminal, lock, keep }: Writing): Promise<Built> {
  terminal.progress(`${plan.edition}: packing ${plan.entries.length} files`);
  const replace = given.flag('force');
  const slides = await writeSlides(path, plan, { lock, replace });
  const bytes = lock ? await pack(plan) : await publish(path, plan, { replace: replace ? 'anything' : 'packages' });
  const files = plan.entries.length;
  const written: Built = lock
    ? await writeLocked(path, { plan, bytes, lock, replace })
    : { path, edition: plan.edition, files, bytes: bytes.length, sha256: sha256(bytes) };
  const built = slides.length === 0 ? written : { ...written, slides };
  if (!keep) return built;
  terminal.progress(`${plan.edition}: keeping what it was made of`);
  return { ...built, kept: await keep.keep(plan, bytes) };
}

/** Only the locked file is written; what it holds was verified before. */
async function writeLocked(
  path: string,
  { plan, bytes, lock, replace }: { plan: PackagePlan; bytes: Uint8Array; lock: Lock; replace: boolean },
): Promise<Built> {
  if (!(await verifyPackage(bytes)).holds) throw failure(diagnostic('package-damaged-on-disk', { path }), { exit: 6 });
  const locked = await lock.lock(basename(path), bytes);
  const target = lock.pathOf(path);
  await saveOutput(target, locked, { replace });
  const holds = { name: basename(path), sha256: sha256(bytes) };
  const hash = sha256(locked);
  return {
    path: target,
    edition: plan.edition,
    files: plan.entries.length,
    bytes: locked.length,
    sha256: hash,
    encrypted: lock.how,
    holds,
  };
}

function dryRun(path: string, { edition, entries }: PackagePlan): Built {
  const listed = entries.map(({ path: inside, role, bytes, sha256: hash }) => ({
    path: inside,
    role,
    bytes,
    sha256: hash,
  }));
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return { path, edition, files: entries.length, bytes, sha256: null, entries: listed };
}

interface Told {
  readonly built: readonly Built[];
  readonly notes: readonly Diagnostic[];
  readonly dry: boolean;
  readonly timestampRequest: string | undefined;
}

function keptWords({ outcome, stands }: Kept, hash: string): string {
  if (outcome === 'recorded') return 'kept in the store: it can be made again from there';
  if (stands === hash) return 'it stood in the store before, and stands';
  return `not kept: another package of the same inputs stands in the store, sha256 ${stands}`;
}

function tell(terminal: Terminal, of: Told): void {
  const { timestampRequest } = of;
  if (terminal.json) {
    const result = { schema: 'proofpack.build/1', packages: of.built, timestampRequest, notes: of.notes };
    terminal.say(JSON.stringify(result, null, 2));
    return;
  }
  for (const { message, severity } of of.notes) {
    if (severity !== 'info') terminal.warn(`${severity}  ${message}`);
  }
  for (const { path, edition, files, bytes, sha256: hash, entries, holds, kept, slides = [] } of of.built) {
    for (const entry of entries ?? [])
      terminal.say(`${bytesText(entry.bytes).padStart(9)}  ${entry.role.padEnd(8)}  ${entry.path}`);
    const word = of.dry ? 'would write' : 'written';
    terminal.say(`${terminal.style('green', word)}  ${shown(path)}  ${edition}, ${files} files, ${bytesText(bytes)}`);
    if (hash) terminal.say(`         sha256 ${hash}`);
    if (holds) terminal.say(`         holds ${holds.name}, sha256 ${holds.sha256}`);
    for (const each of slides) terminal.say(`         slides ${shown(each.path)}, ${bytesText(each.bytes)}`);
    if (kept) terminal.say(`         ${keptWords(kept, holds?.sha256 ?? hash ?? '')}`);
  }
  if (timestampRequest !== undefined && !of.dry) {
    terminal.say(`${terminal.style('green', 'written')}  ${timestampRequest}  what to ask a timestamp authority`);
    terminal.note('\nNext: build again with --timestamp and the file that holds its answer.');
  }
  const [first] = of.built;
  if (first && !of.dry && !first.encrypted) terminal.note(`\nNext: proofpack verify ${shown(first.path)}`);
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return isAbsolute(path) && !near.startsWith('..') ? near : path;
}
