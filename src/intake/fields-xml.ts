import type { Fields } from './contract.ts';
import { type FieldTools, fieldsOf, type RowShape } from './fields.ts';
import { ownText } from './own-text.ts';
import { textOfNode, type XmlNode, xpathOf } from './xml-node.ts';

interface XmlRow {
  readonly node: XmlNode;
  readonly path: string;
}

/** An element by `child/grandchild`, `@attribute`, `child/@attribute`, `.` and `^Ancestor/@attribute`. */
export function xmlFields(node: XmlNode, path: string, tools: FieldTools): Fields {
  return fieldsOf(XML_ROW, { node, path }, tools);
}

const XML_ROW: RowShape<XmlRow> = {
  place: ({ node, path }) => ({ path, at: xpathOf(node) }),
  present: ({ node }, name) => valuesAt(node, name).some((text) => text !== '') || hasChildren(node, name),
  text: ({ node }, name) => {
    const text = firstTextAt(node, name);
    return text === undefined ? undefined : ownText(text);
  },
  texts: ({ node }, name) => valuesAt(node, name).map(ownText),
  child: ({ node, path }, name, tools) => {
    const [first] = nodesAt(node, name);
    return first && xmlFields(first, path, tools);
  },
  below: ({ node, path }, name, tools) => nodesAt(node, name).map((child) => xmlFields(child, path, tools)),
  names: ({ node }) => [
    ...Object.keys(node.attributes).map((name) => `@${name}`),
    ...new Set(node.children.map((child) => child.name)),
  ],
};

function hasChildren(node: XmlNode, name: string): boolean {
  return !name.includes('@') && nodesAt(node, name).some((found) => found.children.length > 0);
}

/** The same as the first of all values, without lists of the others for the names that are asked most. */
function firstTextAt(node: XmlNode, name: string): string | undefined {
  if (name.includes('/') || name === '.' || name.startsWith('^'))
    return valuesAt(node, name).find((text) => text !== '');
  if (name.startsWith('@')) return node.attributes[name.slice(1)]?.trim() || undefined;
  for (const child of node.children) {
    const text = child.name === name ? textOfNode(child) : '';
    if (text !== '') return text;
  }
  return undefined;
}

function valuesAt(node: XmlNode, name: string): readonly string[] {
  const slash = name.lastIndexOf('/');
  const last = name.slice(slash + 1);
  if (!last.startsWith('@')) return nodesAt(node, name).map(textOfNode);
  const owners = slash < 0 ? [node] : nodesAt(node, name.slice(0, slash));
  return owners.flatMap((owner) => {
    const value = owner.attributes[last.slice(1)];
    return value === undefined ? [] : [value.trim()];
  });
}

function nodesAt(node: XmlNode, path: string): readonly XmlNode[] {
  if (path === '.' || path === '') return [node];
  let nodes: readonly XmlNode[] = [node];
  for (const step of path.split('/')) {
    nodes = nodes.flatMap((from) => (step.startsWith('^') ? ancestors(from, step.slice(1)) : named(from, step)));
  }
  return nodes;
}

function named(node: XmlNode, name: string): readonly XmlNode[] {
  return name === '.' ? [node] : node.children.filter((child) => child.name === name);
}

/** The nearest one of that name. */
function ancestors(node: XmlNode, name: string): readonly XmlNode[] {
  for (let above = node.parent; above !== undefined; above = above.parent) if (above.name === name) return [above];
  return [];
}
