import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { perFile } from './kit/per-file.ts';
import { RESTIC_ALONE } from './kit/restic.ts';

const STAMP = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)[\s:]+/;
const BEGUN =
  /restoring (?:<Snapshot|snapshot) ([0-9a-f]{8,}) of \[(.*)\] at (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(\.\d+)? ([+-]\d{4}) \S+ by .*?@([^\s>]+)>? to /;
const RESTORED = /Summary: Restored (\d+) files\/dirs/;
const VERIFIED = /finished verifying (\d+) files in /;
const TROUBLE = /ignoring error for |There were (\d+) errors/;

interface Run {
  place: Place;
  system: string | undefined;
  point: string;
  doneAt?: string | undefined;
  files?: number;
  verified: boolean;
  errors: number;
  last: string;
}
const runs = perFile<{ open?: Run; errors: number }>(() => ({ errors: 0 }));

export default defineSource({
  product: 'restic',
  title: 'restic restore',
  kinds: ['restore-test'],
  obtain: 'restic restore latest --target … --verify > restore.txt 2>&1',
  proves:
    'Which snapshot of which host was restored, and with --verify that every restored file equals what was backed up.',
  cannotProve:
    'When it was done: restic prints no date, so a person must state it unless the lines carry one. Without --verify, and with --json at all, it does not show that content is right. A dry run prints the same summary: its file must have "dry-run" in its name, and then it counts as nothing.',
  reads: [
    { shape: 'text', anchors: [BEGUN], line: ({ text, place }, file) => readLine(text, place, file), end: finished },
    { shape: 'json-lines', required: { message_type: 'summary', files_restored: true }, line: readJson },
    { ...RESTIC_ALONE, line: readJson },
  ],
});

function readLine(text: string, place: Place, file: FileContext): Yield {
  const state = runs(file);
  const begun = BEGUN.exec(text);
  if (begun !== null) {
    const before = finished(file);
    const [, , , time, fraction = '', offset, system] = begun;
    state.open = {
      place,
      system,
      point: `${time}${fraction} ${offset}`,
      verified: false,
      errors: 0,
      last: 'restoring',
    };
    stamp(state.open, text);
    return before;
  }
  if (state.open === undefined) return undefined;
  const run = state.open;
  const counted = VERIFIED.exec(text) ?? RESTORED.exec(text);
  if (counted !== null) {
    const files = Number(counted[1]);
    // Where all files were there already, it verifies none of them and says so with a nought.
    run.verified ||= VERIFIED.test(text) && files > 0;
    run.files = Math.max(run.files ?? 0, files);
    run.last = text.trim();
    stamp(run, text);
  }
  const trouble = TROUBLE.exec(text);
  if (trouble !== null) {
    // The closing line counts what the lines before it have told one by one.
    run.errors = Math.max(run.errors + (trouble[1] === undefined ? 1 : 0), Number(trouble[1] ?? 0));
    run.last = text.trim();
  }
  return undefined;
}

function stamp(run: Run, text: string): void {
  run.doneAt = STAMP.exec(text)?.[1] ?? run.doneAt;
}

function finished(file: FileContext): Yield {
  const state = runs(file);
  const run = state.open;
  if (run === undefined) return undefined;
  delete state.open;
  if (isDryRun(file)) return DRY;
  return {
    kind: 'restore-test',
    strength: 'R',
    observed: run.doneAt === undefined ? file.asStated : file.time(run.doneAt),
    system: run.system ?? file.said.system,
    level: run.verified ? 'files-verified' : 'files-restored',
    // Without a closing line of any kind the log does not tell how it ended.
    outcome: run.errors > 0 ? 'restored-with-errors' : run.files === undefined ? 'unknown' : 'restored',
    verbatim: run.last,
    point: file.time(run.point),
    files: run.files,
    errors: run.errors > 0 ? run.errors : undefined,
    performedBy: file.said.by,
    at: run.place,
  };
}

function readJson(line: Fields, file: FileContext): Yield {
  const state = runs(file);
  if (line.text('message_type') === 'error') state.errors += 1;
  const files = line.integer('files_restored');
  if (line.text('message_type') === 'exit_error') return failed(line, file);
  if (line.text('message_type') !== 'summary' || files === undefined) return undefined;
  if (isDryRun(file)) return DRY;
  const { errors } = state;
  const left = (line.integer('total_files') ?? files) - files - (line.integer('files_skipped') ?? 0);
  state.errors = 0;
  return {
    kind: 'restore-test',
    strength: 'R',
    observed: file.asStated,
    system: file.said.system,
    level: 'files-restored',
    outcome: errors > 0 || left > 0 ? 'restored-with-errors' : 'restored',
    verbatim: `${files} of ${line.integer('total_files') ?? '?'} files restored`,
    files,
    errors: errors > 0 ? errors : undefined,
    performedBy: file.said.by,
  };
}

function failed(line: Fields, file: FileContext): Yield {
  return {
    kind: 'restore-test',
    strength: 'R',
    observed: file.asStated,
    system: file.said.system,
    level: 'files-restored',
    outcome: 'failed',
    verbatim: line.text('message') ?? 'exit_error',
    performedBy: file.said.by,
  };
}

/** restic 0.17 and later; nothing inside the file tells it from a restore. */
function isDryRun(file: FileContext): boolean {
  return /dry[-_ ]?run/i.test(file.name);
}
const DRY = { reject: 'a dry run restores nothing' } as const;
