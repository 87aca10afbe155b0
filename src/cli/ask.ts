import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.ts';

export interface Asker {
  /** What was typed, or nothing when the line was left empty. */
  ask(question: string, otherwise: string | undefined): Promise<string | undefined>;
  close(): void;
}

/** Questions at a terminal; never reached without one. */
export function askAt(terminal: Terminal): Asker {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  return {
    ask: async (question, otherwise) => {
      const shown = otherwise ? ` ${terminal.style('dim', `(${otherwise})`)}` : '';
      const typed = (await lines.question(`${question}${shown}: `)).trim();
      return typed === '' ? undefined : typed;
    },
    close: () => lines.close(),
  };
}
