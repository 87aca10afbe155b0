import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { INTAKE_LOOKS } from '../../kernel/messages/intake-words.ts';
import type { Engagement } from '../../model/engagement.ts';
import type { Exhibit, ExhibitReport } from '../../model/exhibit.ts';
import type { Vocabulary } from '../../model/mapping/vocabulary.ts';
import { type Mapping, mappingId } from '../../model/mapping.ts';
import type { EvidenceRecord } from '../../model/record.ts';
import { type Bytes, headOf } from '../bytes.ts';
import { detectEncoding } from '../encoding.ts';
import { unguarded } from '../guard.ts';
import { gunzipped } from '../gzip.ts';
import { LIMITS } from '../limits.ts';
import { readEvidence } from '../read-evidence.ts';
import { type Recognised, recogniseText, type Sources } from '../recognise.ts';
import { type TextFile, textFile } from '../text-file.ts';
import { Refused, Unreadable } from '../trouble.ts';
import { WRAPPING_BYTES, wrappingOf } from '../wrapping.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { Proposal, Said } from './proposal.ts';
import { proposeMapping } from './propose.ts';
import { sourceOf } from './source.ts';
import { type Survey, surveyText } from './survey.ts';

/** An unknown file looked through, and the proposals for it, as often as somebody answers. */
export interface Explored {
  readonly survey: Survey;
  /** What it is read as without a profile. */
  readonly knownAs: readonly string[];
  propose(said: Said): Proposal;
}

/** Throws one clear error when there are no rows to map. */
export async function exploreFile(
  exhibit: Exhibit,
  asked: { readonly vocabulary: Vocabulary; readonly sources: Sources; readonly items?: string | undefined },
): Promise<Explored> {
  const lexicon: Lexicon = lexiconOf(asked.vocabulary);
  const { path } = exhibit;
  try {
    const file = await openText(exhibit);
    const survey = await surveyText(file, { knows: lexicon.knows, isTotal: lexicon.isTotal, items: asked.items });
    const known = await recogniseText(file, asked.sources);
    return { survey, knownAs: takenFor(known), propose: (said) => proposeMapping(survey, lexicon, said) };
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof Refused)) throw error;
    throw failure(diagnostic('map-nothing-tabular', { path, saw: error.message }), { cause: error });
  }
}

function takenFor(known: Recognised): readonly string[] {
  if (known.as === 'source') return [known.source];
  return known.as === 'ambiguous' ? known.candidates : [];
}

async function openText(exhibit: Exhibit): Promise<TextFile> {
  const zipped = wrappingOf(await beginning(exhibit)) === 'gzip';
  const bytes = zipped ? gunzipped(exhibit, LIMITS.unpackedBytes, LIMITS) : exhibit;
  if (wrappingOf(await beginning(bytes)) !== undefined) throw new Unreadable(INTAKE_LOOKS.archive());
  const encoding = await detectEncoding(bytes);
  if (encoding === undefined) throw new Unreadable(INTAKE_LOOKS.binary());
  // Somebody looks at one file of their own, and can stop at any time.
  return textFile({ path: exhibit.path, open: bytes.open }, encoding, { limits: LIMITS, guard: unguarded() });
}

async function beginning(bytes: Bytes): Promise<Uint8Array> {
  return (await headOf(bytes, WRAPPING_BYTES)).head;
}

/** The whole file read by one profile, as a run of the engagement would. */
export async function readByMapping(
  exhibit: Exhibit,
  mapping: Mapping,
  engagement: Engagement,
): Promise<{ readonly report: ExhibitReport | undefined; readonly records: readonly EvidenceRecord[] }> {
  const records: EvidenceRecord[] = [];
  const sources = { [mappingId(mapping.name)]: sourceOf(mapping) };
  const onStartAgain = () => void records.splice(0);
  const request = { engagement: { ...engagement, exhibits: {} }, sources, onStartAgain };
  const { reports } = await readEvidence([exhibit], request, (record) => {
    if (records.length < SHOWN) records.push(record);
  });
  return { report: reports[0], records };
}

const SHOWN = 20;
