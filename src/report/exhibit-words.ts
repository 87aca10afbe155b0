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
