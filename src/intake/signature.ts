import { SIGNATURE_WORDS as WORDS } from '../kernel/messages/intake-words.ts';
import type { Reading, SourceDefinition } from './contract.ts';

/** What a file must show to be taken for a source, one line a dialect, in the names that the export itself uses. */
export function signaturesOf(source: SourceDefinition): readonly string[] {
  return source.reads.map((reading) => `${formatOf(reading)}: ${[...signsOf(reading)].join('; ')}`);
}

/** `CSV or other table`, `JSON Lines`: each once, in the order in which they are tried. */
export function formatsOf(source: SourceDefinition): readonly string[] {
  return [...new Set(source.reads.map(formatOf))];
}

function formatOf(reading: Reading): string {
  const fixed = reading.shape === 'table' && reading.layout === 'fixed-width';
  return WORDS.format[fixed ? 'fixed-width' : reading.shape];
}

function* signsOf(reading: Reading): Generator<string> {
  switch (reading.shape) {
    case 'table':
      yield WORDS.columns(reading.required.map(anyOf));
      yield* wheres(reading.where);
      break;
    case 'json':
      if (reading.document) yield WORDS.document(keyed(reading.document));
      yield WORDS.items(reading.required.map(anyOf));
      yield* wheres(reading.where);
      break;
    case 'json-lines':
      yield WORDS.lines(keyed(reading.required));
      break;
    case 'xml':
      yield WORDS.root([reading.root].flat());
      if (reading.required && reading.required.length > 0) yield WORDS.elements(reading.required);
      break;
    case 'text':
      yield WORDS.anchors(reading.anchors.map(({ source }) => source));
      break;
  }
  const forbidden = 'forbidden' in reading ? (reading.forbidden ?? []) : [];
  if (forbidden.length > 0)
    yield WORDS.without(forbidden.map((each) => (typeof each === 'string' ? each : each.source)));
}

function* wheres(where: Readonly<Record<string, RegExp>> | undefined): Generator<string> {
  for (const [column, { source }] of Object.entries(where ?? {})) yield WORDS.where(column, source);
}

function anyOf(name: string | readonly string[]): string {
  return typeof name === 'string' ? name : name.join(' | ');
}

function keyed(keys: Readonly<Record<string, true | string | RegExp>>): readonly string[] {
  return Object.entries(keys).map(([key, value]) =>
    value === true ? key : `${key} = ${typeof value === 'string' ? value : value.source}`,
  );
}
