/** A comment of a cell's full length, several times over. */
const LARGEST = 512 * 1024;

/** The fields of a form, each once; null when it is none, or more than a decision can be. */
export async function fieldsOf(request: Request): Promise<ReadonlyMap<string, string> | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return null;
  const text = await textOf(request);
  if (text === null) return null;
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text))
    if (!fields.has(name)) fields.set(name, value.replace(/\r\n?/g, '\n'));
  return fields;
}

/** Read in pieces: the length that a sender states may be wrong. */
async function textOf({ body }: Request): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > LARGEST) return null;
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
