import { defineSource, type Fields, type FileContext, type TextLine, type Yield } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';
import { RESTIC_ALONE, resticUnread } from './kit/restic.ts';
import { firstDated } from './kit/times.ts';

const run = perFile(() => ({ errors: 0, ended: 0 }));

export default defineSource({
  product: 'restic',
  title: 'restic backup (JSON lines)',
  kinds: ['backup-job'],
  obtain: 'restic backup --json … > backup.jsonl 2>&1',
  proves:
    'That a backup run ended, how much it read, and which snapshot it saved; unread files when the error stream was saved too.',
  cannotProve:
    'That nothing was left out when the error stream was not saved: restic prints the same summary then. Older versions print no time.',
  reads: [
    {
      shape: 'json-lines',
      required: { message_type: /^(status|summary)$/, total_files_processed: true },
      line: read,
      other: count,
    },
    // A run that was cut off, or that is still going: it counts files and never sums them up.
    {
      shape: 'json-lines',
      required: { message_type: 'status', total_files: true, total_bytes: true },
      forbidden: ['total_files_processed', 'files_restored', 'bytes_restored'],
      line: read,
      other: count,
      end: (file) => (run(file).ended > 0 ? undefined : unfinished(file)),
    },
    { ...RESTIC_ALONE, line: read },
  ],
});

function read(line: Fields, file: FileContext): Yield {
  const state = run(file);
  const type = line.text('message_type');
  if (type === 'error') state.errors += 1;
  // The running count is the only trace on standard output of a file that could not be read.
  if (type === 'status') state.errors = Math.max(state.errors, line.integer('error_count') ?? 0);
  if (type === 'exit_error') return failed(line, file);
  if (type !== 'summary') return undefined;
  if (line.flag('dry_run') === true) return { reject: 'a dry run saves nothing' };
  const { errors } = state;
  state.errors = 0;
  state.ended += 1;
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: firstDated(line.time('backup_end'), line.time('backup_start'), file.asStated),
    started: line.has('backup_start') ? line.time('backup_start') : undefined,
    job: line.text('snapshot_id'),
    system: file.said.system,
    outcome: errors > 0 ? 'partial' : 'succeeded',
    verbatim: errors > 0 ? `summary after ${errors} errors` : 'summary',
    errors: errors > 0 ? errors : undefined,
    errorsVisible: errors > 0,
    bytes: line.integer('total_bytes_processed'),
    service: 'files',
  };
}

function failed(line: Fields, file: FileContext): Yield {
  const state = run(file);
  // Exit code 3 repeats what the error lines of a saved snapshot have said; any other one means that nothing was saved.
  if (state.ended > 0 && line.integer('code') === 3) return undefined;
  state.ended += 1;
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: file.asStated,
    system: file.said.system,
    outcome: line.integer('code') === 3 ? 'partial' : 'failed',
    verbatim: line.text('message') ?? 'exit_error',
    errorsVisible: true,
    service: 'files',
  };
}

/** The error stream, saved into the same file, tells in plain words what was left out. */
function count({ text }: TextLine, file: FileContext): undefined {
  if (resticUnread(text)) run(file).errors += 1;
}

function unfinished(file: FileContext): Yield {
  const { errors } = run(file);
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: file.asStated,
    system: file.said.system,
    outcome: 'unknown',
    verbatim: 'status without a summary',
    errors: errors > 0 ? errors : undefined,
    errorsVisible: errors > 0,
    service: 'files',
  };
}
