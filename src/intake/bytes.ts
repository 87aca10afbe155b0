/** Something that can be read from its beginning as often as needed. */
export interface Bytes {
  readonly open: () => AsyncIterable<Uint8Array>;
}

export function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** The beginning of it, and whether that is all of it. */
export async function headOf(bytes: Bytes, most: number): Promise<{ head: Buffer; whole: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes.open()) {
    chunks.push(asBuffer(chunk));
    length += chunk.length;
    if (length > most) return { head: Buffer.concat(chunks).subarray(0, most), whole: false };
  }
  return { head: Buffer.concat(chunks), whole: true };
}

/** All of it, or undefined when it is more than `most`. */
export async function allOf(bytes: Bytes, most: number): Promise<Buffer | undefined> {
  const { head, whole } = await headOf(bytes, most);
  return whole ? head : undefined;
}
