/** The binary form of SSH (RFC 4251, section 5): lengths of four bytes before each string. */

export function sshNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function sshString(content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([sshNumber(bytes.length), bytes]);
}

export interface WireReader {
  number(): number | undefined;
  string(): Buffer | undefined;
  /** As many bytes as they stand there. */
  take(length: number): Buffer | undefined;
  rest(): Buffer;
}

/** Answers undefined wherever the bytes end too early; nothing is ever read beyond them. */
export function readWire(bytes: Uint8Array): WireReader {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number) => {
    if (at + length > buffer.length) return undefined;
    at += length;
    return buffer.subarray(at - length, at);
  };
  const number = () => take(4)?.readUInt32BE();
  return {
    take,
    number,
    string: () => {
      const length = number();
      return length === undefined ? undefined : take(length);
    },
    rest: () => buffer.subarray(at),
  };
}

/** Base64 between two lines, as OpenSSH breaks it: 70 signs a line. */
export function armour(label: string, bytes: Uint8Array): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{1,70}/g, (line) => `${line}\n`);
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`;
}

export function unarmoured(label: string, text: string): Buffer | undefined {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  if (lines.shift() !== `-----BEGIN ${label}-----` || lines.pop() !== `-----END ${label}-----`) return undefined;
  const body = lines.join('');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? Buffer.from(body, 'base64') : undefined;
}
