export const FOOTER_MARK: string;
/** The values that a file does not say. */
export function missingFrom(file: string, values: readonly string[], undrawn: ReadonlySet<string>): readonly string[];
/** What a screen reader is told, in its order, one line for each marked content. */
export function readAloud(file: string): string;
