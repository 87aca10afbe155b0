import type { XmlReading } from './contract.ts';
import type { XmlFit } from './fit.ts';
import type { Sample } from './sample.ts';
import { Unreadable } from './trouble.ts';
import { parseXml, xmlParser } from './xml.ts';
import { localName } from './xml-node.ts';

/** The root and the names of the elements that were met. */
export interface XmlLook {
  readonly root: string;
  readonly names: ReadonlySet<string>;
  /** Where it breaks, as far as it was read. */
  readonly broken: Unreadable | undefined;
}

export function fitXml(reading: XmlReading, look: XmlLook): XmlFit | undefined {
  if (![reading.root].flat().includes(look.root)) return undefined;
  const required = reading.required ?? [];
  if (!required.every((name) => look.names.has(name))) return undefined;
  return { shape: 'xml', reading, saw: [look.root, ...required].map((name) => `element ${name}`), empty: false };
}

/** The sample is enough as a rule; the whole file is read when an element that would decide has not been met in it. */
export async function lookAtXml(sample: Sample, readings: readonly XmlReading[]): Promise<XmlLook | undefined> {
  if (!sample.start.startsWith('<')) return undefined;
  const { file, head, whole } = sample;
  const look: Collected = { root: undefined, names: new Set() };
  const parser = xmlParser(handlers(look), file.limits);
  let broken = await breakOf(() => file.guard.step(() => parser.write(head.toString('utf8')), head.length));
  if (whole) broken ??= await breakOf(() => parser.close());
  const { root, names } = look;
  if (root === undefined) {
    // `<34>` begins a line of a log; a declaration begins nothing else.
    if (broken && /^<\?xml\s/.test(sample.start)) throw broken;
    return undefined;
  }
  const undecided = readings.some(
    (reading) => [reading.root].flat().includes(root) && !reading.required?.every((name) => names.has(name)),
  );
  if (undecided && !whole) broken ??= await breakOf(() => parseXml(file, handlers(look)));
  return { root, names, broken };
}

interface Collected {
  root: string | undefined;
  readonly names: Set<string>;
}

async function breakOf(parse: () => unknown): Promise<Unreadable | undefined> {
  try {
    await parse();
    return undefined;
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
}

function handlers(look: Collected) {
  return {
    open: (prefixed: string) => {
      const name = localName(prefixed);
      look.root ??= name;
      look.names.add(name);
    },
    text: () => undefined,
    close: () => undefined,
  };
}
