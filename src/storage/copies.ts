import { join } from 'node:path';
import { z } from 'zod';
import type { Bucket, Listed } from '../bucket/index.ts';
import {
  type CopyState,
  copyState,
  filesBelow,
  foldersIn,
  recall,
  remember,
  removeCopies,
  writeCopy,
} from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import { PACKAGES } from './view.ts';

/** By key: of which version a copy is, and how it looked when it was made. */
const Known = z.record(z.string(), z.strictObject({ version: z.string(), size: z.number(), mtimeMs: z.number() }));
type Known = z.output<typeof Known>;

/** Copies of a bucket's objects in a folder of ours. */
export interface Copies {
  /** The portfolio: copies stand below it under the keys of their objects. */
  readonly folder: string;
  /** Makes the folder `at` (or what stands in none, where that is empty) hold copies of these objects and nothing else; what is here already is not brought again. */
  mirror(at: string, objects: readonly Listed[]): Promise<void>;
  /** One object whose version nobody told; false where it is not there. */
  one(key: string): Promise<boolean>;
  /** Leaves of all folders those of these names. */
  keepFolders(names: ReadonlySet<string>): Promise<void>;
  /** What was made here was put into the bucket: it is a copy from now on. */
  wrote(key: string, version: string): Promise<void>;
}

const AT_ONCE = 8;

/** `kept`: what is known of copies is written down, for whoever comes after this run. */
export function openCopies(bucket: Bucket, root: string, { kept }: { readonly kept: boolean }): Copies {
  const [folder, drafts] = [join(root, 'portfolio'), join(root, 'drafts')];
  const memory = openMemory(kept ? join(root, 'known') : undefined);
  const write = async (key: string, read: { version: string; bytes: AsyncIterable<Uint8Array> }, size?: number) => {
    const copy = await writeCopy({ path: join(folder, key), drafts, bytes: read.bytes, size });
    if (copy === undefined) throw failure(diagnostic('bucket-object-changed', { key }), { exit: 6 });
    return { version: read.version, ...copy };
  };
  const bring = async ({ key, size, version }: Listed) => {
    const read = await bucket.read(key);
    // Whoever lists and then reads may find that somebody was there in between.
    if (read === undefined || read === 'same' || read.version !== version)
      throw failure(diagnostic('bucket-object-changed', { key }), { exit: 6 });
    return write(key, read, size);
  };
  return {
    folder,
    mirror: async (at, objects) => {
      const known = await memory.of(at);
      const here = await filesBelow(join(folder, at), at === '' ? 'this' : 'all');
      const wanted = new Set(objects.map(({ key }) => key));
      const gone = [...here.keys()].map((path) => `${at}${path}`).filter((key) => !wanted.has(key));
      await removeCopies(folder, gone);
      for (const key of gone) delete known[key];
      await inTurn(objects, async (object) => {
        const [was, is] = [known[object.key], here.get(object.key.slice(at.length))];
        if (was?.version !== object.version || !isAsItWas(was, is)) known[object.key] = await bring(object);
      });
      await memory.keep(at);
    },
    one: async (key) => {
      const known = await memory.of(key);
      const was = known[key];
      const read = await bucket.read(
        key,
        isAsItWas(was, await copyState(join(folder, key))) ? was?.version : undefined,
      );
      if (read === 'same') return true;
      if (read === undefined) {
        await removeCopies(folder, [key]);
        delete known[key];
        return false;
      }
      known[key] = await write(key, read);
      return true;
    },
    keepFolders: async (names) => {
      await removeCopies(
        folder,
        (await foldersIn(folder)).filter((name) => !names.has(name)),
      );
    },
    wrote: async (key, version) => {
      const [known, is] = [await memory.of(key), await copyState(join(folder, key))];
      if (is !== undefined) known[key] = { version, ...is };
    },
  };
}

function isAsItWas(was: CopyState | undefined, is: CopyState | undefined): boolean {
  return was !== undefined && was.size === is?.size && was.mtimeMs === is.mtimeMs;
}

/** What is known of copies, a file for each folder, written with the copies of a whole folder; it may be lost at any time, and only costs another copy. */
function openMemory(root: string | undefined) {
  const all = new Map<string, Known>();
  // Of what lies below `packages` each folder for itself: there are as many as clients.
  const groupOf = (key: string) =>
    key
      .split('/')
      .slice(0, -1)
      .slice(0, key.startsWith(`${PACKAGES}/`) ? 2 : 1)
      .join('/');
  const pathOf = (folder: string, group: string) => join(folder, `${sha256(group).slice(0, 32)}.json`);
  return {
    of: async (key: string): Promise<Known> => {
      const group = groupOf(key);
      const said = all.has(group) || root === undefined ? undefined : await recall(pathOf(root, group));
      // Whoever asked at the same time is given the same one.
      const known = all.get(group) ?? Known.safeParse(said).data ?? {};
      all.set(group, known);
      return known;
    },
    keep: async (key: string) => {
      const group = groupOf(key);
      if (root !== undefined) await remember(pathOf(root, group), all.get(group) ?? {});
    },
  };
}

/** A few at a time: what waits for a network does not wait for the one before. */
export async function inTurn<T>(items: Iterable<T>, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
