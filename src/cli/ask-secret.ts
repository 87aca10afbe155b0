import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { readSmallText } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Terminal } from './terminal.ts';

/** A secret is the first line of a file, or asked for; never an argument, where every process could read it. */
export async function secretFrom(file: string | undefined, question: string, terminal: Terminal): Promise<string> {
  if (file === undefined) return askSecret(terminal, question);
  return (await readSmallText(file)).split(/\r?\n/, 1)[0] ?? '';
}

/** Asks for what nobody shall see on the screen. */
async function askSecret(terminal: Terminal, question: string): Promise<string> {
  if (!terminal.interactive) throw failure(diagnostic('password-wanted', { what: question }));
  const { input, output } = terminal.dialogue;
  output.write(`${question}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal: true });
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question('');
  } finally {
    lines.close();
    output.write('\n');
  }
}
