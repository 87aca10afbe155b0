// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.
export { default as 'borg-check' } from './borg-check.ts';
export { default as 'borg-create' } from './borg-create.ts';
export { default as 'borg-extract' } from './borg-extract.ts';
export { default as 'borg-info' } from './borg-info.ts';
export { default as 'borg-list' } from './borg-list.ts';
export { default as 'restic-backup' } from './restic-backup.ts';
export { default as 'restic-backup-plain' } from './restic-backup-plain.ts';
export { default as 'restic-check' } from './restic-check.ts';
export { default as 'restic-forget' } from './restic-forget.ts';
export { default as 'restic-restore' } from './restic-restore.ts';
export { default as 'restic-snapshots' } from './restic-snapshots.ts';
export { default as 'restic-snapshots-table' } from './restic-snapshots-table.ts';
