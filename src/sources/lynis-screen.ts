import { defineSource, type FileContext, type Placed, type TextLine } from '../intake/contract.ts';
import { lynisRemark, lynisRun, newLynisAudit } from './kit/lynis.ts';
import { perFile } from './kit/per-file.ts';

const auditOf = perFile(newLynisAudit);

export default defineSource({
  product: 'Lynis',
  title: 'Lynis screen output (text)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'sudo lynis audit system --no-colors > lynis.txt; better /var/log/lynis-report.dat, which carries its date',
  proves: 'Which hardening tests of one host warned or suggested something, and the index that Lynis gave.',
  cannotProve:
    'When it ran: the screen shows no date. A percentage of compliance, other hosts, or that a test without a remark means safe.',
  reads: [
    {
      shape: 'text',
      anchors: [/^\s*\[ Lynis \S+ \]/, /^\s*(Lynis security scan details:|Program version:\s+\S)/],
      line: read,
      end: (file) => lynisRun(auditOf(file)),
    },
  ],
});

function read({ text }: TextLine, file: FileContext): Placed | undefined {
  const audit = auditOf(file);
  const value = (label: RegExp): string | undefined => label.exec(text)?.[1];
  audit.version ??= value(/^\s*\[ Lynis (\S+) \]/);
  audit.host ??= value(/^\s*Hostname:\s+(\S+)\s*$/);
  audit.score ??= value(/^\s*Hardening index : (\d+)/);
  const performed = value(/^\s*Tests performed : (\d+)/);
  if (performed !== undefined) audit.counted = Number(performed);
  // The details come last; a screen that does not show them shows a run that was broken off.
  if (/^\s*Lynis security scan details:/.test(text)) audit.complete = true;
  const [, mark, title, rule] = /^\s*([!*]) (.+) \[([A-Z]+(?:-\d+)?)\]\s*$/.exec(text) ?? [];
  return rule === undefined ? undefined : lynisRemark(audit, { rule, title, warning: mark === '!' });
}
