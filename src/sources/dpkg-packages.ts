import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';

const ARCHITECTURE = '(?:all|amd64|arm64|armhf|armel|i386|ppc64el|s390x|riscv64|mips64el)';
const QUERY = new RegExp(`^(\\S+)\\t(\\S+)\\t${ARCHITECTURE}\\tinstall ok installed$`);
/** `apt list --installed` */
const APT = new RegExp(`^([^\\s/]+)/(?:\\S+,)?now (\\S+) ${ARCHITECTURE} +\\[`);
/** A line of the same command about a version that is not there. */
const OFFERED = new RegExp(`^[^\\s/]+/(?!(?:\\S+,)?now )\\S+ \\S+ ${ARCHITECTURE} +\\[`);
const LISTED = new RegExp(`^[ih]i[ R]?\\s+(\\S+)\\s+(\\S+)\\s+${ARCHITECTURE}\\s`);

export default defineSource({
  product: 'dpkg',
  title: 'dpkg package list',
  kinds: ['asset'],
  obtain:
    'dpkg -l > packages.txt   (or apt list --installed; or dpkg-query -W with Package, Version, Architecture and Status between tabs)',
  proves: 'Which packages are installed on one machine, and in which version.',
  cannotProve:
    'Whether they are current or supported; software that was installed in other ways. It carries no date and does not name its machine.',
  reads: [
    { shape: 'text', anchors: [APT], forbidden: [OFFERED], line: ({ text }, file) => software(APT.exec(text), file) },
    { shape: 'text', anchors: [QUERY], line: ({ text }, file) => software(QUERY.exec(text), file) },
    {
      shape: 'text',
      anchors: [/^\+\+\+-=/, LISTED],
      line: ({ text }, file) => software(LISTED.exec(text), file),
    },
  ],
});

function software(found: RegExpExecArray | null, file: FileContext): Yield {
  const [, name, version] = found ?? [];
  if (name === undefined) return undefined;
  return {
    kind: 'asset',
    strength: 'R',
    observed: file.asStated,
    name,
    type: 'software',
    osVersion: version,
    location: file.said.system,
    status: 'in-use',
  };
}
