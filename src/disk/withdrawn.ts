import type { Withdrawn } from '../model/control.ts';

export type Withdrawals = ReadonlyMap<
  string,
  { readonly word: string; readonly framework: string; readonly successors: readonly string[] }
>;

/** What publishers took back, by every spelling of it: `ID.BE-1` of version 1.1 is the `ID.BE-01` of the files of version 2.0. */
export function withdrawalsOf(
  frameworks: readonly { readonly title: string; readonly withdrawn?: readonly Withdrawn[] | undefined }[],
): Withdrawals {
  return new Map(
    frameworks.flatMap(({ title, withdrawn = [] }) =>
      withdrawn.map(({ id, successors }) => [withdrawnKey(id), { word: id, framework: title, successors }] as const),
    ),
  );
}

export function withdrawnKey(id: string): string {
  return id.toUpperCase().replace(/-0*(\d)/, '-$1');
}
