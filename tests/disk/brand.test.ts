import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withBrandFile } from '../../src/disk/brand.ts';
import { readBrandFonts, readLogo } from '../../src/disk/index.ts';
import { readSvg } from '../../src/disk/svg/index.ts';
import { pathSteps } from '../../src/disk/svg/path.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { FONT_BYTES } from '../pdf/fonts.ts';
import { folderWith } from './world.ts';

const engagement = (brand: Engagement['brand']) =>
  Engagement.parse({
    client: { name: 'Lakeside' },
    period: { from: '2025-10-01', to: '2026-09-30' },
    asOf: '2026-10-15',
    frameworks: ['demo'],
    operatingModel: 'co-managed',
    brand,
  });

const BRAND_YML = `meta: { name: { short: Northlake, full: Northlake IT GmbH }, link: https://northlake.example }
logo:
  images: { wide: logos/wide.svg, dark: logos/dark.png }
  small: logos/icon.png
  large: { light: wide, dark: dark }
color: { palette: { lake: "#0B5FA5", red: "#FF0000" }, primary: lake, danger: red }
typography: { base: { family: Inter } }
defaults: { quarto: { format: html }, proofpack: { footer: Northlake · Chicago, watermark: DRAFT } }
`;

describe('the brand of a provider', () => {
  it('goes for each of its clients, and what a client says itself goes before it', async () => {
    const folder = folderWith({ 'northlake/_brand.yml': BRAND_YML, 'client/engagement.yaml': '' });
    const client = join(folder, 'client');
    const { brand } = await withBrandFile(
      client,
      engagement({ from: '..\\northlake\\_brand.yml', footer: 'Ours', whiteLabel: true }),
    );
    expect(brand).toEqual({
      from: '../northlake/_brand.yml',
      organisation: 'Northlake IT GmbH',
      logo: '../northlake/logos/wide.svg',
      colour: '#0B5FA5',
      footer: 'Ours',
      watermark: 'DRAFT',
      whiteLabel: true,
    });
  });

  it.each([
    ['logo: a.png', 'a.png'],
    ['logo: { medium: { path: b.png, alt: B } }', 'b.png'],
    ['logo: { images: { m: { path: c.png } }, small: m }', 'c.png'],
    ['logo: { large: { dark: d.png } }', 'd.png'],
    ['meta: { name: X }', undefined],
  ])('finds the logo of %s', async (text, logo) => {
    const { brand } = await withBrandFile(folderWith({ 'brand.yml': text }), engagement({ from: 'brand.yml' }));
    expect(brand.logo).toBe(logo);
  });

  it.each([
    ['logo: https://northlake.example/logo.png', 'the logo is on the network: https://northlake.example/logo.png'],
    ['defaults: { proofpack: { watermrak: DRAFT } }', 'unknown key "watermrak"'],
    ['meta: [', 'brand.yml:1'],
  ])('says what is wrong with %s', async (text, says) => {
    const read = withBrandFile(folderWith({ 'brand.yml': text }), engagement({ from: 'brand.yml' }));
    await expect(read).rejects.toMatchObject({ code: 'brand-file-wrong', message: expect.stringContaining(says) });
  });

  it('says when there is none', async () => {
    const read = withBrandFile(folderWith({}), engagement({ from: 'brand.yml' }));
    await expect(read).rejects.toMatchObject({ code: 'brand-file-wrong' });
  });
});

