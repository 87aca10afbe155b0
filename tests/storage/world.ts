import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bucketAddress, openBucket } from '../../src/bucket/index.ts';
import { type FleetRequest, startFleet, workOn } from '../../src/fleet/index.ts';
import { bucketStorage, folderStorage, lendingWorker, type Storage } from '../../src/storage/index.ts';
import type { Gateway, RawBucket } from '../bucket/gateway.ts';
import { portfolioOf, write } from '../fleet/world.ts';
import { statesOf } from '../queue/world.ts';

/** A portfolio somewhere, as a stranger sees it. */
export interface Place {
  open(): Promise<Storage>;
  put(path: string, text: string): Promise<void>;
  get(path: string): Promise<Buffer | undefined>;
  remove(path: string): Promise<void>;
  /** Every file, sorted. */
  list(): Promise<readonly string[]>;
}

export type Laying = (...portfolio: Parameters<typeof portfolioOf>) => Promise<Place>;

export const inFolder: Laying = async (...portfolio) => {
  const folder = portfolioOf(...portfolio);
  return {
    open: async () => folderStorage(folder),
    put: async (path, text) => write(folder, path, text),
    get: async (path) => (filesIn(folder).includes(path) ? readFileSync(join(folder, path)) : undefined),
    remove: async (path) => rmSync(join(folder, path)),
    list: async () => filesIn(folder),
  };
};

/** With a folder in the bucket that is none of the portfolio's. */
export function inBucket(gateway: () => Gateway): Laying {
  return async (...portfolio) => (await layBucket(gateway(), ...portfolio)).place;
}

const PREFIX = 'msp/clients #1/';

export async function layBucket(gateway: Gateway, ...portfolio: Parameters<typeof portfolioOf>) {
  const folder = portfolioOf(...portfolio);
  const raw = await gateway.bucket();
  await raw.put('elsewhere/engagement.yaml', 'none of ours');
  for (const path of filesIn(folder)) await raw.put(`${PREFIX}${path}`, readFileSync(join(folder, path)));
  return { raw, place: placeIn(raw, gateway) };
}

export function placeIn(raw: RawBucket, { env }: Gateway, kept?: string): Place {
  return {
    open: async () => bucketStorage(await openBucket(bucketAddress(`s3://${raw.name}/${PREFIX}`, env)), kept),
    put: (path, text) => raw.put(`${PREFIX}${path}`, text),
    get: (path) => raw.get(`${PREFIX}${path}`),
    remove: (path) => raw.remove(`${PREFIX}${path}`),
    list: async () =>
      (await raw.list())
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length))
        .sort(),
  };
}

export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** A run in this process over files that are lent; told as `lakeside built`, with the reason where it failed. */
export async function buildIn(storage: Storage, more: Partial<FleetRequest> = {}) {
  await storage.refresh();
  const { result } = startFleet({
    ...{ folder: storage.folder, out: storage.out, task: 'build', changed: false, only: [], editions: [], jobs: 1 },
    lending: storage,
    start: (run) => lendingWorker({ work: (job) => workOn(job, run), stop: () => undefined }, run, storage),
    ...more,
  });
  return result;
}

/** The same by somebody who comes, builds and leaves. */
export async function buildAt(place: Place, more: Partial<FleetRequest> = {}): Promise<readonly string[]> {
  const storage = await place.open();
  try {
    return statesOf(await buildIn(storage, more));
  } finally {
    storage.close();
  }
}
