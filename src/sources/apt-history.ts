import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { perFile } from './kit/per-file.ts';

interface Stanza {
  start?: string;
  end?: string;
  command?: string;
  error?: string;
  upgrades: readonly string[];
  place?: Place;
}
const stanzas = perFile<{ open: Stanza }>(() => ({ open: { upgrades: [] } }));

export default defineSource({
  product: 'apt',
  title: 'apt history.log',
  kinds: ['patch-install'],
  obtain: '/var/log/apt/history.log and its rotated history.log.*.gz',
  proves: 'Which packages were upgraded, when, by which command, and whether the run was an automatic one.',
  cannotProve:
    'Which upgrades were for security, when the vendor released them, or what is still missing. Times carry no zone, and the log does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [
        /^Start-Date: \d{4}-\d\d-\d\d {2}\d\d:\d\d:\d\d$/,
        /^(Install|Upgrade|Remove|Purge|Reinstall|Downgrade|End-Date): /,
      ],
      line: ({ text, place }, file) => {
        const [, label, value] = /^([A-Z][A-Za-z-]+): (.*)$/.exec(text) ?? [];
        if (label === 'Start-Date') {
          const before = installs(file);
          stanzas(file).open = { start: value ?? '', upgrades: [] };
          return before;
        }
        const { open } = stanzas(file);
        if (label === 'End-Date' && value !== undefined) open.end = value;
        if (label === 'Commandline' && value !== undefined) open.command = value;
        if (label === 'Error' && value !== undefined) open.error = value;
        // A new package is no patch of an old one.
        if (label === 'Upgrade' && value !== undefined)
          Object.assign(open, { place, upgrades: value.match(/[^\s,]+ \([^)]*\)/g) ?? [] });
        return undefined;
      },
      end: installs,
    },
  ],
});

function installs(file: FileContext): Yield {
  const { start, end, command, error, upgrades, place } = stanzas(file).open;
  stanzas(file).open = { upgrades: [] };
  return upgrades.flatMap((upgrade) => {
    const [, name = upgrade, from, to] = /^(\S+) \(([^,]*), ([^)]*)\)$/.exec(upgrade) ?? [];
    if (from !== undefined && from === to) return [];
    return {
      kind: 'patch-install' as const,
      strength: 'R' as const,
      observed: file.time(end ?? start),
      device: file.said.system,
      patch: to === undefined ? name : `${name} ${to}`,
      title: from === undefined ? undefined : `upgraded from ${from}`,
      outcome:
        error !== undefined ? ('failed' as const) : end === undefined ? ('attempted' as const) : ('installed' as const),
      verbatim: error === undefined ? 'Upgrade' : `Error: ${error}`,
      automatic: /unattended-upgrade/.test(command ?? '') ? true : undefined,
      ...(place === undefined ? {} : { at: place }),
    };
  });
}
