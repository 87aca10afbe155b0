import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { ObjectStore } from '../model/store.ts';
import { PACKAGE_ROOT } from './ground.ts';
import { openObjects } from './objects.ts';
import { STORE_FOLDER } from './owner-files.ts';
import { isFolder } from './package.ts';
import { storeSaid } from './portfolio.ts';
import { savePackage } from './save.ts';
import { openSnapshots, type Snapshots } from './snapshots.ts';
import { textIfThere } from './text-if-there.ts';
import { onDisk } from './trouble.ts';
import { writeNewFiles } from './write-new.ts';

/** Names the server that holds the index, where one does. */
const ADDRESS = 'index-at.txt';
/** As whom that server knows this folder. */
const HOME = 'index-as.txt';

export interface StoreFolder {
  readonly path: string;
  readonly objects: ObjectStore;
  readonly index: Snapshots;
}

export function openStoreFolder(folder: string): StoreFolder {
  const path = join(folder, STORE_FOLDER);
  return {
    path,
    objects: openObjects(join(path, 'objects')),
    index: openSnapshots(join(path, 'index'), 'index.sqlite'),
  };
}

/** Which server the index of a folder's builds lies on, as the folder remembers it: so nobody takes its files for unnamed ones. */
export async function rememberedIndex(folder: string): Promise<string | undefined> {
  return (await textIfThere(join(folder, STORE_FOLDER, ADDRESS)))?.trim() || undefined;
}

export async function rememberIndex(folder: string, address: string): Promise<void> {
  if ((await rememberedIndex(folder)) === address) return;
  const path = join(folder, STORE_FOLDER, ADDRESS);
  await savePackage({ bytes: Buffer.from(`${address}\n`), path, replace: 'anything', check: async () => true });
}

/** The word by which an index on a server tells this folder from others of its name; undefined where nothing was recorded from here yet. */
export async function rememberedHome(folder: string): Promise<string | undefined> {
  return (await textIfThere(join(folder, STORE_FOLDER, HOME)))?.trim() || undefined;
}

/** The same, made where there is none; of several who make one at once, one does. */
export async function madeHome(folder: string): Promise<string> {
  const text = `${randomBytes(16).toString('hex')}\n`;
  await writeNewFiles(join(folder, STORE_FOLDER), [{ path: HOME, text }]);
  return (await rememberedHome(folder)) ?? '';
}

/** The number of the index of a folder's builds, which is another one after each change; undefined where a server holds it. */
export async function indexNumber(folder: string): Promise<number | undefined> {
  const said = await storeSaid(folder);
  const elsewhere = storeOfEnvironment() ?? (typeof said === 'string' ? said : await rememberedIndex(folder));
  return elsewhere === undefined ? openStoreFolder(folder).index.latest() : undefined;
}

/** Whether a client's builds are kept beside its exhibits. */
export async function hasStore(folder: string): Promise<boolean> {
  return isFolder(join(folder, STORE_FOLDER));
}

/** What a client's folder is called among others: its own name, composed (NFC). */
export function clientOf(folder: string): string {
  return basename(resolve(folder)).normalize('NFC');
}

/** The address of a store for whatever this process builds. */
export function storeOfEnvironment(): string | undefined {
  const asked = process.env['PROOFPACK_STORE'];
  return asked === '' ? undefined : asked;
}

export interface Migration {
  readonly version: number;
  /** `0001-builds` */
  readonly name: string;
  readonly text: string;
}

/** How the tables of a store came to be, step by step, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const folder = join(PACKAGE_ROOT, 'migrations');
  const names = (await onDisk(folder, () => readdir(folder)))
    .filter((name) => /^\d{4}-[a-z-]+\.sql$/.test(name))
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      version: Number(name.slice(0, 4)),
      name: name.replace(/\.sql$/, ''),
      text: await onDisk(name, () => readFile(join(folder, name), 'utf8')),
    })),
  );
}
