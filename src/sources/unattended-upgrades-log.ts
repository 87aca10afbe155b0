import { defineSource, type FileContext, type Placed } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { perFile } from './kit/per-file.ts';

interface Seen {
  origins?: { readonly value: string; readonly time: string; readonly place: Place };
  packages: readonly string[];
  place?: Place;
  started?: string;
  /** A dry run says "All upgrades installed" as well. */
  dry?: boolean;
}
const seen = perFile<Seen>(() => ({ packages: [] }));
const LINE = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (INFO|WARNING|ERROR|DEBUG) (.*)$/;

export default defineSource({
  product: 'unattended-upgrades',
  title: 'unattended-upgrades.log',
  kinds: ['update-setting', 'patch-install'],
  obtain: '/var/log/unattended-upgrades/unattended-upgrades.log and its rotated *.gz',
  proves: 'That the automatic updater runs and from which origins; which packages it upgraded and how that ended.',
  cannotProve:
    'That nothing is missing: a run that starts and is stopped installs nothing. Times carry no zone, and the log does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [LINE, /(Starting unattended upgrades script|Allowed origins are)/],
      line: ({ text, place }, file) => {
        const [, time, level, message] = LINE.exec(text) ?? [];
        if (time === undefined || message === undefined) return undefined;
        const state = seen(file);
        if (message === 'Starting unattended upgrades script') {
          const before = ended(file, { outcome: 'attempted', verbatim: 'no end told' });
          state.started = time;
          state.dry = false;
          return before;
        }
        if (/^Option --dry-run given/.test(message)) state.dry = true;
        const origins = /^Allowed origins are:? ?(.*)$/.exec(message)?.[1];
        if (origins !== undefined) state.origins = { value: origins, time, place };
        const packages = /^Packages that will be upgraded: (.*)$/.exec(message)?.[1];
        if (packages !== undefined)
          Object.assign(state, { packages: packages.trim().split(/\s+/), place, started: time });
        if (message === 'All upgrades installed') return ended(file, { outcome: 'installed', verbatim: message, time });
        if (level === 'ERROR' && /upgrade/i.test(message))
          return ended(file, { outcome: 'failed', verbatim: message, time });
        if (/^SIG(TERM|NAL) received/.test(message))
          return ended(file, { outcome: 'attempted', verbatim: message, time });
        return undefined;
      },
      end: (file) => [...ended(file, { outcome: 'attempted', verbatim: 'no end told' }), ...setting(file)],
    },
  ],
});

interface Ending {
  readonly outcome: 'installed' | 'failed' | 'attempted';
  readonly verbatim: string;
  readonly time?: string;
}

function ended(file: FileContext, { outcome, verbatim, time }: Ending): readonly Placed[] {
  const state = seen(file);
  const { packages, place, started } = state;
  state.packages = [];
  if (state.dry === true) return [];
  return packages.map((patch) => ({
    kind: 'patch-install',
    strength: 'R',
    observed: file.time(time ?? started),
    device: file.said.system,
    patch,
    outcome,
    verbatim,
    automatic: true,
    ...(place === undefined ? {} : { at: place }),
  }));
}

/** Once a file: the newest run says how the updater is set. */
function setting(file: FileContext): readonly Placed[] {
  const { origins } = seen(file);
  if (origins === undefined) return [];
  return [
    {
      kind: 'update-setting',
      strength: 'C',
      observed: file.time(origins.time),
      device: file.said.system,
      automatic: true,
      value: origins.value,
      at: origins.place,
    },
  ];
}
