import { defineSource, type Fields, type Yield } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';

type Level = Draft<'restore-test'>['level'];

const LEVELS = {
  browse: 'browse',
  browsed: 'browse',
  boots: 'boots',
  booted: 'boots',
  'files restored': 'files-restored',
  'files-restored': 'files-restored',
  'files verified': 'files-verified',
  'files-verified': 'files-verified',
  'application opened': 'application-opened',
  'application-opened': 'application-opened',
  'full recovery': 'full-recovery',
  'full-recovery': 'full-recovery',
} as const satisfies Record<string, Level>;

const RESULTS = {
  restored: 'restored',
  pass: 'restored',
  passed: 'restored',
  success: 'restored',
  ok: 'restored',
  'restored with errors': 'restored-with-errors',
  partial: 'restored-with-errors',
  fail: 'failed',
  failed: 'failed',
  failure: 'failed',
} as const;

export default defineSource({
  product: 'Register',
  title: 'Restore test register (CSV)',
  kinds: ['restore-test'],
  obtain:
    'A CSV with the columns Date, System, Backup date, Level, Result, Files checked, Performed by, Minutes taken, Minutes allowed, Ticket. Level: browse, boots, files restored, files verified, application opened, full recovery. Result: restored, restored with errors, failed.',
  proves:
    "What a named person states to have restored, from which day's backup, how far it was checked and how long it took.",
  cannotProve: "That it happened: a register is a statement. Keep the tool's own log or a screenshot beside it.",
  reads: [
    {
      shape: 'table',
      required: ['Date', 'System', 'Level', 'Result', 'Performed by'],
      onlyAlso: ['Backup date', 'Files checked', 'Minutes taken', 'Minutes allowed', 'Ticket', 'Notes'],
      row: (row) => test(row, row.word('Level', LEVELS), OWN),
    },
    {
      shape: 'table',
      required: ['performed_at', 'performed_by', 'system', 'restore_type', 'result'],
      row: (row) => test(row, levelTold(row), SNAKE),
    },
  ],
});

type Names = Readonly<
  Record<'date' | 'system' | 'point' | 'result' | 'files' | 'by' | 'taken' | 'allowed' | 'ticket', string>
>;

const OWN: Names = {
  date: 'Date',
  system: 'System',
  point: 'Backup date',
  result: 'Result',
  files: 'Files checked',
  by: 'Performed by',
  taken: 'Minutes taken',
  allowed: 'Minutes allowed',
  ticket: 'Ticket',
};

const SNAKE: Names = {
  date: 'performed_at',
  system: 'system',
  point: 'backup_point_taken_at',
  result: 'result',
  files: 'files_or_vms_restored',
  by: 'performed_by',
  taken: 'rto_minutes_actual',
  allowed: 'rto_minutes_target',
  ticket: 'ticket',
};

function test(row: Fields, level: Level | undefined, names: Names): Yield {
  if (level === undefined) return { reject: 'the level of the test is not told' };
  return {
    kind: 'restore-test',
    strength: 'A',
    observed: row.time(names.date),
    system: row.text(names.system),
    level,
    outcome: row.word(names.result, RESULTS) ?? 'unknown',
    verbatim: row.text(names.result) ?? '',
    point: row.has(names.point) ? row.time(names.point) : undefined,
    files: row.integer(names.files),
    performedBy: row.text(names.by),
    minutesTaken: row.number(names.taken),
    minutesAllowed: row.number(names.allowed),
    ticket: row.text(names.ticket),
  };
}

/** The level from the words of a free cell: the least that they can mean. */
function levelTold(row: Fields): Level | undefined {
  const check = row.text('integrity_check') ?? '';
  if (/checksum|hash|compar|verif/i.test(check)) return 'files-verified';
  if (/boot|screenshot/i.test(check)) return 'boots';
  return /file|folder|vm|machine|database|full/i.test(row.text('restore_type') ?? '') ? 'files-restored' : undefined;
}
