import { createInterface } from 'node:readline/promises';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Terminal } from './terminal.ts';

export interface Asker {
  /** What was typed, or nothing when the line was left empty. Throws when nobody answers any more. */
  ask(question: string, otherwise: string | undefined): Promise<string | undefined>;
  close(): void;
}

/** Questions at a terminal; never reached without one. */
export function askAt(terminal: Terminal): Asker {
  const lines = createInterface(terminal.dialogue);
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // Lines typed ahead of their question wait for it.
  const typed = lines[Symbol.asyncIterator]();
  return {
    ask: async (question, otherwise) => {
      const shown = otherwise ? ` ${terminal.style('dim', `(${otherwise})`)}` : '';
      lines.setPrompt(`${question}${shown}: `);
      lines.prompt();
      const { value, done } = await typed.next();
      if (done) throw failure(diagnostic('answers-ended', { question }));
      const answer = String(value).trim();
      return answer === '' ? undefined : answer;
    },
    close: () => lines.close(),
  };
}
