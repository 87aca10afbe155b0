import { styleText } from 'node:util';

export type Style = Parameters<typeof styleText>[0];

/** Where a run's words go: the result to stdout, everything about the run to stderr. */
export interface Terminal {
  /** The result as a value instead of text. */
  readonly json: boolean;
  /** Whether somebody sits there who can answer. */
  readonly interactive: boolean;
  readonly width: number;
  say(text: string): void;
  /** For people only: nothing with `--quiet`. */
  note(text: string): void;
  warn(text: string): void;
  /** One line that is overwritten on a terminal, and left out elsewhere. */
  progress(text: string): void;
  style(style: Style, text: string): string;
  /** Where answers come from and questions go; nobody asks unless somebody is there. */
  readonly dialogue: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** What must be undone when the run is interrupted. */
  onInterrupt(undo: () => void): void;
  /** Instead of an end at once: the run finishes what it began and ends by itself. Asked a second time, it ends at once. */
  onStop(finish: () => void): void;
}

export interface TerminalOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The three streams of a process, or those of a test. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
}

type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

const undos: (() => void)[] = [];
const finishes: (() => void)[] = [];

export function openTerminal({ stdin, stdout, stderr }: Streams, { json, quiet }: TerminalOptions): Terminal {
  const live = stderr.isTTY === true && !quiet;
  let drawn = false;
  const clear = () => {
    if (drawn) stderr.write('\r\u001b[K');
    drawn = false;
  };
  return {
    json,
    interactive: stdin.isTTY === true && stdout.isTTY === true && !json,
    // A file or a pipe is as wide as its readers like.
    width: stdout.isTTY === true ? Math.max(60, stdout.columns ?? 80) : 240,
    say: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      if (!quiet) stderr.write(`${text}\n`);
    },
    warn: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!live) return;
      clear();
      stderr.write(painted('dim', text.slice(0, Math.max(20, (stderr.columns ?? 80) - 1)), stderr));
      drawn = true;
    },
    dialogue: { input: stdin, output: stderr },
    style: (style, text) => (json ? text : painted(style, text, stdout)),
    onInterrupt: (undo) => {
      undos.push(undo);
    },
    onStop: (finish) => {
      finishes.push(finish);
    },
  };
}

/** Runs once, at the signal: half of nothing stays behind. */
export function undoAll(): void {
  for (const undo of undos.splice(0)) undo();
}

/** Asks the run to come to its end; false where it has no such way, or was asked before. */
export function finishAll(): boolean {
  const asked = finishes.splice(0);
  for (const finish of asked) finish();
  return asked.length > 0;
}

/** Honours NO_COLOR, FORCE_COLOR and whether a person looks at it. */
export function painted(style: Style, text: string, stream: NodeJS.WritableStream): string {
  return styleText(style, text, { stream });
}
