import { defineSource } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';
import { perFile } from './kit/per-file.ts';

type Depth = Draft<'backup-integrity-check'>['depth'];
const run = perFile<{ depth: Depth }>(() => ({ depth: 'metadata' }));
const VERDICT = /^(no errors were found|Fatal: repository contains errors.*|Fatal: .*check.*)$/;

export default defineSource({
  product: 'restic',
  title: 'restic check',
  kinds: ['backup-integrity-check'],
  obtain: 'restic check --read-data > check.txt 2>&1',
  proves: 'Whether the repository is sound: its structure alone, or with --read-data every stored byte.',
  cannotProve:
    'When it ran or on which repository; that a restore works. Without --read-data a corrupt repository still says "no errors were found".',
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
    {
      // The summary of restic 0.18 and later does not tell how deep the check went; the least is taken.
      shape: 'json-lines',
      required: { message_type: 'summary', num_errors: true },
      line: (line, file) => {
        const errors = line.integer('num_errors');
        if (line.text('message_type') !== 'summary' || errors === undefined) return undefined;
        return {
          kind: 'backup-integrity-check',
          strength: 'R',
          observed: file.asStated,
          target: file.said.system,
          depth: 'metadata',
          outcome: errors === 0 ? 'clean' : 'errors',
          verbatim: `num_errors ${errors}`,
          errors,
        };
      },
    },
  ],
});
