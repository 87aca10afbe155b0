import type { ProofpackError } from '../kernel/failure.ts';
import { painted, type Streams } from './terminal.ts';

const OUR_BUG = 70;

/** What, where, and what to do next. */
export function tellFailure(error: ProofpackError, json: boolean, { stdout, stderr }: Streams): number {
  const { code, message, hint, problems } = error;
  if (json) {
    stdout.write(`${JSON.stringify({ schema: 'proofpack.error/1', code, message, hint, problems }, null, 2)}\n`);
  }
  const listed = problems.length > 1 || problems.some(({ place }) => place?.line !== undefined);
  const head = listed
    ? `${painted('red', 'error', stderr)} ${code}\n\n${message}\n`
    : `${painted('red', 'error', stderr)} ${message}`;
  stderr.write(`${head}\n${listed ? `\n${hint}` : `  ${hint}`}\n`);
  return error.exit;
}

/** A report that can be pasted: no client data, only what ran and where it broke. */
export function bugReport(
  error: unknown,
  run: { verb: string; version: string; json: boolean },
  { stdout, stderr }: Streams,
): number {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const about = [
    `proofpack ${run.version}, ${run.verb}`,
    `Node ${process.version}, ${process.platform} ${process.arch}`,
    stack,
  ].join('\n');
  if (run.json) stdout.write(`${JSON.stringify({ schema: 'proofpack.error/1', code: 'bug', message: about })}\n`);
  stderr.write(
    `This is a bug of proofpack, not of your files. No file was left half written.\nPlease report these lines (check them for names first):\n\n${about}\n`,
  );
  return OUR_BUG;
}
