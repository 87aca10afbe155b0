import { pictureSize } from '../../kernel/picture.ts';
import type { Engagement } from '../../model/engagement.ts';
import type { Excerpt, WantedExcerpt } from '../../model/excerpt.ts';
import type { Exhibit } from '../../model/exhibit.ts';
import { headOf } from '../bytes.ts';
import { circumstancesOf } from '../circumstances.ts';
import type { Fit } from '../fit.ts';
import { type StartGuard, unguarded } from '../guard.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { isPdf, pdfPages } from '../pdf-pages.ts';
import { fitSaid, recogniseText, type Sources } from '../recognise.ts';
import { type TextFile, textFile } from '../text-file.ts';
import { type EvidenceText, isFileTrouble, textsOf } from '../texts.ts';
import { excerptOfLines } from './lines.ts';
import { isPart, shownPlaces } from './places.ts';
import { excerptOfRows } from './rows.ts';

export interface ExcerptRequest {
  readonly engagement: Engagement;
  readonly sources: Sources;
  readonly limits?: Limits;
  readonly startGuard?: StartGuard;
}

/** What is drawn or counted is held in memory: a larger file is told by its name. */
const HELD_BYTES = 24 * 1024 * 1024;

/** Reads the cited places of one exhibit, or of the files in it, and whatever in it is a picture or a PDF. What cannot be read gives nothing. */
export async function excerptsOf(
  exhibit: Exhibit,
  wanted: readonly WantedExcerpt[],
  request: ExcerptRequest,
): Promise<readonly Excerpt[]> {
  const excerpts: Excerpt[] = [];
  try {
    for await (const lying of textsOf(exhibit, request.limits ?? LIMITS)) {
      const asked = wanted.find(({ path }) => path === lying.path);
      const found = lying.text === undefined ? await seen(lying) : asked && (await excerptOf(lying, asked, request));
      if (found !== undefined) excerpts.push(found);
    }
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
  }
  return excerpts;
}

async function seen({ path, bytes: open }: EvidenceText): Promise<Excerpt | undefined> {
  const { head: bytes, whole } = await headOf({ open }, HELD_BYTES);
  if (isPdf(bytes)) return { path, form: 'pdf', pages: whole ? pdfPages(bytes) : null };
  const size = whole ? pictureSize(bytes) : undefined;
  return size === undefined ? undefined : { path, form: 'picture', bytes, ...size };
}

async function excerptOf(
  { path, text }: EvidenceText,
  wanted: WantedExcerpt,
  request: ExcerptRequest,
): Promise<Excerpt | undefined> {
  const { engagement, sources, limits = LIMITS, startGuard = unguarded } = request;
  const source = wanted.source === null ? undefined : sources[wanted.source];
  const places = shownPlaces(wanted);
  if (text === undefined || source === undefined || wanted.source === null || places.length === 0) return undefined;
  const utf8 = { name: 'utf-8', fallback: false, bomBytes: 0 };
  const file = textFile({ path, open: text }, utf8, { limits, guard: startGuard() });
  try {
    const fit = await fitOf(file, { [wanted.source]: source });
    if (fit === undefined) return undefined;
    if (fit.shape === 'text') return await excerptOfLines(file, places);
    const circumstances = circumstancesOf(engagement, path);
    return await excerptOfRows(file, fit, circumstances, { places, rows: wanted.rows });
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    return undefined;
  }
}

/** As it was recognised; a person's word that replaced what tells sources apart is taken again. */
async function fitOf(file: TextFile, only: Sources): Promise<Fit | undefined> {
  const recognised = await recogniseText(file, only);
  if (recognised.as === 'source') return recognised.fit;
  const [source] = Object.values(only);
  return source && (await fitSaid(file, source));
}

/** Whether anything of what is wanted is a part of its file, and not the whole. */
export function wantsParts({ cited }: WantedExcerpt): boolean {
  return cited.some(({ place }) => isPart(place));
}
