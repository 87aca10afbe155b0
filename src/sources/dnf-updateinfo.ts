import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';

const PACKAGE = String.raw`(\S+-[^-\s]+-[^-\s]+\.(?:noarch|x86_64|aarch64|i686|ppc64le|s390x))`;
const ADVISORY = String.raw`([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d{4}[:-]\S+)`;
/** `RHSA-2026:0334 Important/Sec. kernel-5.14.0-162.12.1.el9_1.x86_64`; with "all", what is there already is marked `i`. */
const ROW = new RegExp(
  `^\\s*${ADVISORY}\\s+(?:(\\w+)/Sec\\.|bugfix|enhancement|newpackage|unknown)\\s+${PACKAGE}\\s*$`,
);
/** dnf 5 has columns for type and severity, and the day of issue. */
const ROW_5 = new RegExp(
  `^${ADVISORY}\\s+(?:security|bugfix|enhancement|newpackage|unspecified)\\s+(\\w+)\\s+${PACKAGE}\\s+(\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d:\\d\\d)?)\\s*$`,
);
const SEVERITIES: Readonly<Record<string, 'critical' | 'important' | 'moderate' | 'low' | undefined>> = {
  critical: 'critical',
  important: 'important',
  moderate: 'moderate',
  low: 'low',
};

export default defineSource({
  product: 'dnf',
  title: 'dnf updateinfo list',
  kinds: ['patch-state'],
  obtain: 'dnf --refresh updateinfo list > updateinfo.txt   (or yum updateinfo list; without "--installed")',
  proves: 'Which advisories of the vendor apply to packages of one machine and are not installed, with their severity.',
  cannotProve:
    'How current it is, on which machine, and before dnf 5 when an advisory was issued. Lists of what is installed look the same: their file must have "installed" in its name, and is then left out. CentOS publishes no advisories, so an empty list proves nothing.',
  reads: [
    { shape: 'text', anchors: [ROW], line: ({ text }, file) => missing(ROW.exec(text), text, file) },
    {
      shape: 'text',
      anchors: [/^Name\s+Type\s+Severity\s+Package\s+Issued/, ROW_5],
      line: ({ text }, file) => missing(ROW_5.exec(text), text, file),
    },
  ],
});

function missing(found: RegExpExecArray | null, text: string, file: FileContext): Yield {
  const [, advisory, severity, name, issued] = found ?? [];
  if (advisory === undefined) return undefined;
  if (/(?<!un)installed/i.test(file.name))
    return { reject: 'a list of what is installed tells nothing of what is missing' };
  const security = /\/Sec\.|\ssecurity\s/.test(text);
  return {
    kind: 'patch-state',
    strength: 'R',
    observed: file.asStated,
    device: file.said.system,
    patch: `${advisory} ${name}`,
    severity: SEVERITIES[severity?.toLowerCase() ?? ''] ?? (security ? 'security' : 'other'),
    state: 'missing',
    verbatim: 'listed',
    released: issued === undefined ? undefined : file.time(issued),
    category: security ? 'security' : 'other',
  };
}
