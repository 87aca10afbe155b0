import type { Reading, SourceDefinition } from './contract.ts';
import type { Fit } from './fit.ts';
import { fitItemsByLine, fitJson, type JsonDocument } from './fit-json.ts';
import { fitTable } from './fit-table.ts';
import { fitJsonLines, fitText } from './fit-text.ts';
import { fitXml, lookAtXml, type XmlLook } from './fit-xml.ts';
import { claimsJson, claimsJsonLines, hasPrefix, jsonLinesOf, parseDocument } from './json-look.ts';
import { lookOf } from './look.ts';
import { type Change, changedHeader } from './mapping/changed.ts';
import { type Sample, takeSample } from './sample.ts';
import type { TextFile } from './text-file.ts';
import { Unreadable } from './trouble.ts';
import { claimsYaml, parseYaml } from './yaml-look.ts';

/** The registered sources by id. */
export type Sources = Readonly<Record<string, SourceDefinition>>;

/** What a file was taken for: one source, several (then nobody's), or none. */
export type Recognised =
  | { readonly as: 'source'; readonly source: string; readonly fit: Fit }
  | { readonly as: 'ambiguous'; readonly candidates: readonly string[]; readonly saw: readonly string[] }
  | { readonly as: 'empty'; readonly candidates: readonly string[]; readonly saw: readonly string[] }
  | { readonly as: 'changed'; readonly change: Change; readonly saw: readonly string[] }
  | { readonly as: 'unrecognised'; readonly saw: readonly string[] };

/** Tries every reading of every source. Two that fit are one too many: it is never guessed. Throws when the file breaks. */
export async function recogniseText(file: TextFile, sources: Sources): Promise<Recognised> {
  const sample = await takeSample(file);
  if (sample.blank) return { as: 'empty', candidates: [], saw: [] };
  const look = await lookOver(
    sample,
    Object.values(sources).flatMap((source) => source.reads),
  );
  // One step for all of them: each step costs a thread that waits for it, and one of these sources is as good as another.
  const fits = file.guard.step(() =>
    Object.entries(sources).flatMap(([source, { reads }]) => {
      const fit = firstFit(reads, sample, look);
      return fit ? [{ source, fit }] : [];
    }),
  );
  const [only, ...others] = fits.some(({ fit }) => !fit.empty) ? fits.filter(({ fit }) => !fit.empty) : fits;
  if (!only) {
    return file.guard.step(() => {
      const change = changedHeader(sample, look, sources);
      return change ? { as: 'changed', change, saw: change.saw } : nobodys(sample, look);
    });
  }
  const candidates = [only, ...others].map(({ source }) => source).sort();
  const { saw } = only.fit;
  if (only.fit.empty) return { as: 'empty', candidates, saw };
  return others.length > 0 ? { as: 'ambiguous', candidates, saw } : { as: 'source', ...only };
}

/** Whether the file fits the source that a person named; what else it might be is not asked. */
export async function fitSaid(file: TextFile, source: SourceDefinition): Promise<Fit | undefined> {
  const sample = await takeSample(file);
  if (sample.blank) return undefined;
  // A profile is a person's word already: it is held to.
  const reads = source.mapping ? source.reads : source.reads.map(withoutDoubts);
  const look = await lookOver(sample, reads);
  return file.guard.step(() => firstFit(reads, sample, look));
}

/** How the header of a file changed that a person says is a profile's; undefined when nothing of it is there. */
export async function changeSaid(file: TextFile, id: string, source: SourceDefinition): Promise<Change | undefined> {
  const sample = await takeSample(file);
  const look = await lookOver(sample, source.reads);
  return changedHeader(sample, look, { [id]: source }, 'said');
}

/** A person's word replaces what tells this source from its likes; what the source needs must still be there. */
function withoutDoubts(reading: Reading): Reading {
  const { forbidden: _, ...rest } = { forbidden: undefined, ...reading };
  if (rest.shape === 'table') {
    const { where: _where, onlyAlso: _onlyAlso, ...needed } = rest;
    return needed;
  }
  if (rest.shape !== 'json') return rest;
  const { where: _where, ...needed } = rest;
  return needed;
}

