import type { WrittenFile } from '../kernel/zip-writing.ts';

const BLOCK = 512;
const NAME_BYTES = 100;

/** A tar in the form of POSIX.1-2017 (ustar, with a pax header for a long name): nobody owns its files, and everybody may read them. */
export function writtenTar(files: readonly WrittenFile[]): Buffer {
  const parts = files.flatMap(({ name, modified, content }) => [
    ...(Buffer.byteLength(name) > NAME_BYTES
      ? entryOf({ name: 'path', type: 'x', modified, content: paxPath(name) })
      : []),
    ...entryOf({ name, type: '0', modified, content }),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

function entryOf({ name, type, modified, content }: WrittenFile & { readonly type: string }): readonly Uint8Array[] {
  const head = Buffer.alloc(BLOCK);
  const path = Buffer.from(name, 'utf8');
  // The name in full stands in the header before; a part of it that ends inside of a sign would be no text.
  if (path.length <= NAME_BYTES) path.copy(head);
  else head.write('long-name');
  head.write('0000644\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(octal(content.length), 124);
  head.write(octal(modified), 136);
  head.write(' '.repeat(8), 148);
  head.write(type, 156);
  head.write('ustar\u000000', 257);
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return [head, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
}

function octal(value: number): string {
  return `${value.toString(8).padStart(11, '0')}\0`;
}

/** `length path=name\n`, whose length counts its own digits, too. */
function paxPath(name: string): Buffer {
  const record = ` path=${name}\n`;
  const bytes = Buffer.byteLength(record);
  const digits = String(bytes + String(bytes).length).length;
  return Buffer.from(`${bytes + digits}${record}`);
}
