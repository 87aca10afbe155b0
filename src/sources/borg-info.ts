import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { encryptedByBorg, isEncryptedMode } from './kit/borg.ts';
import { perFile } from './kit/per-file.ts';

interface Archive {
  readonly name: string;
  readonly place: Place;
  host?: string;
  ended?: string;
}
const archives = perFile<{ open?: Archive }>(() => ({}));

export default defineSource({
  product: 'BorgBackup',
  title: 'borg info',
  kinds: ['backup-point', 'backup-setting'],
  obtain: "borg info --json --glob-archives '*' REPOSITORY > info.json",
  proves: 'Whether the repository is encrypted; which archives exist, of which host, how large, and when each ended.',
  cannotProve: 'That their content can be restored, that they lie off-site, who holds the key. Times carry no zone.',
  reads: [
    {
      shape: 'json',
      items: 'archives',
      document: { 'repository.location': true, 'encryption.mode': true },
      required: ['name', 'hostname', 'end', 'stats.nfiles'],
      item: (archive, file) => ({
        kind: 'backup-point',
        strength: 'R',
        observed: archive.time('end'),
        system: archive.text('hostname'),
        repository: file.document.text('repository.location'),
        pointId: archive.text('name'),
        bytes: archive.integer('stats.original_size'),
        encrypted: encryptedByBorg(file.document),
      }),
      end: encryption,
    },
    {
      shape: 'json',
      items: '',
      required: ['repository.location', 'encryption.mode', 'cache.path', 'security_dir'],
      forbidden: ['archive', 'archives'],
      item: () => undefined,
      end: encryption,
    },
    {
      shape: 'text',
      anchors: [/^Archive fingerprint: [0-9a-f]{64}$/, /^Hostname: /, /^Time \(end\):/, /^Command line:/],
      line: ({ text, place }, file) => {
        const [, label, value = ''] = /^(Archive name|Hostname|Time \(end\)):\s+(?:\w{3}, )?(.+)$/.exec(text) ?? [];
        const { open } = archives(file);
        if (label === 'Archive name') {
          const before = point(file);
          archives(file).open = { name: value, place };
          return before;
        }
        if (label === 'Hostname' && open) open.host = value;
        if (label === 'Time (end)' && open) open.ended = value;
        return undefined;
      },
      end: point,
    },
    {
      shape: 'text',
      anchors: [/^Repository ID: [0-9a-f]{64}$/, /^Location: /, /^Encrypted: /],
      line: ({ text, place }, file) => {
        const location = /^Location: (.+)$/.exec(text)?.[1];
        if (location !== undefined) archives(file).open = { name: location, place };
        const [, verbatim, mode] = /^Encrypted: ((?:Yes|No)(?: \((.+)\))?)$/.exec(text) ?? [];
        if (verbatim === undefined) return undefined;
        return {
          kind: 'backup-setting',
          strength: 'C',
          observed: file.asStated,
          subject: archives(file).open?.name ?? 'repository',
          setting: 'encryption',
          // "authenticated" modes are printed as encrypted, though they only sign.
          on: mode === undefined ? verbatim === 'Yes' : isEncryptedMode(mode.split(/[ ,]/)[0]),
          value: mode,
          verbatim,
        };
      },
    },
  ],
});

function point(file: FileContext): Yield {
  const { open } = archives(file);
  delete archives(file).open;
  if (open === undefined) return undefined;
  return {
    kind: 'backup-point',
    strength: 'R',
    observed: file.time(open.ended),
    system: open.host,
    pointId: open.name,
    at: open.place,
  };
}

/** The mode is chosen when a repository is made and cannot change, so the repository's last change dates it. */
function encryption(file: FileContext): Yield {
  const mode = file.document.text('encryption.mode');
  if (mode === undefined) return undefined;
  return {
    kind: 'backup-setting',
    strength: 'C',
    observed: file.document.time('repository.last_modified'),
    subject: file.document.text('repository.location') ?? 'repository',
    setting: 'encryption',
    on: encryptedByBorg(file.document),
    value: mode,
    verbatim: mode,
  };
}
