/** An element by its local name. Nodes above a subtree that is handed over keep their attributes only. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
  readonly parent: XmlNode | undefined;
  /** Which of its parent's children of that name it is, from 1. */
  readonly nth: number;
  readonly text: string;
}

/** By local name, without a prototype: any name may be asked for. */
export type Attributes = Readonly<Record<string, string>>;

/** A node while its file is read. Most have neither attributes nor children, and there are millions: they share what is empty. */
export interface OpenNode extends XmlNode {
  readonly parent: OpenNode | undefined;
  children: readonly XmlNode[];
  text: string;
  /** How many children of each name were met, for the paths of the next ones. */
  met: Map<string, number> | undefined;
}

const NO_ATTRIBUTES: Attributes = Object.create(null);
const NO_CHILDREN: readonly XmlNode[] = [];

export function childNode(parent: OpenNode | undefined, name: string, attributes: Attributes): OpenNode {
  const nth = parent === undefined ? 1 : nthOf(parent, name);
  return { name, attributes, children: NO_CHILDREN, parent, nth, text: '', met: undefined };
}

/** XPath to it. Written when it is asked for: few of millions of nodes are the place of anything. */
export function xpathOf({ parent, name, nth }: XmlNode): string {
  return parent === undefined ? `/${name}` : `${xpathOf(parent)}/${name}[${nth}]`;
}

function nthOf(parent: OpenNode, name: string): number {
  parent.met ??= new Map();
  const nth = (parent.met.get(name) ?? 0) + 1;
  parent.met.set(name, nth);
  return nth;
}

export function addChild(parent: OpenNode, child: OpenNode): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else if (isGrowing(parent.children)) parent.children.push(child);
}

function isGrowing(children: readonly XmlNode[]): children is XmlNode[] {
  return children !== NO_CHILDREN;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Of what the parser hands over; where two attributes share a local name, the one without a prefix keeps it. */
export function localAttributes(attributes: Attributes): Attributes {
  let isEmpty = true;
  for (const name in attributes) {
    if (name.includes(':') || name.startsWith('xmlns')) return withoutPrefixes(attributes);
    isEmpty = false;
  }
  // Nearly always as it is: the parser makes one of its own for each element.
  return isEmpty ? NO_ATTRIBUTES : attributes;
}

function withoutPrefixes(attributes: Attributes): Attributes {
  const local: Record<string, string> = Object.create(null);
  for (const name in attributes) {
    const value = attributes[name];
    if (value === undefined || name.startsWith('xmlns')) continue;
    const short = localName(name);
    if (short === name || !(short in local)) local[short] = value;
  }
  return local;
}

/** Its own text; when it has none, that of the markup inside it. */
export function textOfNode(node: XmlNode): string {
  const own = node.text.trim();
  if (own !== '' || node.children.length === 0) return own;
  return node.children.map(textOfNode).join(' ').trim();
}
