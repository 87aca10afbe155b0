import { ANSWERED_BY } from './answered-by.ts';
import type { ExhibitReport } from './model/exhibit.ts';

interface Source {
  readonly product: string;
  readonly obtain: string;
  readonly risk?: string;
}

/**
 * By fact, from where it can be had, as `product: menu path`: the tools that the client uses already first, then those with the strongest evidence; a
 * command that does harm when a flag is forgotten comes after the others of its tool. Only what a sample of the export answers is named: a tool that has the kind of record may be silent on the question.
 */
export function obtainableFrom(
  sources: Readonly<Record<string, Source>>,
  exhibits: readonly Pick<ExhibitReport, 'source'>[],
): Readonly<Record<string, readonly string[]>> {
  const used = new Set(exhibits.flatMap(({ source }) => (source === null ? [] : (sources[source]?.product ?? []))));
  return Object.fromEntries(
    Object.entries(ANSWERED_BY).map(([fact, ids]) => {
      const known = ids.flatMap((id) => sources[id] ?? []);
      const found = [
        ...known.filter(({ risk }) => risk === undefined),
        ...known.filter(({ risk }) => risk !== undefined),
      ];
      const ranked = [
        ...found.filter(({ product }) => used.has(product)),
        ...found.filter(({ product }) => !used.has(product)),
      ];
      return [fact, [...new Set(ranked.map(({ product, obtain }) => `${product}: ${obtain}`))]];
    }),
  );
}
