import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { perFile } from './kit/per-file.ts';
import { resticUnread } from './kit/restic.ts';

const SAVED = /^(?:(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*)\s+)?snapshot ([0-9a-f]{8}) saved$/;
const CLOSING = /Warning: at least one source file could not be read/;

interface Run {
  errors: number;
  saved?: { readonly id: string; readonly time: string | undefined; readonly place: Place };
}
const runs = perFile<Run>(() => ({ errors: 0 }));

export default defineSource({
  product: 'restic',
  title: 'restic backup (text)',
  kinds: ['backup-job'],
  obtain: 'restic backup … > backup.txt 2>&1',
  proves: 'That a backup run ended and which snapshot it saved; unread files when the error stream was saved too.',
  cannotProve:
    'When it ran, unless each line carries a time; that nothing was left out when the error stream was not saved.',
  reads: [
    {
      shape: 'text',
      anchors: [/processed \d+ files, /, SAVED],
      line: ({ text, place }, file) => {
        const run = runs(file);
        const saved = SAVED.exec(text);
        if (saved?.[2] !== undefined) {
          const before = finished(file);
          run.saved = { id: saved[2], time: saved[1], place };
          return before;
        }
        // The next run begins; what is said from here on is said of that one. The closing warning still belongs to this one.
        const before = /using parent snapshot|no parent snapshot found/.test(text) ? finished(file) : undefined;
        if (resticUnread(text)) run.errors += 1;
        // It repeats what single lines have told, unless those were not saved.
        if (CLOSING.test(text)) run.errors = Math.max(run.errors, 1);
        return before;
      },
      end: finished,
    },
  ],
});

function finished(file: FileContext): Yield {
  const run = runs(file);
  if (run.saved === undefined) return undefined;
  const { saved, errors } = run;
  run.errors = 0;
  delete run.saved;
  return {
    kind: 'backup-job',
    strength: 'R',
    observed: saved.time === undefined ? file.asStated : file.time(saved.time),
    job: saved.id,
    system: file.said.system,
    outcome: errors > 0 ? 'partial' : 'succeeded',
    verbatim: errors > 0 ? `snapshot ${saved.id} saved, ${errors} warnings` : `snapshot ${saved.id} saved`,
    errors: errors > 0 ? errors : undefined,
    errorsVisible: errors > 0,
    service: 'files',
    at: saved.place,
  };
}
