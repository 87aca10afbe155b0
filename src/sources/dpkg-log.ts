import { defineSource } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { compareDebianVersions } from './kit/debian-version.ts';
import { perFile } from './kit/per-file.ts';

const LINE = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (upgrade|status installed) (\S+) (\S+)(?: (\S+))?$/;
interface Upgrade {
  readonly from: string;
  readonly time: string | undefined;
  readonly place: Place;
}
const upgrades = perFile(() => new Map<string, Upgrade>());

export default defineSource({
  product: 'dpkg',
  title: 'dpkg.log',
  kinds: ['patch-install'],
  obtain: '/var/log/dpkg.log and its rotated dpkg.log.*.gz',
  proves: 'Which packages were upgraded from which version, when, and that they ended installed.',
  cannotProve:
    'Which were for security, when they were released, or what is still missing. Times carry no zone, and the log does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (startup (archives|packages) (unpack|configure|remove)|status \S+ \S+:?\S* \S+)$/,
        /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d status (half-configured|unpacked|half-installed|installed) /,
      ],
      line: ({ text, place }, file) => {
        const [, time, action, name, version, to] = LINE.exec(text) ?? [];
        if (name === undefined || version === undefined) return undefined;
        if (action === 'upgrade' && to !== undefined) {
          // dpkg calls it so as well when the same version is put in anew, or an older one; neither is a patch.
          if (compareDebianVersions(to, version) <= 0) return undefined;
          upgrades(file).set(`${name} ${to}`, { from: version, time, place });
          return undefined;
        }
        // "installed" is also said of new and of reconfigured packages; only an upgrade that came before makes it a patch.
        const begun = upgrades(file).get(`${name} ${version}`);
        if (begun === undefined) return undefined;
        upgrades(file).delete(`${name} ${version}`);
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: file.time(time),
          device: file.said.system,
          patch: `${name} ${version}`,
          title: `upgraded from ${begun.from}`,
          outcome: 'installed',
          verbatim: 'status installed',
        };
      },
      end: (file) =>
        [...upgrades(file)].map(([patch, { from, time, place }]) => ({
          kind: 'patch-install' as const,
          strength: 'R' as const,
          observed: file.time(time),
          device: file.said.system,
          patch,
          title: `upgrade from ${from}`,
          outcome: 'attempted' as const,
          verbatim: 'upgrade, never installed',
          at: place,
        })),
    },
  ],
});
