import type { Document } from '../../src/model/document.ts';

export function kindOf(seed: number): string;
/** A document by chance, and every value in it that must be read back. `rows` stands in for ten thousand. */
export function dataset(
  seed: number,
  options?: { readonly rows?: number },
): { readonly kind: string; readonly document: Document; readonly values: readonly string[] };
