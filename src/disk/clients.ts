import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sortedBy } from '../kernel/order.ts';
import { plainYaml } from '../kernel/yaml.ts';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { isEngagement } from './save-mapping.ts';
import { errno, onDisk } from './trouble.ts';

/** A client of a portfolio: the name of its folder and what its engagement file says, however it says it. */
export interface ClientFolder {
  readonly id: string;
  readonly folder: string;
  /** Undefined where it is no YAML at all; otherwise nobody has checked it. */
  readonly said: unknown;
}

/** Every direct sub-folder with an engagement file, by name. */
export async function clientsIn(folder: string): Promise<readonly ClientFolder[]> {
  const entries = await onDisk(folder, () =>
    readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR')
        throw failure(diagnostic('folder-missing', { folder }), { cause: error });
      throw error;
    }),
  );
  const clients: ClientFolder[] = [];
  for (const { name } of sortedBy(entries, (entry) => entry.name)) {
    const inside = join(folder, name);
    if (name.startsWith('.') || !(await isEngagement(inside))) continue;
    clients.push({ id: name, folder: inside, said: await saidIn(inside) });
  }
  return clients;
}

async function saidIn(folder: string): Promise<unknown> {
  const path = join(folder, ENGAGEMENT_FILE);
  return plainYaml(await readFile(path, 'utf8').catch(() => ''));
}
