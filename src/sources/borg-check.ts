import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import type { Draft } from '../model/record.ts';
import { perFile } from './kit/per-file.ts';
import { later } from './kit/times.ts';

interface Check {
  depth: Draft<'backup-integrity-check'>['depth'];
  clean: boolean;
  errors: number;
  last: string;
  at?: Observed;
}
const checks = perFile<Check>(() => ({ depth: 'metadata', clean: false, errors: 0, last: '' }));

const CLEAN = /^(Finished full repository check|Archive consistency check complete), no problems found\.$/;
const PROBLEM =
  /Data integrity error|, (errors|problems) found\.$|Index object count mismatch|ntegrity error|: (Missing|Corrupt)/;
const VERIFIED =
  /^Finished cryptographic data integrity verification, verified \d+ chunks with (\d+) integrity errors\.$/;

export default defineSource({
  product: 'BorgBackup',
  title: 'borg check',
  kinds: ['backup-integrity-check'],
  obtain: 'borg check --verify-data --info --log-json REPOSITORY 2> check.jsonl',
  proves:
    'Whether repository and archives are sound; with --verify-data every stored chunk was decrypted and compared.',
  cannotProve: 'That a restore works. A success without --info prints nothing at all; the plain form has no date.',
  reads: [
    {
      shape: 'text',
      anchors: [/^(Starting repository check|Starting archive consistency check\.\.\.)$/],
      line: ({ text }, file) => read(text, checks(file)),
      end: verdict,
    },
    {
      shape: 'json-lines',
      required: {
        type: 'log_message',
        name: /^borg\./,
        message:
          /^(Starting repository check|Starting archive consistency check)|repository check, (no problems|errors) found/,
      },
      line: (line, file) => {
        const check = checks(file);
        check.at = later(check.at, line.time('time', { epoch: 'seconds' }));
        const message = line.text('message') ?? '';
        if (/^(ERROR|CRITICAL)$/.test(line.text('levelname') ?? '') && !PROBLEM.test(message)) check.errors += 1;
        return read(message, check);
      },
      end: verdict,
    },
  ],
});

function read(text: string, check: Check): undefined {
  if (CLEAN.test(text)) Object.assign(check, { clean: true, last: text });
  const integrityErrors = VERIFIED.exec(text)?.[1];
  if (integrityErrors !== undefined) {
    check.depth = 'full-data';
    check.errors += Number(integrityErrors);
  } else if (PROBLEM.test(text) && !/no problems/.test(text)) {
    Object.assign(check, { errors: check.errors + 1, last: text });
  }
  if (/^Finished partial repository check/.test(text)) check.depth = 'sample';
}

function verdict(file: FileContext): Yield {
  const check = checks(file);
  return {
    kind: 'backup-integrity-check',
    strength: 'R',
    observed: check.at ?? file.asStated,
    target: file.said.system,
    depth: check.depth,
    outcome: check.errors > 0 ? 'errors' : check.clean ? 'clean' : 'unknown',
    verbatim: check.last,
    errors: check.errors > 0 ? check.errors : undefined,
  };
}
