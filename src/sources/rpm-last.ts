import { defineSource } from '../intake/contract.ts';

const ROW =
  /^(\S+-[^-\s]+-[^-\s]+\.(?:noarch|x86_64|aarch64|i686|ppc64le|s390x))\s+((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*\d{4}.*?)\s*$/;

export default defineSource({
  product: 'rpm',
  title: 'rpm -qa --last',
  kinds: ['patch-install'],
  obtain: 'LC_ALL=C rpm -qa --last > rpm-last.txt',
  proves: 'When the version of each package that is there now was installed.',
  cannotProve:
    'Whether that was an upgrade or the first installation, which were for security, or what is missing. The machine is not named.',
  reads: [
    {
      shape: 'text',
      anchors: [ROW],
      forbidden: [/^(Transaction ID|Packages Altered)/],
      line: ({ text }, file) => {
        const [, patch, time] = ROW.exec(text) ?? [];
        if (patch === undefined) return undefined;
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: file.time(time),
          device: file.said.system,
          patch,
          outcome: 'installed',
          verbatim: 'present',
        };
      },
    },
  ],
});
