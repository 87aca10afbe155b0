import { spawnSync } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/main.ts';

export interface Served {
  readonly link: string;
  readonly base: string;
  readonly host: string;
  /** Resolves with the exit code, when somebody finished on the page. */
  readonly ended: Promise<number>;
}

/** `proofpack review` in this process, up to the link that it prints. */
export async function served(...argv: readonly string[]): Promise<Served> {
  let said = '';
  let heard: (link: string) => void = () => undefined;
  const link = new Promise<string>((resolve) => {
    heard = resolve;
  });
  const stdout = new Writable({
    write: (chunk, _, done) => {
      said += String(chunk);
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) heard(found);
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _, done) => done() });
  const stdin = Object.assign(Readable.from([]), { isTTY: false });
  const ended = run(['review', ...argv], { stdin, stdout, stderr });
  const first = await Promise.race([
    link,
    ended.then((exit): never => {
      throw new Error(`ended with ${exit} before it was served`);
    }),
  ]);
  const { origin, host } = new URL(first);
  return { link: first, base: origin, host, ended };
}

/** Where this machine has a Chromium; undefined where it has none. */
export function chromiumHere(): string | undefined {
  const named = process.env['CHROMIUM'];
  const found = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'].map((name) =>
    spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim(),
  );
  return named ?? found.find((path) => path !== '');
}
