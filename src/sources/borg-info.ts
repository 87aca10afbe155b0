import { defineSource, type FileContext, type Yield } from '../intake/contract.ts';
import { encryptedByBorg } from './kit/borg.ts';

export default defineSource({
  product: 'BorgBackup',
  title: 'borg info (JSON)',
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
      required: ['repository.location', 'encryption.mode', 'cache.stats', 'security_dir'],
      forbidden: ['archive', 'archives'],
      item: () => undefined,
      end: encryption,
    },
  ],
});

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
