import type { Fields } from '../../intake/contract.ts';

/** Of several names for one column, the one under which this row holds something. */
export function named(row: Fields, names: readonly string[]): string {
  return names.find((name) => row.text(name) !== undefined) ?? names[0] ?? '';
}

/** The cell under whichever of these names the file uses. */
export function cell(row: Fields, names: readonly string[]): string | undefined {
  return row.text(named(row, names));
}

/** `a; b` as a list; PowerShell's `System.String[]` means that the values were lost, which is not the same as none. */
export function listed(text: string | undefined, separator: RegExp = /[;,|]/): readonly string[] | undefined {
  if (text === undefined || /^(System\.|Microsoft\.)[\w.]+(\[\])?$/.test(text)) return undefined;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
