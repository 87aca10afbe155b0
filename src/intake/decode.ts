import iconv from 'iconv-lite';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { asBuffer, type Bytes } from './bytes.ts';
import type { Encoding } from './encoding.ts';
import { Unreadable } from './trouble.ts';

/** What is handed over at once: an exhibit in memory may come as one piece of any size. */
const PIECE_BYTES = 1_048_576;

/** The file as UTF-8 without a BOM, whatever it was written in: everything behind this door knows one encoding. */
export async function* utf8Of(bytes: Bytes, encoding: Encoding): AsyncGenerator<Buffer> {
  const decode = encoding.name === 'utf-8' ? undefined : decoderOf(encoding.name);
  let skip = encoding.bomBytes;
  for await (const chunk of bytes.open()) {
    for (let at = skip; at < chunk.length; at += PIECE_BYTES) {
      const piece = asBuffer(chunk).subarray(at, at + PIECE_BYTES);
      yield decode ? Buffer.from(decode(piece), 'utf8') : piece;
    }
    skip = Math.max(0, skip - chunk.length);
  }
  if (decode) yield Buffer.from(decode(undefined), 'utf8');
}

function decoderOf(name: string): (chunk: Buffer | undefined) => string {
  if (name === 'cp850') {
    const decoder = iconv.getDecoder('cp850');
    return (chunk) => (chunk ? decoder.write(chunk) : (decoder.end() ?? ''));
  }
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  return (chunk) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (error) {
      throw new Unreadable(INTAKE_REASONS.badCharacters(name), { cause: error });
    }
  };
}
