import { SaxesParser } from 'saxes';
import type { OscalFile, OscalItem, OscalPart } from './oscal.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** OSCAL's XML form as its JSON form; nothing is loaded, no entity is expanded, and whatever is not well formed throws. */
export function oscalFromXml(text: string): OscalFile | undefined {
  const root = treeOf(text);
  if (root?.name !== 'catalog') return undefined;
  const metadata = root.children.find(({ name }) => name === 'metadata');
  return {
    catalog: {
      metadata: { title: childText(metadata, 'title'), version: childText(metadata, 'version') },
      groups: named(root, 'group').map(itemOf),
      controls: named(root, 'control').map(itemOf),
    },
  };
}

function treeOf(text: string): Node | undefined {
  const parser = new SaxesParser({ xmlns: false });
  const open: Node[] = [];
  let root: Node | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type declaration has no place in a catalogue');
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name: name.replace(/^.*:/, ''), attributes, children: [], text: '' };
    if (node.name === 'insert') write(open, `{{ insert: param, ${attributes['id-ref'] ?? ''} }}`);
    const above = open.at(-1);
    above?.children.push(node);
    root ??= node;
    open.push(node);
  });
  parser.on('text', (part) => write(open, part));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root;
}

/** Words belong to the innermost element, and to the paragraph that they stand in. */
function write(open: readonly Node[], text: string): void {
  for (const node of open) if (node.name === 'p' || node === open.at(-1)) node.text += text;
}

function itemOf(node: Node): OscalItem {
  const { id, class: kind } = node.attributes;
  return {
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { class: kind }),
    title: childText(node, 'title'),
    props: propsOf(node),
    params: named(node, 'param').map((param) => ({
      id: param.attributes['id'] ?? '',
      label: childText(param, 'label'),
    })),
    parts: named(node, 'part').map(partOf),
    groups: named(node, 'group').map(itemOf),
    controls: named(node, 'control').map(itemOf),
  };
}

function partOf(node: Node): OscalPart {
  const prose = named(node, 'p').map(({ text }) => folded(text));
  return {
    name: node.attributes['name'] ?? '',
    prose: prose.join('\n'),
    props: propsOf(node),
    parts: named(node, 'part').map(partOf),
  };
}

function propsOf(node: Node): readonly { name: string; value: string }[] {
  return named(node, 'prop').map(({ attributes }) => ({
    name: attributes['name'] ?? '',
    value: attributes['value'] ?? '',
  }));
}

function named(node: Node, name: string): readonly Node[] {
  return node.children.filter((child) => child.name === name);
}

function childText(node: Node | undefined, name: string): string {
  return folded(node?.children.find((child) => child.name === name)?.text ?? '');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
