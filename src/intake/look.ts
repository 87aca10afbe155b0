import { INTAKE_LOOKS } from '../kernel/messages/intake-words.ts';
import type { XmlLook } from './fit-xml.ts';
import type { Sample } from './sample.ts';

const SHOWN = 8;

/** How a file that nobody knows looks, so that a person can tell what it is. */
export function lookOf(
  sample: Sample,
  look: {
    readonly document: unknown;
    readonly lines: readonly Record<string, unknown>[];
    readonly xml: XmlLook | undefined;
  },
): string {
  if (look.xml) return /^html$/i.test(look.xml.root) ? INTAKE_LOOKS.html() : INTAKE_LOOKS.xml(look.xml.root);
  if (/^<!doctype html/i.test(sample.start)) return INTAKE_LOOKS.html();
  if (look.document !== undefined) return INTAKE_LOOKS.json(keysOf(look.document));
  if (look.lines.length > 0) return INTAKE_LOOKS.jsonLines(keysOf(look.lines[0]));
  const headers = widestHeader(sample);
  if (headers) return INTAKE_LOOKS.table(headers);
  return INTAKE_LOOKS.text((sample.start.split(/[\r\n]/)[0] ?? '').slice(0, 60).trim());
}

function keysOf(value: unknown): readonly string[] {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null ? Object.keys(first).slice(0, SHOWN) : [];
}

/** A first record that several others match in width is a header. */
function widestHeader(sample: Sample): readonly string[] | undefined {
  for (const delimiter of [',', ';', '\t', '|'] as const) {
    const [header, ...rows] = sample.records(delimiter);
    if (!header || header.length < 2 || rows.length === 0) continue;
    const alike = rows.filter((row) => row.length === header.length).length;
    if (alike * 2 >= rows.length) return header.slice(0, SHOWN);
  }
  return undefined;
}
