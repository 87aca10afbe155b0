import { basename, dirname } from 'node:path';
import { writeNewFiles } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Findings } from '../model/findings.ts';
import { collectFile } from '../report/index.ts';
import type { Terminal } from './terminal.ts';

/** Writes the file that was asked for, in the form that its name ends in, and never over another one. */
export async function writeCalendar(findings: Findings, path: string, terminal: Terminal): Promise<void> {
  const text = collectFile(findings, /\.csv$/i.test(path) ? 'csv' : 'ics');
  const { kept } = await writeNewFiles(dirname(path), [{ path: basename(path), text }]);
  if (kept.length > 0) throw failure(diagnostic('calendar-exists', { path }));
  terminal.note(`written  ${path}  ${findings.collect.length} entries`);
}
