import type { Fields } from './contract.ts';
import { type FieldTools, fieldsOf } from './fields.ts';
import { textOfNode, type XmlNode } from './xml-node.ts';

/** An element by `child/grandchild`, `@attribute`, `child/@attribute`, `.` and `^Ancestor/@attribute`. */
export function xmlFields(node: XmlNode, path: string, tools: FieldTools): Fields {
  const below = (child: XmlNode): Fields => xmlFields(child, path, tools);
  return fieldsOf(
    {
      present: (name) => valuesAt(node, name).length > 0 || nodesAt(node, name).length > 0,
      text: (name) => valuesAt(node, name).find((text) => text !== ''),
      texts: (name) => valuesAt(node, name),
      child: (name) => nodesAt(node, name).map(below)[0],
      children: (name) => nodesAt(node, name).map(below),
      names: () => [
        ...[...node.attributes.keys()].map((name) => `@${name}`),
        ...new Set(node.children.map((child) => child.name)),
      ],
    },
    () => ({ path, at: node.at }),
    tools,
  );
}

function valuesAt(node: XmlNode, name: string): readonly string[] {
  const slash = name.lastIndexOf('/');
  const last = name.slice(slash + 1);
  if (!last.startsWith('@')) return nodesAt(node, name).map(textOfNode);
  const owners = slash < 0 ? [node] : nodesAt(node, name.slice(0, slash));
  return owners.flatMap((owner) => {
    const value = owner.attributes.get(last.slice(1));
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
