import { describe, expect, it } from 'vitest';
import { openForm } from '../../src/questionnaire/index.ts';
import { WORDS } from './world.ts';

describe('a CSV form', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const filled = async (text: string, cells: readonly (readonly [row: number, column: number, words: string])[]) => {
    const opened = await openForm({ path: 'form.csv', bytes: bytes(text), allow: new Set(), words: WORDS });
    const writings = cells.map(([row, column, words]) => ({
      spot: { grid: 'CSV', row, column, ref: '' },
      entry: { kind: 'text', text: words } as const,
    }));
    const made = await opened.fill({ writings, allow: new Set() });
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.bytes), refused: made.refused.length };
  };

  it('is filled in its own dialect: its mark, its signs, its ends of lines, and every other character stay', async () => {
    const form = '\uFEFFNo;Question;Response\r\n1;"Is it ""so""; always?";\r\n2;Short\r\n';
    expect(
      (
        await filled(form, [
          [1, 2, 'Yes; mostly'],
          [2, 2, 'a "b"\nc'],
        ])
      ).text,
    ).toBe('\uFEFFNo;Question;Response\r\n1;"Is it ""so""; always?";"Yes; mostly"\r\n2;Short;"a ""b""\nc"\r\n');
  });

  it('holds no formula that was written as a text, and keeps what stands in it', async () => {
    const { text, refused } = await filled('Question,Answer\nA?,\nB?,No\n', [
      [1, 1, '=1+1'],
      [2, 1, 'Yes'],
    ]);
    expect([text, refused]).toEqual(["Question,Answer\nA?,'=1+1\nB?,No\n", 1]);
  });

  it('in another encoding than UTF-8 is refused with what to do', async () => {
    const latin = Uint8Array.of(0x51, 0x2c, 0xe4, 0x0a);
    await expect(openForm({ path: 'form.csv', bytes: latin, allow: new Set(), words: WORDS })).rejects.toMatchObject({
      message: expect.stringContaining('save it as "CSV UTF-8"'),
    });
  });
});
