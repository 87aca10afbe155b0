import type { ClientFolder } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import { nearest } from '../kernel/text.ts';
import { matchesGlob } from './glob.ts';

export interface Choice {
  /** Names of folders, or patterns with `*` and `?`; none: all. */
  readonly only: readonly string[];
  readonly shard?: Shard | undefined;
}

/** The i-th of n parts, from 1. */
export interface Shard {
  readonly i: number;
  readonly n: number;
}

/** The clients that a run is for. A name or pattern that fits none is a mistake of spelling. */
export function chosen(clients: readonly ClientFolder[], { only, shard }: Choice): readonly ClientFolder[] {
  for (const word of only) {
    if (clients.some(({ id }) => matchesGlob(id, word))) continue;
    throw failure(
      diagnostic('client-unknown', {
        word,
        nearest: nearest(
          word,
          clients.map(({ id }) => id),
        ),
      }),
    );
  }
  return clients
    .filter(({ id }) => only.length === 0 || only.some((word) => matchesGlob(id, word)))
    .filter(({ id }) => shard === undefined || shardOf(id, shard.n) === shard.i);
}

/** By its name alone: a client stays in its shard whoever else comes or goes. */
export function shardOf(id: string, n: number): number {
  return (Number.parseInt(sha256(id.normalize('NFC')).slice(0, 12), 16) % n) + 1;
}

export function shardFrom(text: string): Shard {
  const [, first = '', second = ''] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [i, n] = [Number(first), Number(second)];
  if (first === '' || i < 1 || n < 1 || i > n) throw failure(diagnostic('shard-wrong', { got: text }));
  return { i, n };
}
