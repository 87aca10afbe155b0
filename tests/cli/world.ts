import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { SMALL_FRAMEWORK } from '../../bench/small-framework.mjs';
import { run } from '../../src/cli/main.ts';
import { ROOT } from '../house/house.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-cli-'));
  made.push(folder);
  return folder;
}

export const ENGAGEMENT = `client:
  name: Lakeside
  timeZone: America/Chicago
  identifiers: { domains: [lakeside.example] }
period: { from: 2025-10-01, to: 2026-09-30 }
asOf: 2026-10-15
frameworks: [cyber-insurance]
operatingModel: co-managed
`;

/** A client in miniature: what a tool wrote, an empty file, a text, and a file that fits two sources. */
export function client(more: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('engagement.yaml', ENGAGEMENT);
  put('notes/readme.txt', 'Nothing of interest.\n');
  put('backup/empty.csv', '');
  for (const [path, sample] of [
    ['backup/check.txt', 'restic-check/read-data.txt'],
    ['backup/covered.csv', 'veeam-covered-vms/ambiguous-without-a-word.csv'],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(ROOT, 'fixtures/sources', sample), join(folder, path));
  }
  for (const [path, text] of Object.entries(more)) put(path, text);
  return folder;
}

/** The same under a framework of two questions of its own: all documents are made, and they are short. */
export function smallClient(more: Readonly<Record<string, string>> = {}): string {
  return client({
    'engagement.yaml': SMALL_ENGAGEMENT,
    ...SMALL_FRAMEWORK,
    ...more,
  });
}

export const SMALL_ENGAGEMENT = ENGAGEMENT.replace('cyber-insurance', 'small');

/** Runs the command line in this process and keeps what it says. */
export async function proofpack(...argv: string[]): Promise<Said> {
  return proofpackAt(undefined, ...argv);
}

export interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly json: () => never;
}

/** The same at a terminal, where somebody types these lines. */
export async function proofpackAt(typed: readonly string[] | undefined, ...argv: string[]): Promise<Said> {
  const said = { out: '', err: '' };
  const stream = (name: keyof typeof said) =>
    new Writable({
      write: (chunk, _, done) => {
        said[name] += String(chunk);
        done();
      },
    });
  const isTTY = typed !== undefined;
  const stdin = Object.assign(Readable.from((typed ?? []).map((line) => `${line}\n`)), { isTTY });
  const stdout = Object.assign(stream('out'), { isTTY });
  const exit = await run(argv, { stdin, stdout, stderr: stream('err') });
  return { exit, ...said, json: () => JSON.parse(said.out) as never };
}
