import { nameKey, type PublishedCatalogue } from './catalogue.ts';
import { CprtFile, fromCprt } from './cprt.ts';
import { fromOscal, OscalFile } from './oscal.ts';
import { oscalFromXml } from './oscal-xml.ts';

export type { PublishedCatalogue } from './catalogue.ts';

/** NIST's largest catalogue is 10 MB; what is far larger is something else. */
const LARGEST = 64 * 1024 * 1024;

/** A publisher's catalogue in one of the three forms in which it is handed out, or in a word why it is none. */
export function readPublished(text: string): PublishedCatalogue | { readonly trouble: string } {
  if (text.length > LARGEST) return { trouble: 'it is larger than 64 MB' };
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const found = /^\s*</.test(plain) ? xml(plain) : json(JSON.parse(plain));
    if (found === undefined) return { trouble: 'it is neither an OSCAL catalogue nor a CPRT file' };
    return found.controls.length > 0 ? found : { trouble: 'it holds no requirement' };
  } catch (error) {
    return { trouble: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'it cannot be read' };
  }
}

function xml(text: string): PublishedCatalogue | undefined {
  const file = oscalFromXml(text);
  return file === undefined ? undefined : fromOscal(file);
}

function json(value: unknown): PublishedCatalogue | undefined {
  const oscal = OscalFile.safeParse(value);
  if (oscal.success) return fromOscal(oscal.data);
  const cprt = CprtFile.safeParse(value);
  return cprt.success ? fromCprt(cprt.data) : undefined;
}

/** The publisher's sentence of each id that he has, under whatever spelling of it. */
export function statementsOf(published: PublishedCatalogue): (id: string) => string | undefined {
  const byKey = new Map<string, string>();
  for (const { names, statement } of published.controls) {
    for (const name of names) if (statement !== '' && !byKey.has(nameKey(name))) byKey.set(nameKey(name), statement);
  }
  return (id) => byKey.get(nameKey(id));
}
