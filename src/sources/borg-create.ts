import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { encryptedByBorg } from './kit/borg.ts';
import { perFile } from './kit/per-file.ts';

interface Run {
  archive?: string;
  repository?: string;
  place?: Place;
  started?: string;
  ended?: string;
  warnings: number;
  code?: string;
}
const runs = perFile<{ run: Run }>(() => ({ run: { warnings: 0 } }));
const UNREAD = /: \[Errno \d+\] |: file changed while we backed it up/;
const CLOSED = /^terminating with (success|warning|error) status, rc \d+$/;

export default defineSource({
  product: 'BorgBackup',
  title: 'borg create',
  kinds: ['backup-job'],
  obtain: 'borg create --stats --show-rc … > create.txt 2>&1   (or --json; or also with --log-json)',
  proves:
    'That a backup run ended, when, and into which archive; with --show-rc and the error stream also whether every file was read.',
  cannotProve:
    'That nothing was left out when the error stream was not saved; of which host it was. Times carry no zone.',
  reads: [
    {
      shape: 'json',
      items: 'archive',
      document: { 'repository.location': true, 'encryption.mode': true },
      required: ['name', 'start', 'end', 'stats.nfiles', 'command_line'],
      item: (archive, file) => ({
        kind: 'backup-job',
        strength: 'R',
        observed: archive.time('end'),
        started: archive.time('start'),
        job: archive.text('name'),
        system: file.said.system,
        outcome: 'succeeded',
        verbatim: 'archive created',
        errorsVisible: false,
        bytes: archive.integer('stats.original_size'),
        encrypted: encryptedByBorg(file.document),
        target: file.document.text('repository.location'),
        service: 'files',
      }),
    },
    {
      shape: 'text',
      anchors: [/^Archive fingerprint: [0-9a-f]{64}$/, /^Time \(end\):/, /^(This archive:|Original size: )/],
      forbidden: [/^Command line:/, /^Hostname:/],
      line: ({ text, place }, file) => readLine(text, place, file),
      end: finished,
    },
    // --log-json wraps each of the same lines.
    {
      shape: 'json-lines',
      required: { type: 'log_message', name: 'borg.output.stats', message: /^Archive fingerprint: / },
      line: (line, file) => readLine(line.text('message') ?? '', line.place, file),
      other: ({ text, place }, file) => readLine(text, place, file),
      end: finished,
    },
  ],
});

function readLine(text: string, place: Place, file: FileContext): Yield {
  const { run } = runs(file);
  const closed = CLOSED.exec(text)?.[1];
  if (closed !== undefined) {
    run.code = closed;
    return finished(file);
  }
  const [, label, value] =
    /^(Repository|Archive name|Time \(start\)|Time \(end\)):\s+(?:\w{3}, )?(.+)$/.exec(text) ?? [];
  if (label === undefined || value === undefined) {
    if (!UNREAD.test(text)) return undefined;
    // A warning after the statistics belongs to the next run: borg prints them last.
    const before = run.ended === undefined ? undefined : finished(file);
    runs(file).run.warnings += 1;
    return before;
  }
  const before = run.ended !== undefined && /^(Repository|Archive name)$/.test(label) ? finished(file) : undefined;
  const current = runs(file).run;
  if (label === 'Repository') current.repository = value;
  if (label === 'Archive name') Object.assign(current, { archive: value, place });
  if (label === 'Time (start)') current.started = value;
  if (label === 'Time (end)') current.ended = value;
  return before;
}

function finished(file: FileContext): Yield {
  const { run } = runs(file);
  if (run.ended === undefined) return undefined;
  runs(file).run = { warnings: 0 };
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: file.time(run.ended),
    started: file.time(run.started),
    job: run.archive,
    system: file.said.system,
    outcome: run.warnings > 0 ? 'partial' : (OUTCOMES[run.code ?? ''] ?? 'succeeded'),
    verbatim: run.code === undefined ? 'archive created' : `terminating with ${run.code} status`,
    errors: run.warnings > 0 ? run.warnings : undefined,
    errorsVisible: run.code !== undefined || run.warnings > 0,
    target: run.repository,
    service: 'files',
    ...(run.place === undefined ? {} : { at: run.place }),
  };
}

const OUTCOMES: Readonly<Record<string, 'succeeded' | 'partial' | 'failed'>> = {
  success: 'succeeded',
  warning: 'partial',
  error: 'failed',
};
