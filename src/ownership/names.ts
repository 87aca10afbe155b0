/** As people are compared: without accents, case and the comma of "Cole, Dana"; never by parts of a name. */
export function nameKey(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((part) => part.trim());
  const inOrder = first === undefined || more.length > 0 ? name : `${first} ${last}`;
  const plain = inOrder.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}@]+/gu, ' ').trim();
}

/** Also when one is the beginning of the other, word by word: registers write "Cobalt Bay" for "Cobalt Bay Managed IT". */
export function meansSame(one: string, other: string): boolean {
  const [short, long] = [nameKey(one), nameKey(other)].sort((a, b) => a.length - b.length);
  return short !== undefined && short !== '' && `${long} `.startsWith(`${short} `);
}
