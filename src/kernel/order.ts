/** By code unit and not by locale, so that every machine agrees. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((a, b) => byCodeUnit(key(a), key(b)));
}

/** Groups in the order in which their keys first occur. */
export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** What stands in most of the lists comes first, then what stands further up in one of them. */
export function mostListed(lists: readonly (readonly string[])[]): readonly string[] {
  const listed = lists.flatMap((list) => list.map((item, place) => ({ item, place })));
  const ranked = [...groupBy(listed, ({ item }) => item)].map(([item, found]) => ({
    item,
    count: found.length,
    place: Math.min(...found.map(({ place }) => place)),
  }));
  return ranked
    .sort((a, b) => b.count - a.count || a.place - b.place || byCodeUnit(a.item, b.item))
    .map(({ item }) => item);
}
