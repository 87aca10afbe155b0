import { SaxesParser } from 'saxes';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import type { Limits } from './limits.ts';
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
    parser.write(decoder.decode(piece, { stream: true }));
  });
  file.guard.step(() => parser.write(decoder.decode()).close());
}

export interface SubtreeHandlers {
  readonly root: (node: XmlNode) => void;
  /** With the number of elements in it. */
  readonly subtree: (node: XmlNode, elements: number) => void;
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
  await parseXml(file, {
    open: (prefixed, attributes) => {
      const name = localName(prefixed);
      const node = childNode(current, name, localAttributes(attributes));
      if (current === undefined) handlers.root(node);
      if (within) held += 1;
      else if (elements.has(name)) {
        within = node;
        held = 1;
      } else around += 1;
      if (held > file.limits.xmlNodes) throw new Refused(INTAKE_REASONS.xmlTooLarge(file.limits.xmlNodes));
      const isKept = within ? within !== node : around <= KEPT_AROUND;
      if (isKept && current) addChild(current, node);
      current = node;
    },
    text: (text) => {
      if (current && (within || around <= KEPT_AROUND)) current.text += text;
    },
    close: () => {
      const closed = current;
      current = closed?.parent;
      if (closed === undefined || closed !== within) return;
      within = undefined;
      handlers.subtree(closed, held);
      held = 0;
    },
  });
}
