/** A stretch of a text by its characters, each with its marks. Most are of ASCII, where every place begins one: nothing is made for them. */
export interface Clusters {
  readonly text: string;
  readonly count: number;
  readonly from: number;
  /** Where each character begins, and the end of the last; nothing where each is one place wide. */
  readonly edges: Uint32Array | undefined;
}

export function clustersOf(text: string): Clusters {
  if (/^[\x21-\x7e]*$/.test(text)) return plainClusters(text, 0, text.length);
  const all = text.match(/.\p{M}*/gsu) ?? [];
  const edges = new Uint32Array(all.length + 1);
  for (const [index, cluster] of all.entries()) edges[index + 1] = (edges[index] ?? 0) + cluster.length;
  return { text, count: all.length, from: 0, edges };
}

/** Of a stretch that is known to be ASCII. */
export function plainClusters(text: string, from: number, to: number): Clusters {
  return { text, count: to - from, from, edges: undefined };
}

/** The place in the text at which a character begins. */
export function placeOf({ edges, from }: Clusters, index: number): number {
  return edges === undefined ? from + index : (edges[index] ?? 0);
}

export function between(clusters: Clusters, from: number, to: number): string {
  return clusters.text.slice(placeOf(clusters, from), placeOf(clusters, Math.min(to, clusters.count)));
}
