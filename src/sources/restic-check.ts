import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import type { Draft } from '../model/record.ts';
import { perFile } from './kit/per-file.ts';
import { RESTIC_ALONE, RESTIC_NEVER_BEGAN } from './kit/restic.ts';

type Depth = Draft<'backup-integrity-check'>['depth'];
interface Run {
  depth: Depth;
  /** Errors that the summary counts, and where it stands. */
  summary?: { readonly errors: number; readonly place: Place };
  code?: number | undefined;
  message?: string | undefined;
}
const run = perFile<Run>(() => ({ depth: 'metadata' }));
const VERDICT = /^(no errors were found|Fatal: repository contains errors.*|Fatal: .*check.*)$/;

export default defineSource({
  product: 'restic',
  title: 'restic check',
  kinds: ['backup-integrity-check'],
  obtain: 'restic check --read-data > check.txt 2>&1',
  proves: 'Whether the repository is sound: its structure alone, or with --read-data every stored byte.',
  cannotProve:
    'When it ran or on which repository; that a restore works. Without --read-data a corrupt repository still says "no errors were found", and with --json it does not tell whether the data was read.',
  reads: [
    {
      shape: 'text',
      anchors: [/^check all packs$/, /^check snapshots, trees and blobs$/],
      line: ({ text }, file) => {
        if (text === 'read all data') run(file).depth = 'full-data';
        else if (/^read (group #\d+ of \d+ data packs|[\d.]+% of data packs)/.test(text)) run(file).depth = 'sample';
        const verdict = VERDICT.exec(text)?.[1];
        if (verdict === undefined) return undefined;
        return {
          kind: 'backup-integrity-check',
          strength: 'R',
          observed: file.asStated,
          target: file.said.system,
          depth: run(file).depth,
          outcome: verdict === 'no errors were found' ? 'clean' : 'errors',
          verbatim: verdict,
        };
      },
    },
    // The summary of restic 0.18 and later does not tell how deep the check went; the least is taken.
    { shape: 'json-lines', required: { message_type: 'summary', num_errors: true }, line: note, end: verdict },
    { ...RESTIC_ALONE, line: note, end: verdict },
  ],
});

function note(line: Fields, file: FileContext): Yield {
  const state = run(file);
  const errors = line.integer('num_errors');
  if (errors !== undefined) {
    const before = verdict(file);
    state.summary = { errors, place: line.place };
    return before;
  }
  if (line.text('message_type') !== 'exit_error') return undefined;
  state.code = line.integer('code');
  state.message = line.text('message');
  return undefined;
}

/** A repository that could not be opened counts as one error in the summary, but nothing was checked. */
function verdict(file: FileContext): Yield {
  const state = run(file);
  const { summary, code, message, depth } = state;
  if (summary === undefined && code === undefined) return undefined;
  delete state.summary;
  delete state.code;
  const began = !RESTIC_NEVER_BEGAN.includes(code);
  const errors = summary?.errors;
  return {
    kind: 'backup-integrity-check',
    strength: 'R',
    observed: file.asStated,
    target: file.said.system,
    depth,
    outcome: !began ? 'unknown' : errors === 0 && code === undefined ? 'clean' : 'errors',
    verbatim: message ?? `num_errors ${errors}`,
    errors: began ? errors : undefined,
    ...(summary === undefined ? {} : { at: summary.place }),
  };
}
