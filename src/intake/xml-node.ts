/** An element by its local name. Nodes above a subtree that is handed over keep their attributes only. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly parent: XmlNode | undefined;
  /** XPath to it. */
  readonly at: string;
  text: string;
  /** How many children of each name were met, for the paths of the next ones. */
  readonly met: Map<string, number>;
}

export function childNode(parent: XmlNode | undefined, name: string, attributes: ReadonlyMap<string, string>): XmlNode {
  const nth = (parent?.met.get(name) ?? 0) + 1;
  parent?.met.set(name, nth);
  const at = parent === undefined ? `/${name}` : `${parent.at}/${name}[${nth}]`;
  return { name, attributes, children: [], parent, at, text: '', met: new Map() };
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Local names; where two attributes share one, the one without a prefix keeps it. */
export function localAttributes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const local = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('xmlns')) continue;
    const short = localName(name);
    if (short === name || !local.has(short)) local.set(short, value);
  }
  return local;
}

/** Its own text; when it has none, that of the markup inside it. */
export function textOfNode(node: XmlNode): string {
  const own = node.text.trim();
  if (own !== '' || node.children.length === 0) return own;
  return node.children.map(textOfNode).join(' ').trim();
}
