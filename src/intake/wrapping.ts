/** How the bytes of a file are wrapped, by its first bytes and never by its name. */
export type Wrapping = 'zip' | 'gzip' | 'tar';

/** Enough of the beginning to tell: a tar has its mark behind its first name. */
export const WRAPPING_BYTES = 512;

export function wrappingOf(head: Uint8Array): Wrapping | undefined {
  if (begins(head, [0x50, 0x4b, 3, 4]) || begins(head, [0x50, 0x4b, 5, 6])) return 'zip';
  if (begins(head, [0x1f, 0x8b])) return 'gzip';
  return TAR_MARKS.some((mark) => begins(head.subarray(257), mark)) ? 'tar' : undefined;
}

/** `ustar` as POSIX and as GNU write it. */
const TAR_MARKS = [
  [0x75, 0x73, 0x74, 0x61, 0x72, 0],
  [0x75, 0x73, 0x74, 0x61, 0x72, 0x20],
];

/** Forms that are not unpacked, by name, so that a person can be told. */
export function foreignWrappingOf(head: Uint8Array): string | undefined {
  return FOREIGN.find(([, mark]) => begins(head, mark))?.[0];
}

const FOREIGN: readonly (readonly [string, readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['cabinet', [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
];

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
