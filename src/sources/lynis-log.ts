import { defineSource, type FileContext, type Placed, type TextLine } from '../intake/contract.ts';
import { isDated } from '../model/observed.ts';
import { lynisRemark, lynisRun, newLynisAudit } from './kit/lynis.ts';
import { perFile } from './kit/per-file.ts';

const auditOf = perFile(newLynisAudit);

export default defineSource({
  product: 'Lynis',
  title: 'Lynis log (lynis.log)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'sudo lynis audit system, then take /var/log/lynis.log; lynis-report.dat beside it says the same in less',
  proves: 'Which hardening tests ran on one Linux, BSD or macOS host, and which of them warned or suggested something.',
  cannotProve:
    'A percentage of compliance (the index is none), other hosts, or that a test without a remark means safe.',
  reads: [
    {
      shape: 'text',
      anchors: [
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Starting Lynis \S+/,
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Performing test ID /,
      ],
      line: read,
      end: (file) => lynisRun(auditOf(file)),
    },
  ],
});

function read({ text }: TextLine, file: FileContext): Placed | undefined {
  const [, stamp, said = ''] = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.*)$/.exec(text) ?? [];
  if (stamp === undefined) return undefined;
  const audit = auditOf(file);
  if (!isDated(audit.observed)) audit.observed = file.time(stamp);
  const [, version] = /^Starting Lynis (\S+)/.exec(said) ?? [];
  audit.version ??= version;
  const [, host] = /^Hostname:\s+(\S+)$/.exec(said) ?? [];
  audit.host ??= host;
  const [, score] = /^Hardening index\s*: \[(\d+)\]/.exec(said) ?? [];
  audit.score ??= score;
  const [, test] = /^Performing test ID ([\w-]+)/.exec(said) ?? [];
  if (test !== undefined) audit.ran.add(test);
  if (said.startsWith('Skipped test ')) audit.skipped = (audit.skipped ?? 0) + 1;
  if (said === 'Lynis ended successfully.' || said === 'Program ended successfully') audit.complete = true;
  const [, kind, title, rule] = /^(Warning|Suggestion): (.*?) \[test:([\w-]+)\]/.exec(said) ?? [];
  return rule === undefined ? undefined : lynisRemark(audit, { rule, title, warning: kind === 'Warning' });
}
