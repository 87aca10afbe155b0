import { defineSource } from '../intake/contract.ts';

// "Upgrade" is the version that came, "Upgraded" the one that went.
const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d{4})) (?:SUBDEBUG|INFO|DEBUG) Upgrade: (\S+)$/;

export default defineSource({
  product: 'dnf',
  title: 'dnf.rpm.log',
  kinds: ['patch-install'],
  obtain: '/var/log/dnf.rpm.log and its rotated dnf.rpm.log.*',
  proves: 'Which packages were upgraded to which version, and when.',
  cannotProve: 'Which were for security, when they were released, or what is still missing. The machine is not named.',
  reads: [
    {
      shape: 'text',
      anchors: [
        /^\S+T\S+ INFO --- logging initialized ---$/,
        /^\S+T\S+ (SUBDEBUG|INFO) (Upgrade|Upgraded|Installed|Erase|Removed|Cleanup): \S+$/,
      ],
      line: ({ text }, file) => {
        const [, time, patch] = LINE.exec(text) ?? [];
        if (patch === undefined) return undefined;
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: file.time(time),
          device: file.said.system,
          patch,
          outcome: 'installed',
          verbatim: 'Upgrade',
        };
      },
    },
  ],
});