describe('a logo', () => {
  const logoOf = (text: string | Uint8Array) => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'logo.bin'), text);
    return readLogo(folder, engagement({ logo: 'logo.bin' }));
  };

  it('is known by its content, and never by its name', async () => {
    expect(await logoOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toMatchObject({ format: 'png' });
    expect(await logoOf(Uint8Array.of(0xff, 0xd8, 0xff))).toMatchObject({ format: 'jpeg' });
    expect(await logoOf('<?xml version="1.0"?><svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')).toMatchObject({
      format: 'svg',
    });
    await expect(logoOf('GIF89a')).rejects.toMatchObject({ code: 'logo-unknown-format' });
    await expect(logoOf('<svg viewBox="0 0 9 9"><text>Hi</text></svg>')).rejects.toMatchObject({
      code: 'logo-not-drawn',
    });
  });

  it('as SVG is its shapes and nothing else', () => {
    const drawn =
      readSvg(`<svg viewBox="10 20 100 50" onload="alert(1)"><script>alert(2)</script><defs><linearGradient id="g"/></defs>
      <title>T</title><g transform="translate(10 20) scale(2)" fill="#0B5FA5" opacity=".5"><rect width="10" height="5" onclick="x()"/></g>
      <path d="M10 20l5 0" style="fill:none;stroke:red;stroke-width:3" fill-rule="evenodd"/></svg>`);
    expect(drawn).toEqual({
      format: 'svg',
      width: 100,
      height: 50,
      shapes: [
        {
          steps: [['M', 0, 0], ['L', 20, 0], ['L', 20, 10], ['L', 0, 10], ['Z']],
          fill: [133, 175, 210],
          weight: 2,
          evenOdd: false,
        },
        {
          steps: [
            ['M', 0, 0],
            ['L', 5, 0],
          ],
          stroke: [255, 0, 0],
          weight: 3,
          evenOdd: true,
        },
      ],
    });
    expect(JSON.stringify(drawn)).not.toMatch(/alert|script|onclick/);
  });

  it.each([
    ['<svg viewBox="0 0 9 9"><text>Hi</text></svg>', 'it holds <text>'],
    ['<svg viewBox="0 0 9 9"><image href="file:///etc/passwd"/></svg>', 'it holds <image>'],
    ['<svg viewBox="0 0 9 9"><use href="#a"/></svg>', 'it holds <use>'],
    ['<svg viewBox="0 0 9 9"><style>.a{}</style></svg>', 'it holds <style>'],
    ['<svg viewBox="0 0 9 9"><path class="a" d="M0 0h9v9z"/></svg>', 'it is coloured by a style sheet ("class")'],
    ['<svg viewBox="0 0 9 9"><path fill="url(#g)" d="M0 0h9v9z"/></svg>', 'it is coloured by "url(#g)"'],
    ['<svg viewBox="0 0 9 9"><path mask="url(#m)" d="M0 0h9v9z"/></svg>', 'it uses "mask"'],
    ['<svg viewBox="0 0 9 9"><path d="M0 0h9 oops"/></svg>', 'a <path> of it cannot be read'],
    ['<svg viewBox="0 0 9 9"><g transform="wobble(3)"/></svg>', 'it is moved by "wobble(3)"'],
    ['<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg viewBox="0 0 9 9"><title>&a;</title></svg>', 'it is no well-formed XML'],
    ['<svg><path d="M0 0h9v9z"/></svg>', 'it says neither viewBox nor width and height'],
    ['<svg viewBox="0 0 9 9"></svg>', 'it draws nothing'],
    ['<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"', 'it is no well-formed XML'],
  ])('%s is refused: %s', (text, why) => {
    expect(readSvg(text)).toBe(why);
  });

  it('has arcs, quadratic and mirrored curves as cubic ones', () => {
    const steps = pathSteps('M0 0a5 5 0 01 10 0q5 5 10 0t10 0s5 5 5 10')?.map(([command, ...numbers]) => [
      command,
      ...numbers.map((number) => Math.round(number * 100) / 100),
    ]);
    expect(steps).toEqual([
      ['M', 0, 0],
      ['C', 0, -2.76, 2.24, -5, 5, -5],
      ['C', 7.76, -5, 10, -2.76, 10, 0],
      ['C', 13.33, 3.33, 16.67, 3.33, 20, 0],
      ['C', 23.33, -3.33, 26.67, -3.33, 30, 0],
      ['C', 30, 0, 35, 5, 35, 10],
    ]);
    expect(pathSteps('M1.5.5-1-2')).toEqual([
      ['M', 1.5, 0.5],
      ['L', -1, -2],
    ]);
  });
});

