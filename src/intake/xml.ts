import { SaxesParser } from 'saxes';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Limits } from './limits.ts';
import { ownText } from './own-text.ts';
import { eachPiece, type TextFile } from './text-file.ts';
import { Refused, Unreadable } from './trouble.ts';
import { addChild, childNode, localAttributes, localName, type OpenNode, type XmlNode } from './xml-node.ts';

export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
}

/** A strict parser that loads nothing, expands nothing and stops at the depth limit. */
export function xmlParser(handlers: XmlHandlers, limits: Limits) {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw new Unreadable(INTAKE_REASONS.xmlBroken(error.message.replace(/\.$/, '')));
  });
  parser.on('doctype', (doctype) => {
    // nmap and Qualys write a plain DOCTYPE; it is never loaded. Entities are how XML files attack their readers.
    if (/<!ENTITY/i.test(doctype)) throw new Refused(INTAKE_REASONS.xmlEntities());
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.xmlDepth) throw new Refused(INTAKE_REASONS.xmlTooDeep(limits.xmlDepth));
    handlers.open(tag.name, tag.attributes);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  parser.on('closetag', () => {
    depth -= 1;
    handlers.close();
  });
  return parser;
}

/** The parser's texts are parts of what it was given, and keep all of it in memory as long as one of them is kept. */
const WRITTEN_BYTES = 32_768;

export async function parseXml(file: TextFile, handlers: XmlHandlers): Promise<void> {
  let sinceTag = 0;
  const watched = {
    ...handlers,
    open: (...tag: Parameters<XmlHandlers['open']>) => {
      sinceTag = 0;
      handlers.open(...tag);
    },
  };
  const parser = xmlParser(watched, file.limits);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  await eachPiece(file, (piece) => {
    sinceTag += piece.length;
    // The parser gathers a text or a comment until its end, however far that is.
    if (sinceTag > file.limits.recordBytes) throw new Refused(INTAKE_REASONS.xmlTextTooLong(file.limits.recordBytes));
    for (let at = 0; at < piece.length; at += WRITTEN_BYTES) {
      parser.write(decoder.decode(piece.subarray(at, at + WRITTEN_BYTES), { stream: true }));
    }
  });
  file.guard.step(() => parser.write(decoder.decode()).close());
}

export interface SubtreeHandlers {
  readonly root: (node: XmlNode) => void;
  /** With the number of elements in it. */
  readonly subtree: (node: XmlNode, elements: number) => void;
  /** False while subtrees only have to be well-formed: then none is made and handed over. */
  readonly wantsMore: () => boolean;
}

/** What stands around the subtrees is kept up to this many elements: headings and summaries, not a second copy of the file. */
const KEPT_AROUND = 5_000;

/** Hands over one finished subtree for each outermost element of these names. */
export async function readSubtrees(
  file: TextFile,
  elements: ReadonlySet<string>,
  handlers: SubtreeHandlers,
): Promise<void> {
  let current: OpenNode | undefined;
  let within: OpenNode | undefined;
  let held = 0;
  let around = 0;
  let skipped = 0;
  const hold = (): void => {
    held += 1;
    if (held > file.limits.xmlNodes) throw new Refused(INTAKE_REASONS.xmlTooLarge(file.limits.xmlNodes));
  };
  await parseXml(file, {
    open: (prefixed, attributes) => {
      const name = localName(prefixed);
      const begins = !within && elements.has(name);
      if (skipped > 0 || (begins && !handlers.wantsMore())) {
        skipped += 1;
        return hold();
      }
      const node = childNode(current, ownText(name), localAttributes(attributes));
      if (current === undefined) handlers.root(node);
      if (begins) within = node;
      if (within) hold();
      else around += 1;
      const isKept = within ? within !== node : around <= KEPT_AROUND;
      if (isKept && current) addChild(current, node);
      current = node;
    },
    text: (text) => {
      if (skipped === 0 && current && (within || around <= KEPT_AROUND)) current.text += text;
    },
    close: () => {
      if (skipped > 0) {
        skipped -= 1;
        if (skipped === 0) held = 0;
        return;
      }
      const closed = current;
      current = closed?.parent;
      if (closed === undefined || closed !== within) return;
      within = undefined;
      handlers.subtree(closed, held);
      held = 0;
    },
  });
}
