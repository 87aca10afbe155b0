import { counted } from '../../kernel/text.ts';
import type { RecordOf } from '../../model/record.ts';
import { unnamedSystem } from './names.ts';
import { type Judgement, refutes, supports } from './subjects.ts';

export type RestoreTest = RecordOf<'restore-test'>;

// Levels at which somebody or something looked at what came back. A machine that boots, a list of files or files that were merely
// written do not show that the data is right.
const PROVING: ReadonlySet<RestoreTest['level']> = new Set(['files-verified', 'application-opened', 'full-recovery']);

const LEVEL_WORDS: Readonly<Record<RestoreTest['level'], string>> = {
  browse: 'items looked at, not restored',
  boots: 'machine booted, data not checked',
  'files-restored': 'files restored, content not verified',
  'files-verified': 'files restored and verified',
  'application-opened': 'application opened with restored data',
  'full-recovery': 'full recovery',
};

/** A restore is proven when it ended without errors and its content was verified. */
export function provesRestore(test: RestoreTest): Judgement {
  const text = restoreText(test);
  if (!PROVING.has(test.level)) return refutes(text);
  if (test.outcome !== 'restored') return refutes(`${text}: ${test.verbatim}`);
  if ((test.errors ?? 0) > 0) return refutes(`${text}, with ${counted(test.errors ?? 0, 'error')}`);
  const by = test.performedBy === undefined ? '' : `, by ${test.performedBy}`;
  return supports(`${text}${by}`);
}

export function restoreText(test: RestoreTest): string {
  return `${test.system ?? unnamedSystem(test.from)}: ${LEVEL_WORDS[test.level]}`;
}

export function restoredSystem(test: RestoreTest): string {
  return test.system ?? unnamedSystem(test.from);
}