describe('fonts of a brand', () => {
  const yml = (more = '') => `typography:
  fonts:
    - { family: Inter, source: file, files: [{ path: f/Inter-Bold.ttf, weight: 700 }, { path: f/Inter.ttf, weight: 400 }, { path: f/Inter-It.ttf, style: italic }] }
    - { family: Noto JP, source: file, files: [f/noto.ttf] }
    - { family: Web, source: google }
${more}`;
  /** As much of a font as says whether it may be embedded. */
  const font = (fsType: number): Buffer => {
    const bytes = Buffer.alloc(60);
    bytes.writeUInt32BE(0x00010000, 0);
    bytes.writeUInt16BE(1, 4);
    bytes.write('OS/2', 12, 'latin1');
    bytes.writeUInt32BE(28, 20);
    bytes.writeUInt16BE(fsType, 36);
    return bytes;
  };
  const OURS = FONT_BYTES;

  it('are those of its files: one family for text, the others behind it', async () => {
    const folder = folderWith({ 'brand/_brand.yml': yml('  base: Inter'), 'client/engagement.yaml': '' });
    const { brand } = await withBrandFile(join(folder, 'client'), engagement({ from: '../brand/_brand.yml' }));
    expect(brand.fonts).toEqual({
      text: { regular: '../brand/f/Inter.ttf', bold: '../brand/f/Inter-Bold.ttf', italic: '../brand/f/Inter-It.ttf' },
      further: [{ regular: '../brand/f/noto.ttf' }],
    });
    const plain = folderWith({ 'brand/_brand.yml': yml(), 'client/engagement.yaml': '' });
    const other = await withBrandFile(join(plain, 'client'), engagement({ from: '../brand/_brand.yml' }));
    expect(other.brand.fonts).not.toHaveProperty('text');
    expect(other.brand.fonts?.further).toHaveLength(2);
  });

  it('stand where ours stood, and ours behind them', async () => {
    const folder = folderWith({});
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.ttf`), font(8));
    const read = await readBrandFonts(
      folder,
      { text: { regular: 'a.ttf', bold: 'b.ttf' }, further: [{ regular: 'c.ttf' }] },
      OURS,
    );
    expect(Object.keys(read).sort()).toEqual([
      'bold',
      'further1',
      'further2',
      'further3',
      'further4',
      'italic',
      'regular',
      'semibold',
    ]);
    expect(read.further1).toBe(OURS.regular);
    expect(read.further2).toBe(OURS.semibold);
    expect(await readBrandFonts(folder, undefined, OURS)).toEqual({});
  });

  it.each([
    [2, 'restricted'],
    [0x0100, 'subsetting'],
    [0x0200, 'bitmap'],
  ])('are refused where fsType %s forbids it', async (fsType, word) => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'a.ttf'), font(fsType));
    await expect(readBrandFonts(folder, { text: { regular: 'a.ttf' } }, OURS)).rejects.toMatchObject({
      code: 'brand-font-refused',
      message: expect.stringContaining(word),
    });
  });

  it('may be embedded where the least of several restrictions lets them be', async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'a.ttf'), font(2 | 4));
    expect(await readBrandFonts(folder, { further: [{ regular: 'a.ttf' }] }, OURS)).toHaveProperty('further1');
  });

  it('that are missing, no fonts, or too many are told', async () => {
    const folder = folderWith({ 'a.ttf': 'no font at all, but long enough to be looked at', 'b.ttf': '' });
    const refused = (further: readonly string[]) =>
      readBrandFonts(folder, { further: further.map((regular) => ({ regular })) }, OURS);
    await expect(refused(['none.ttf'])).rejects.toThrow('is not there');
    await expect(refused(['a.ttf'])).rejects.toThrow('is no TrueType or OpenType font');
    await expect(refused(['b.ttf'])).rejects.toThrow('is no TrueType or OpenType font');
    writeFileSync(join(folder, 'c.ttf'), font(0));
    const text = { regular: 'c.ttf' };
    await expect(readBrandFonts(folder, { text, further: [text, text] }, OURS)).rejects.toMatchObject({
      code: 'brand-fonts-many',
    });
  });
});
