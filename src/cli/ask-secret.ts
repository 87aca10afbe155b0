import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Terminal } from './terminal.ts';

/** Asks for what nobody shall see on the screen. */
export async function askSecret(terminal: Terminal, question: string): Promise<string> {
  if (!terminal.interactive) throw failure(diagnostic('password-wanted', undefined));
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
