import type { Dirent } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkipReason } from '../kernel/messages/bundle.ts';
import { byCodeUnit } from '../kernel/order.ts';
import { ENGAGEMENT_FILE } from '../model/engagement.ts';
import { PORTFOLIO_FILE } from '../model/portfolio.ts';
import { isProfilePath } from './mappings.ts';
import { COMMITMENTS, LEFT_IN_BUCKET, OWNER_KEY, STORE_FOLDER } from './owner-files.ts';
import { isTemplatePath } from './templates.ts';
import { errno } from './trouble.ts';
import { UNFINISHED } from './unfinished.ts';

/** Files that a run of ours reads or writes beside the exhibits. */
const OURS: readonly string[] = [
  ENGAGEMENT_FILE,
  PORTFOLIO_FILE,
  'COLLECT.md',
  'engagement.schema.json',
  OWNER_KEY,
  COMMITMENTS,
  LEFT_IN_BUCKET,
];
const OUR_FOLDERS: readonly string[] = ['frameworks', STORE_FOLDER];
/** What senders want answered, and what was found out about it. */
export const QUESTIONNAIRES_FOLDER = 'questionnaires';
const SYSTEM =
  /^(thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|__macosx|\$recycle\.bin|system volume information|lost\+found)$/i;

export interface Listed {
  /** Relative to the folder, with `/`, composed (NFC). */
  readonly path: string;
  readonly absolute: string;
}

export interface Listing {
  readonly files: readonly Listed[];
  readonly skipped: readonly { readonly path: string; readonly reason: SkipReason }[];
  readonly unopened: readonly { readonly path: string; readonly reason: string }[];
}

/** Every file below the folder that can be an exhibit, sorted by path; what is passed over is told with its reason. */
export async function listFolder(folder: string): Promise<Listing> {
  const listing: { files: Listed[]; skipped: Listing['skipped'][number][]; unopened: Listing['unopened'][number][] } = {
    files: [],
    skipped: [],
    unopened: [],
  };
  await walk({ folder, inside: '' }, listing);
  const byPath = (a: { path: string }, b: { path: string }) => byCodeUnit(a.path, b.path);
  listing.files.sort(byPath);
  listing.skipped.sort(byPath);
  listing.unopened.sort(byPath);
  return listing;
}

type Growing = Parameters<typeof walk>[1];

async function walk(
  at: { readonly folder: string; readonly inside: string },
  found: {
    readonly files: Listed[];
    readonly skipped: Listing['skipped'][number][];
    readonly unopened: Listing['unopened'][number][];
  },
): Promise<void> {
  for (const entry of await readdir(at.folder, { withFileTypes: true })) {
    const path = `${at.inside}${entry.name}`.normalize('NFC');
    if (isOurs(entry, at.inside)) continue;
    const reason =
      at.inside === '' && entry.isDirectory() && entry.name === QUESTIONNAIRES_FOLDER
        ? 'questionnaires'
        : skipReason(entry);
    if (reason) found.skipped.push({ path: entry.isDirectory() ? `${path}/` : path, reason });
    else if (entry.isDirectory()) await enter(join(at.folder, entry.name), path, found);
    else found.files.push({ path, absolute: join(at.folder, entry.name) });
  }
}

async function enter(folder: string, path: string, found: Growing): Promise<void> {
  if (await exists(join(folder, ENGAGEMENT_FILE))) {
    found.skipped.push({ path: `${path}/`, reason: 'other-engagement' });
    return;
  }
  try {
    await walk({ folder, inside: `${path}/` }, found);
  } catch (error) {
    const code = errno(error);
    if (code === undefined) throw error;
    found.unopened.push({ path: `${path}/`, reason: code });
  }
}

function isOurs(entry: Dirent, inside: string): boolean {
  const path = `${inside}${entry.name}`;
  if (entry.isFile() && (isProfilePath(path) || isTemplatePath(path))) return true;
  if (UNFINISHED.test(entry.name)) return true;
  return inside === '' && (entry.isDirectory() ? OUR_FOLDERS : OURS).includes(entry.name);
}

function skipReason(entry: Dirent): SkipReason | undefined {
  if (SYSTEM.test(entry.name)) return 'system';
  if (entry.name.startsWith('.')) return 'hidden';
  if (entry.name.startsWith('~$')) return 'lock';
  if (entry.isSymbolicLink()) return 'link';
  return entry.isFile() || entry.isDirectory() ? undefined : 'special';
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
