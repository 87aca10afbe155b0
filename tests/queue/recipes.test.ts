import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Option } from '../../src/cli/verb.ts';
import { VERBS } from '../../src/cli/verbs/index.ts';
import { smallClient } from '../cli/world.ts';
import { folderWith } from '../disk/world.ts';
import { portfolioOf } from '../fleet/world.ts';
import { ROOT } from '../house/house.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifest: { readonly version: string } = JSON.parse(read('package.json'));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly run?: string; readonly env?: Readonly<Record<string, string>> }[];
  };
}
const action: Action = parse(read('action.yml'));
const step = action.runs.steps.find(({ run }) => run !== undefined);

/** Runs a script with a program of this name in its way that says what it was called with, one word a line, and ends so. */
function runWith(program: string, script: string, env: Readonly<Record<string, string>>, exit: number) {
  const said = `#!/bin/sh\nprintf '%s\\n' "$@"\necho warned >&2\nexit ${exit}\n`;
  const bin = folderWith({ [program]: said });
  chmodSync(join(bin, program), 0o755);
  const path = { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  return spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    cwd: bin,
    env: { ...process.env, ...path, GITHUB_ACTION_PATH: ROOT, ...env },
  });
}

/** What every verb takes. */
const EVERYWHERE: readonly Option[] = [
  { flags: '--json', meaning: '' },
  { flags: '-q, --quiet', meaning: '' },
];

/** The words of a call as a shell gives them, held against what its verb declares. */
async function mistakesIn(words: readonly string[]): Promise<readonly string[]> {
  const [name = '', ...rest] = words;
  const load = Object.entries(VERBS).find(([verb]) => verb === name)?.[1];
  if (load === undefined) return [`there is no verb ${name}`];
  const { options, takes } = (await load()).default;
  const flags = new Map(
    [...options, ...EVERYWHERE].flatMap((option) =>
      option.flags
        .split(/[ ,]+/)
        .filter((word) => word.startsWith('-'))
        .map((flag) => [flag, option] as const),
    ),
  );
  const [what] = takes;
  const first = what?.choices?.includes(rest[0] ?? '') === false ? [`${name} does not take ${rest[0]}`] : [];
  const mistakes = [...first];
  for (const [at, word] of rest.entries()) {
    if (!/^--?[a-z]/.test(word)) continue;
    const option = flags.get(word);
    if (option === undefined) mistakes.push(`${name} has no ${word}`);
    const values = (option?.choices?.length ?? 0) > 0 ? (rest[at + 1] ?? '').split(',') : [];
    for (const value of values) if (option?.choices?.includes(value) === false) mistakes.push(`${word} ${value}`);
  }
  return mistakes;
}

describe('the action', () => {
  const envOf = (given: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([name, text]) => {
        const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1] ?? '';
        return [name, given[input] ?? action.inputs[input]?.default ?? ''];
      }),
    );
  const callOf = (given: Readonly<Record<string, string>>, exit = 0) => {
    const { stdout, status } = runWith('npx', `set -eo pipefail\n${step?.run}`, envOf(given), exit);
    return { words: stdout.trim().split('\n'), status };
  };

  it('builds one client, or all of a portfolio, with flags that there are', async () => {
    const [client, portfolio] = [smallClient(), portfolioOf({ lakeside: {} })];
    const one = callOf({ folder: client });
    const all = callOf({ folder: portfolio, edition: 'insurer,internal', 'fail-on': '', version: '9.9.9' });
    expect(one.words.slice(0, 2)).toEqual(['--yes', `proofpack@${manifest.version}`]);
    expect(one.words.slice(2)).toEqual([
      ...['build', client, '--output', 'packages/', '--fail-on', 'contradiction,stale-at-renewal'],
    ]);
    expect(all.words).toEqual([
      ...['--yes', 'proofpack@9.9.9', 'fleet', 'build', portfolio, '--changed', '--out', 'packages'],
      ...['--edition', 'insurer,internal'],
    ]);
    expect(await mistakesIn(one.words.slice(2))).toEqual([]);
    expect(await mistakesIn(all.words.slice(2))).toEqual([]);
    expect(callOf({ folder: client }, 1).status).toBe(1);
  });

  it('takes no input for a command', () => {
    const { words } = callOf({ folder: '$(touch hit); echo', edition: '`id`' });
    expect(words).toContain('$(touch hit); echo');
    expect(step?.run).not.toContain('${{');
  });

  it('is told of with the inputs that it has', () => {
    const told = [...read('docs/nightly.md').matchAll(/^\| `([a-z-]+)` \| [^|]+\| ([^|]+) \|$/gm)];
    const inputs = told.filter(([, name]) => name !== undefined && name in action.inputs);
    expect(inputs.map(([, name]) => name)).toEqual(Object.keys(action.inputs));
  });
});

describe('the nightly script', () => {
  const script = /```sh\n(#!\/bin\/sh[\s\S]+?)```/.exec(read('docs/nightly.md'))?.[1] ?? '';
  const night = (exit: number) => {
    const logs = folderWith({});
    const [clients, lock] = ['/srv/clients', join(logs, 'lock')];
    const { stdout, status } = runWith('proofpack', `set -- '${clients}' '${logs}' '${lock}'\n${script}`, {}, exit);
    return { stdout, status, logs };
  };

  it('says nothing when all is well, and ends as proofpack does', () => {
    const well = night(0);
    expect([well.stdout, well.status]).toEqual(['', 0]);
    expect(readFileSync(join(well.logs, 'nightly.jsonl'), 'utf8').split('\n')).toEqual([
      ...['fleet', 'build', '/srv/clients', '--changed', '--json', '--fail-on', 'contradiction,stale-at-renewal', ''],
    ]);
  });

  it('says what it was, with the last words', () => {
    const met = night(1);
    expect(met.status).toBe(1);
    expect(met.stdout).toMatch(/^Done\. Some clients hold contradictions[^\n]*\nwarned\n$/);
    expect([night(75).stdout.split('\n')[0], night(75).status]).toEqual([
      'The night before is not over yet; nothing was begun.',
      75,
    ]);
    expect(night(6).stdout).toBe('Ended with 6:\nwarned\n');
  });
});

describe('what the papers say of commands', () => {
  it.each(['docs/fleet.md', 'docs/nightly.md', 'docs/scale.md', 'docs/store.md', 'README.md'])('%s', async (path) => {
    const code = [...read(path).matchAll(/```[a-z]*\n([\s\S]*?)```/g)].map(([, block = '']) =>
      block.replaceAll('\\\n', ' '),
    );
    const calls = code.flatMap((block) => [...block.matchAll(/(?:^|[^\w/.@-])proofpack(?:@[\w.]+)? ([a-z][^\n#]*)/gm)]);
    const wrong: string[] = [];
    for (const [, call = ''] of calls) {
      const words = call
        .replace(/ {2,}.*| >>.*/, '')
        .trim()
        .split(/\s+/);
      for (const mistake of await mistakesIn(words)) wrong.push(`${call}: ${mistake}`);
    }
    expect(wrong).toEqual([]);
  });
});
