import { byCodeUnit } from '../../kernel/order.ts';
import { foldedHeader } from '../../model/mapping.ts';
import type { SourceDefinition } from '../contract.ts';
import { HEADER_WITHIN, LOOK_ROWS } from '../fit.ts';
import { itemsAt } from '../fit-json.ts';
import { columnsOfHeader, cutAt } from '../fixed-width.ts';
import type { Look, Sources } from '../recognise.ts';
import type { Sample } from '../sample.ts';
import { DELIMITERS, keysHeld } from './keys.ts';

/** A profile whose file this was, until its header changed. */
export interface Change {
  readonly source: string;
  readonly name: string;
  readonly version: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly saw: readonly string[];
}

/** Of so many of the headers on both sides a file must keep its name: fewer, and it is another file. */
const EVIDENT = 0.6;
const FEWEST = 2;

/** The profile that comes nearest to a file that fits none. `said`: a person names it, so that little in common is enough. */
export function changedHeader(
  sample: Sample,
  look: Pick<Look, 'documents' | 'lines'>,
  sources: Sources,
  how: 'found' | 'said' = 'found',
): Change | undefined {
  const [nearest] = Object.entries(sources)
    .flatMap(([id, source]) => nearestHeader(id, source, sample, look))
    .filter(({ kept, share }) => (how === 'said' ? kept > 0 : kept >= FEWEST && share >= EVIDENT))
    .sort((a, b) => b.share - a.share || byCodeUnit(a.change.source, b.change.source));
  return nearest?.change;
}

interface Near {
  readonly change: Change;
  readonly kept: number;
  readonly share: number;
}

function nearestHeader(
  id: string,
  { mapping }: SourceDefinition,
  sample: Sample,
  look: Pick<Look, 'documents' | 'lines'>,
): readonly Near[] {
  if (!mapping) return [];
  const { name, profile } = mapping;
  const compared = headersIn(profile.reads, sample, look)
    .map((header) => compare(profile.header, header, profile.reads.shape))
    .toSorted((a, b) => b.share - a.share)[0];
  if (!compared) return [];
  const { gone, come, kept, share } = compared;
  const saw = compared.keptNames.map((each) => `header ${each}`);
  return [{ change: { source: id, name, version: profile.version, gone, come, saw }, kept, share }];
}

function compare(wanted: readonly string[], found: readonly string[], shape: string) {
  const there = new Set(found.map(foldedHeader));
  const known = new Set(wanted.map(foldedHeader));
  const keptNames = wanted.filter((name) => there.has(foldedHeader(name)));
  const come = found.filter((name) => !known.has(foldedHeader(name)));
  // New keys of JSON change nothing of what is read; new columns of a table do.
  const width = shape === 'table' ? Math.max(wanted.length, found.length) : wanted.length;
  return {
    keptNames,
    gone: wanted.filter((name) => !there.has(foldedHeader(name))),
    come: shape === 'table' ? come : [],
    kept: keptNames.length,
    share: keptNames.length / width,
  };
}

type Reads = NonNullable<SourceDefinition['mapping']>['profile']['reads'];

/** Everything in the file that could be the header. */
function headersIn(
  reads: Reads,
  sample: Sample,
  look: Pick<Look, 'documents' | 'lines'>,
): readonly (readonly string[])[] {
  switch (reads.shape) {
    case 'table':
      return reads.layout === 'delimited'
        ? DELIMITERS.flatMap((by) => sample.headings(by).map(({ cells }) => filled(cells)))
        : fixedHeaders(sample);
    case 'json':
      return [...look.documents.values()].map(({ value: document }) =>
        keysHeld((itemsAt(document, reads.items) ?? []).slice(0, LOOK_ROWS).map(({ value }) => value)),
      );
    case 'json-lines':
      return [keysHeld(look.lines)];
  }
}

function fixedHeaders(sample: Sample): readonly (readonly string[])[] {
  const lines = sample.phrases().filter((line) => line.trim() !== '');
  return lines
    .slice(0, HEADER_WITHIN)
    .map((line, at) => filled(cutAt(line, columnsOfHeader(lines.slice(at, at + LOOK_ROWS)))));
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '');
}
