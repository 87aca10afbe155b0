export const NASTY: {
  readonly sheet: string;
  readonly questions: number;
  readonly answers: readonly string[];
  readonly formulas: number;
  readonly extra: number;
};
export const QUESTIONS: readonly string[];
export function nastyWorkbook(size?: { readonly formulas?: number; readonly extra?: number }): Uint8Array;
