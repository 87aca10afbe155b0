import type { Mark } from '../model/page.ts';

/** Marks drawn one after the other, all so far further down the page than they say: what is put on a page need not be copied for it. */
export interface Layer {
  readonly marks: readonly Mark[];
  readonly top: number;
  /** The decorations among them lie under everything, and so belong to an earlier layer: first grounds, then rules, which no ground and no watermark covers. */
  readonly only?: Depth;
}

export type Depth = 'grounds' | 'rules' | 'others';

/** The same mark further down the page. */
export function lower(mark: Mark, by: number): Mark {
  if (by === 0) return mark;
  return mark.mark === 'rule' ? { ...mark, y1: mark.y1 + by, y2: mark.y2 + by } : { ...mark, y: mark.y + by };
}

export function depthOf(mark: Mark): Depth {
  if (mark.mark === 'text' || mark.mark === 'link' || mark.mark === 'target' || mark.tag !== undefined) return 'others';
  return mark.mark === 'rule' ? 'rules' : 'grounds';
}

/** The marks of layers at their final places, in the order in which they are drawn. */
export function marksOf(layers: readonly Layer[]): readonly Mark[] {
  const marks: Mark[] = [];
  for (const layer of layers)
    for (const mark of layer.marks)
      if (layer.only === undefined || layer.only === depthOf(mark)) marks.push(lower(mark, layer.top));
  return marks;
}
