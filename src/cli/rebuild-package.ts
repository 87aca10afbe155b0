import { join } from 'node:path';
import { browserCheck, verifyPackage } from '../bundle/index.ts';
import {
  discardUnfinished,
  isFolder,
  readFonts,
  readOwnerKey,
  readTemplates,
  readVersion,
  savePackage,
} from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { EDITIONS } from '../model/edition.ts';
import type { StandingBuild } from '../model/store.ts';
import { type Ground, rebuild, withEntry } from '../store/index.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** A package of the past once more, from what the store keeps, or an error that says why it is not the same. */
export async function rebuildPackage(given: Given, terminal: Terminal): Promise<number> {
  terminal.onInterrupt(discardUnfinished);
  const [folder = '.', word = 'last'] = given.args;
  const edition = EDITIONS.find((each) => each === given.text('edition'));
  const { path, build } = await withEntry({ folder, word }, { edition, wanted: 'package' }, async (store, found) => {
    if (!found) throw failure(diagnostic('store-entry-unknown', { folder, word, known: [] }));
    const bytes = await rebuild({
      store,
      build: found,
      ground: await readGround(),
      ownerKey: await readOwnerKey(folder),
      onStep: (what) => terminal.progress(`${found.edition}: ${what}`),
    });
    const target = await pathFor(given.text('output'), found);
    await savePackage({
      bytes,
      path: target,
      replace: given.flag('force') ? 'anything' : 'packages',
      check: async (back) => (await verifyPackage(back)).holds,
    });
    return { path: target, build: found };
  });
  tell(terminal, path, build);
  return DONE;
}

/** What this version ships. */
async function readGround(): Promise<Ground> {
  const { howToVerify, verifyPage, shipped } = await readTemplates();
  return {
    fonts: await readFonts(),
    howToVerify,
    verifyPage: browserCheck(verifyPage),
    software: `proofpack ${await readVersion()}`,
    shippedTemplates: shipped,
  };
}

async function pathFor(output: string | undefined, { package: made }: StandingBuild): Promise<string> {
  const name = `${made.name}.zip`;
  if (output === undefined) return name;
  return /[\\/]$/.test(output) || (await isFolder(output)) ? join(output, name) : output;
}

function tell(terminal: Terminal, path: string, { edition, asOf, package: made }: StandingBuild): void {
  if (terminal.json) {
    const { sha256, bytes } = made;
    terminal.say(JSON.stringify({ schema: 'proofpack.rebuild/1', path, edition, asOf, sha256, bytes }, null, 2));
    return;
  }
  terminal.say(`${terminal.style('green', 'written')}  ${path}  ${edition} as of ${asOf}, ${bytesText(made.bytes)}`);
  terminal.say(`         sha256 ${made.sha256}, as it was recorded`);
}
