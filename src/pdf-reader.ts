import { Worker } from 'node:worker_threads';
import { BUDGET, type Budget } from './budget.ts';
import type { UnsearchedReason } from './kernel/messages/redaction.ts';

/** The words of a PDF, by the page or the place where they stand. */
export interface PdfWords {
  readonly parts: readonly { readonly name: string; readonly text: string }[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Pages without a word that a program can read: scans, for the most part. */
  readonly silentPages: number;
}

export interface PdfFault {
  readonly fault: UnsearchedReason;
}

export interface PdfReader {
  read(bytes: Uint8Array): Promise<PdfWords | PdfFault>;
  close(): void;
}

const MEGABYTE = 1024 * 1024;
const BETWEEN_LOOKS_MS = 50;
const CODE = new URL('../bin/read-pdf.mjs', import.meta.url);

/**
 * Reads PDFs of others in a thread beside ours, since whoever made them may not mean well: the thread ends when one takes more time of the
 * processor or more memory than a file may, and the next one gets a new thread.
 */
export function openPdfReader(budget: Budget = BUDGET): PdfReader {
  let worker: Worker | undefined;
  const close = () => {
    // Not waited for: a thread that ran out of memory may never say that it ended.
    void worker?.terminate();
    worker = undefined;
  };
  return {
    close,
    read: async (bytes) => {
      worker ??= startWorker(budget);
      const reading = await answerOf(worker, bytes, budget);
      if (reading === undefined) close();
      return reading ?? { fault: 'too-costly' };
    },
  };
}

function startWorker({ heapBytes }: Budget): Worker {
  const worker = new Worker(CODE, {
    env: {},
    argv: [],
    execArgv: [],
    // What the library has to say is for nobody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapBytes / MEGABYTE },
  });
  // One that nobody listens to would end the whole process.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}

/** Undefined when the thread is to be given up. */
function answerOf(worker: Worker, bytes: Uint8Array, budget: Budget): Promise<PdfWords | PdfFault | undefined> {
  const began = { memory: process.memoryUsage.rss(), computed: process.cpuUsage() };
  const most = budget.seconds + (budget.secondsPerMegabyte * bytes.length) / MEGABYTE;
  return new Promise((resolve) => {
    const done = (reading: PdfWords | PdfFault | undefined) => {
      clearInterval(looking);
      for (const event of ['message', 'error', 'exit']) worker.off(event, event === 'message' ? done : ended);
      resolve(reading);
    };
    const ended = () => done(undefined);
    // This thread only waits meanwhile: what the process computes, that one does.
    const looking = setInterval(() => {
      const { user, system } = process.cpuUsage(began.computed);
      const grown = process.memoryUsage.rss() - began.memory;
      if (user + system > most * 1_000_000 || grown > budget.heapBytes) ended();
    }, BETWEEN_LOOKS_MS);
    worker.on('message', done).on('error', ended).on('exit', ended);
    worker.postMessage(Uint8Array.from(bytes));
  });
}
