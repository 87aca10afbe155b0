/** The CVE numbers in a cell that may hold several, once each, in their order. */
export function cvesIn(...texts: readonly (string | undefined)[]): readonly string[] | undefined {
  const found = new Set(texts.flatMap((text) => text?.toUpperCase().match(/CVE-\d{4}-\d{4,}/g) ?? []));
  return found.size === 0 ? undefined : [...found];
}
