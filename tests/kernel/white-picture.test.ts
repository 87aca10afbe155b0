import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isWhiteOnNothing } from '../../src/kernel/white-picture.ts';

/** A PNG of 8 bits a channel: each row begins with the filter that it was packed by. The sums that end chunks are not looked at. */
function png(colours: number, width: number, rows: readonly (readonly number[])[]): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(rows.length, 4);
  head.set([8, colours, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const [WHITE, INK, NOTHING] = [
  [255, 255, 255, 255],
  [18, 22, 29, 255],
  [0, 0, 0, 0],
];

describe('a logo that white paper would swallow', () => {
  it.each([
    [
      'white on nothing',
      png(6, 2, [
        [0, ...WHITE, ...NOTHING],
        [0, ...NOTHING, ...WHITE],
      ]),
      true,
    ],
    [
      'ink on nothing',
      png(6, 2, [
        [0, ...INK, ...NOTHING],
        [0, ...NOTHING, ...INK],
      ]),
      false,
    ],
    ['ink with a little white in it', png(6, 3, [[0, ...INK, ...WHITE, ...INK]]), false],
    ['white told by the pixel at its left', png(6, 2, [[1, ...WHITE, 0, 0, 0, 0]]), true],
    [
      'white told by the row above',
      png(6, 1, [
        [0, ...INK],
        [2, 237, 233, 226, 0],
        [2, 0, 0, 0, 0],
      ]),
      true,
    ],
    [
      'white told by the mean of both',
      png(6, 1, [
        [0, ...INK],
        [3, 246, 244, 241, 128],
        [3, 128, 128, 128, 128],
      ]),
      true,
    ],
    [
      'white told by the nearest of three',
      png(6, 1, [
        [0, ...INK],
        [4, 237, 233, 226, 0],
        [4, 0, 0, 0, 0],
      ]),
      true,
    ],
    ['pale grey on nothing', png(4, 2, [[0, 240, 255, 0, 0]]), true],
    ['white that brings its ground', png(2, 1, [[0, 255, 255, 255]]), false],
    ['nothing at all', png(6, 1, [[0, ...NOTHING]]), false],
    ['no picture', new Uint8Array([1, 2, 3]), false],
    ['a picture cut short', png(6, 2, [[0, ...WHITE]]), false],
  ])('%s: %#', (_what, bytes, white) => {
    expect(isWhiteOnNothing(bytes)).toBe(white);
  });
});
