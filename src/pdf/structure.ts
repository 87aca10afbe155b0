/** Standard structure types of PDF 1.7 that we use; a reader's software knows them without a role map. */
export type Role =
  | 'Document'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'Span'
  | 'Link'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Reference';

/** A node holds either nodes or marks, never both, so that the order of nodes is the order of reading. */
export interface StructureNode {
  readonly role: Role;
  /** -1 for the root; always smaller than the node's own index. */
  readonly parent: number;
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
  readonly span?: number;
  /** Of a list. */
  readonly numbering?: 'Decimal' | 'Disc';
}

export interface Structure {
  add(node: StructureNode): number;
  readonly nodes: readonly StructureNode[];
}

export function startStructure(): Structure {
  const nodes: StructureNode[] = [{ role: 'Document', parent: -1 }];
  return { nodes, add: (node) => nodes.push(node) - 1 };
}
