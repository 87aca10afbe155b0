export const SECTIONS: readonly (readonly [string, readonly string[]])[];
export const LAST_YEAR: Readonly<Record<string, string>>;
export function customerWorkbook(answers?: Readonly<Record<string, string>>): Uint8Array;
export function customerCsv(): Uint8Array;
export function customerDocument(): Uint8Array;
