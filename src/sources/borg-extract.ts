import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { perFile } from './kit/per-file.ts';
import { later } from './kit/times.ts';

interface Extraction {
  files: number;
  errors: number;
  ended?: string;
  at?: Observed;
}
const extractions = perFile<Extraction>(() => ({ files: 0, errors: 0 }));

export default defineSource({
  product: 'BorgBackup',
  title: 'borg extract (log JSON)',
  kinds: ['restore-test', 'backup-integrity-check'],
  obtain: 'borg extract --list --show-rc --log-json REPOSITORY::ARCHIVE 2> extract.jsonl',
  proves: 'Which files were extracted and when; with --show-rc that the extraction ended without a warning.',
  cannotProve:
    'That content is right, of which host or archive it was. A dry run writes the same lines: its file must have "dry-run" in its name, and then it counts as a check that the archive can be read.',
  reads: [
    {
      shape: 'json-lines',
      // The lists of prune and delete have the same logger and are no extraction.
      required: {
        type: 'log_message',
        name: 'borg.output.list',
        message: /^(?!(Keeping|Pruning|Would prune|Deleting|Would delete|Deleted)\b)/,
      },
      line: (line, file) => {
        const extraction = extractions(file);
        const message = line.text('message') ?? '';
        extraction.at = later(extraction.at, line.time('time', { epoch: 'seconds' }));
        if (line.text('name') === 'borg.output.list') extraction.files += 1;
        else if (/^(WARNING|ERROR|CRITICAL)$/.test(line.text('levelname') ?? '') && !/^terminating/.test(message))
          extraction.errors += 1;
        extraction.ended = /^terminating with (\w+) status/.exec(message)?.[1] ?? extraction.ended ?? '';
        return undefined;
      },
      end: verdict,
    },
  ],
});

function verdict(file: FileContext): Yield {
  const { files, errors, ended = '', at = file.asStated } = extractions(file);
  const verbatim = ended === '' ? `${files} entries listed, no closing line` : `terminating with ${ended} status`;
  const sound = errors === 0 && ended !== 'warning' && ended !== 'error';
  if (/dry[-_ ]?run/i.test(file.name)) {
    const outcome = sound ? (ended === 'success' ? 'clean' : 'unknown') : 'errors';
    return { kind: 'backup-integrity-check', strength: 'R', observed: at, depth: 'sample', outcome, verbatim };
  }
  return {
    kind: 'restore-test',
    strength: 'R',
    observed: at,
    system: file.said.system,
    level: 'files-restored',
    outcome: sound ? (ended === 'success' ? 'restored' : 'unknown') : 'restored-with-errors',
    verbatim,
    files,
    errors: errors > 0 ? errors : undefined,
    performedBy: file.said.by,
  };
}
