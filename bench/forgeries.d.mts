type Files = Record<string, Uint8Array>;

interface Material {
  readonly files: Files;
  readonly other: Files;
  readonly foreign: Files;
}

export interface Forgery {
  readonly name: string;
  readonly code: string;
  /** Needs the SHA-256 that the sender told. */
  readonly told?: boolean;
  /** The reader knows no signer. */
  readonly stranger?: boolean;
  readonly forge: (material: Material) => Files;
}

export const FORGERIES: readonly Forgery[];
export function remade(files: Files, options?: { readonly level?: string }): Files;
export function sequence(seed?: number): (below: number) => number;
export function spoiled(whole: string, next: (below: number) => number): string;