/** The beginning of a file with no reading in mind: for whoever looks at one that is not known. */
export async function lookAt(file: TextFile): Promise<{ readonly sample: Sample; readonly look: Look }> {
  const sample = await takeSample(file);
  return { sample, look: await lookOver(sample, []) };
}

/** How a file nobody knows looks, in words. */
export function lookText(sample: Sample, look: Look): string {
  return lookOf(sample, { ...look, document: [...look.documents.values()][0]?.value });
}

/** What is found out once for all readings. */
export interface Look {
  readonly documents: ReadonlyMap<string, JsonDocument>;
  readonly lines: readonly Record<string, unknown>[];
  /** The file is JSON a line from its first line on. */
  readonly byLine: boolean;
  readonly xml: XmlLook | undefined;
  /** The file claims to be JSON and is not; fatal when nothing else fits. */
  readonly broken: Unreadable | undefined;
}

const NO_PREFIX = '';

async function lookOver(sample: Sample, readings: readonly Reading[]): Promise<Look> {
  const documents = new Map<string, JsonDocument>();
  let broken: Unreadable | undefined;
  const parse = async (key: string, document: () => Promise<JsonDocument>): Promise<void> => {
    try {
      documents.set(key, await document());
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      broken = error;
    }
  };
  if (claimsJson(sample)) await parse(NO_PREFIX, () => parseDocument(sample, undefined));
  if (claimsYaml(sample)) await parse(NO_PREFIX, async () => ({ value: await parseYaml(sample), inPart: false }));
  for (const prefix of prefixesOf(readings)) {
    if (documents.has(prefix.source) || !hasPrefix(sample, prefix)) continue;
    await parse(prefix.source, () => parseDocument(sample, prefix));
  }
  const xml = await lookAtXml(
    sample,
    readings.filter((reading) => reading.shape === 'xml'),
  );
  return { documents, lines: jsonLinesOf(sample), byLine: claimsJsonLines(sample), xml, broken };
}

function prefixesOf(readings: readonly Reading[]): readonly RegExp[] {
  return readings.flatMap((reading) => (reading.shape === 'json' && reading.prefix ? [reading.prefix] : []));
}

function firstFit(reads: readonly Reading[], sample: Sample, look: Look): Fit | undefined {
  let empty: Fit | undefined;
  for (const reading of reads) {
    const fit = fitOf(reading, sample, look);
    if (fit && !fit.empty) return fit;
    empty ??= fit;
  }
  return empty;
}

export function fitOf(reading: Reading, sample: Sample, look: Look): Fit | undefined {
  switch (reading.shape) {
    case 'table':
      return fitTable(reading, sample);
    case 'json': {
      const key = reading.prefix && look.documents.has(reading.prefix.source) ? reading.prefix.source : NO_PREFIX;
      const document = look.documents.get(key);
      return document ? fitJson(reading, document) : fitItemsByLine(reading, look.byLine ? look.lines : []);
    }
    case 'json-lines':
      return fitJsonLines(reading, look.lines);
    case 'xml':
      return look.xml && fitXml(reading, look.xml);
    case 'text':
      return fitText(reading, sample);
  }
}

function nobodys(sample: Sample, look: Look): Recognised {
  if (look.documents.size === 0 && look.broken) throw look.broken;
  if (look.xml?.broken && !/^html$/i.test(look.xml.root)) throw look.xml.broken;
  const document = [...look.documents.values()][0]?.value;
  if (look.documents.size > 0 && holdsNothing(document)) return { as: 'empty', candidates: [], saw: [] };
  return { as: 'unrecognised', saw: [lookText(sample, look)] };
}

/** `[]`, `{}`, `null`, and the envelopes of services around an empty list. */
function holdsNothing(document: unknown): boolean {
  if (document === null) return true;
  if (Array.isArray(document)) return document.every(holdsNothing);
  if (typeof document !== 'object') return false;
  return Object.entries(document).every(
    ([key, value]) => key.startsWith('@') || (typeof value === 'object' && holdsNothing(value)),
  );
}
