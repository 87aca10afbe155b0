import iconv from 'iconv-lite';
import { INTAKE_REASONS } from '../kernel/messages/intake.ts';
import { asBuffer, type Bytes } from './bytes.ts';
import type { Encoding } from './encoding.ts';
import { Unreadable } from './trouble.ts';

/** The file as UTF-8 without a BOM, whatever it was written in: everything behind this door knows one encoding. */
export async function* utf8Of(bytes: Bytes, encoding: Encoding): AsyncGenerator<Buffer> {
  const decode = encoding.name === 'utf-8' ? undefined : decoderOf(encoding.name);
  let skip = encoding.bomBytes;
  for await (const chunk of bytes.open()) {
    const rest = asBuffer(chunk).subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (rest.length > 0) yield decode ? Buffer.from(decode(rest), 'utf8') : rest;
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
