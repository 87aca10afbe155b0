import { counted } from '../kernel/text.ts';
import type { Tone } from '../model/document.ts';
import type { Completeness, Shortfall } from '../model/exhibit.ts';

/** What an export can say of its own making, as it is labelled. */
export const MADE_WORDS = {
  tool: 'Tool',
  version: 'Version',
  report: 'Report',
  tenant: 'Tenant',
  parameters: 'Parameters',
  filters: 'Filters',
  runAt: 'Run at',
  runBy: 'Run by',
} as const;

export const COMPLETENESS_WORDS = {
  whole: { word: 'Whole', tone: 'good' },
  unsaid: { word: 'Unknown', tone: 'unknown' },
  suspect: { word: 'Perhaps cut off', tone: 'part' },
  partial: { word: 'Not the whole', tone: 'bad' },
} as const satisfies Record<Completeness['state'], { word: string; tone: Tone }>;

export const SHORTFALL_WORDS = {
  'rows-missing': 'it holds fewer rows than are stated',
  'rows-too-many': 'it holds more rows than are stated',
  'more-pages': 'it names further pages',
  'cut-off': 'it was cut off',
  'page-cap': 'its number of rows is that of a full page',
  'total-differs': 'its rows do not come to its own sum',
} as const satisfies Record<Shortfall, string>;

/** How many were handed over and read, in sentences. */
export const EVIDENCE_SUMS = {
  evidenceSum: (files: number, read: number, records: number, rejected: number, setAside: number) =>
    `${counted(files, 'file was', 'files were')} handed over. ${counted(read, 'file was', 'files were')} read as evidence, with ${counted(records, 'record')}; ${someOrNone(rejected, 'row was', 'rows were')} left out; ${setAside === 0 ? 'no file is set aside' : `${counted(setAside, 'file is', 'files are')} not used as evidence`}.`,
  recordsRead: (records: number, kinds: string, rejected: number) =>
    `${counted(records, 'record')}${kinds === '' ? '' : `: ${kinds}`}; ${someOrNone(rejected, 'row', 'rows')} left out`,
  /** What whoever prepared the package signs for. */
  handedOver: (files: number) =>
    `${counted(files, 'file was', 'files were')} handed over, and none has been altered since.`,
  readFrom: (read: number, records: number, rejected: number) =>
    `From ${read} of them ${counted(records, 'record was', 'records were')} read; ${someOrNone(rejected, 'row', 'rows')} had to be left out as unreadable.`,
} as const;

/** Where there is none, a zero hides it. */
function someOrNone(count: number, one: string, many: string): string {
  return count === 0 ? `no ${one}` : counted(count, one, many);
}
