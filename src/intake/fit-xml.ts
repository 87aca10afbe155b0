import type { XmlReading } from './contract.ts';
import type { XmlFit } from './fit.ts';
import type { Limits } from './limits.ts';
import type { Sample } from './sample.ts';
import { Unreadable } from './trouble.ts';
import { parseXml, xmlParser } from './xml.ts';
import { localName } from './xml-node.ts';

/** The root and the names of the elements that were met. */
export interface XmlLook {
  readonly root: string;
  readonly names: ReadonlySet<string>;
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
  const look = collector();
  lookAtHead(sample.head.toString('utf8'), look, sample.file.limits);
  if (look.root === undefined) return undefined;
  const root = look.root;
  const undecided = readings.some(
    (reading) => [reading.root].flat().includes(root) && !reading.required?.every((name) => look.names.has(name)),
  );
  if (undecided && !sample.whole) await lookAtWhole(sample, look);
  return { root, names: look.names };
}

function collector() {
  const look: { root: string | undefined; readonly names: Set<string> } = { root: undefined, names: new Set() };
  return look;
}

/** What breaks here breaks again when the file is read, and is told then. */
function lookAtHead(text: string, look: ReturnType<typeof collector>, limits: Limits): void {
  try {
    xmlParser(handlers(look), limits).write(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}

async function lookAtWhole(sample: Sample, look: ReturnType<typeof collector>): Promise<void> {
  try {
    await parseXml(sample.file, handlers(look));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
}

function handlers(look: ReturnType<typeof collector>) {
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
