export function randomFrom(seed: number): () => number;
export function mutate(bytes: Buffer, other: Buffer, random: () => number): { readonly kind: string; readonly bytes: Buffer };
