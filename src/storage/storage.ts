import { join } from 'node:path';
import { readPackage, standsAsBuilt } from '../disk/index.ts';
import type { Lending } from '../fleet/index.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';

/** Where the files of a portfolio lie, its packages and what is known of them. */
export interface Storage extends Lending {
  /** For people. */
  readonly where: string;
  /** The portfolio as it can be read here. */
  readonly folder: string;
  /** Where packages go here. */
  readonly out: string;
  /** The same for people. */
  readonly outWhere: string;
  /** Sees to it that what the portfolio says and the engagement files of all clients are here as they are by now. */
  refresh(): Promise<readonly Diagnostic[]>;
  /** The files of one client are here while the work goes on, for nobody else of this process. */
  lend<T>(client: string, work: (lent: Lent) => Promise<T>): Promise<T>;
  /** Takes away what was copied. */
  close(): void;
}

export interface Lent {
  /** Puts what was built where it belongs, each package under its name once; fails where somebody else built of other inputs meanwhile. */
  publish(): Promise<void>;
  /** The owner's key, if one was made here: false where somebody else's stands by now, which goes for all. */
  keepKey(): Promise<boolean>;
}

/** A folder that this machine sees: everything is there, and what is written is there at once. */
export function folderStorage(folder: string, out = join(folder, 'packages')): Storage {
  const lent: Lent = { publish: async () => undefined, keepKey: async () => true };
  return {
    where: folder,
    folder,
    out,
    outWhere: out,
    refresh: async () => [],
    lend: (_, work) => work(lent),
    within: (_, work) => work(),
    stands: (client, made) => standsAsBuilt(join(out, client), made),
    read: (client, file) => readPackage(join(out, client, file)),
    close: () => undefined,
  };
}
