import { sha256 } from '../kernel/sha256.ts';
import { type Part, partsOf, zipOf } from './zip.ts';

/** What a ZIP of Office begins with, for readers that look no further. */
const FIRST = '[Content_Types].xml';
const INSTANT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
const IDENTIFIER = /\{[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\}/g;
const CHART = /\b(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g;

/**
 * Takes the hour and the chance of its making out of a deck: days from the engagement, identifiers from where they stand, charts counted from
 * one (the library goes on counting from deck to deck), one order of files.
 */
export function settle(deck: Buffer, madeOn: string): Buffer {
  const parts = partsOf(deck);
  const numbers = parts.flatMap(({ name }) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number);
  const own = new Map(numbers.sort((a, b) => a - b).map((number, index) => [number, index + 1]));
  const counted = (text: string): string =>
    text.replace(CHART, (whole, word: string, number: string, ending: string) => {
      const settled = own.get(Number(number));
      return settled === undefined ? whole : `${word}${settled}${ending}`;
    });
  return zipOf(
    parts.map((part) => settled({ name: counted(part.name), content: part.content }, { madeOn, counted })),
    FIRST,
  );
}

interface Settling {
  readonly madeOn: string;
  readonly counted: (text: string) => string;
}

function settled({ name, content }: Part, { madeOn, counted }: Settling): Part {
  // The numbers of a chart are a workbook in themselves.
  if (name.endsWith('.xlsx')) return { name, content: settle(content, madeOn) };
  if (!/\.(?:xml|rels)$/.test(name)) return { name, content };
  let met = 0;
  const text = counted(content.toString('utf8'))
    .replace(INSTANT, `$1${madeOn}T00:00:00Z$2`)
    .replace(IDENTIFIER, () => {
      met += 1;
      return identifier(`${name} ${met}`);
    });
  return { name, content: Buffer.from(text) };
}

function identifier(of: string): string {
  const digits = sha256(of).toUpperCase();
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20, 32)}}`;
}
