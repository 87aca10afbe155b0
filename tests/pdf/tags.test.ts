import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/pdf/index.ts';
import { FONT_BYTES } from './fonts.ts';
import { runTool, toolsHere } from './kit.ts';
import { sampleDocument } from './sample.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Dictionary = { readonly [key: string]: Value };

const brand = { ...sampleDocument().brand, watermark: 'SAMPLE' };
const { bytes } = await renderPdf(sampleDocument({ brand }), { fonts: FONT_BYTES, mark: '9f86d081884c' });
const parsed = JSON.parse(
  runTool('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'PDF'], bytes).out,
) as {
  readonly qpdf: readonly [
    unknown,
    Readonly<Record<string, { value?: Value; stream?: { data: string; dict: Dictionary } }>>,
  ];
};
const [, objects] = parsed.qpdf;

function followed(value: Value | undefined): Value {
  if (typeof value === 'string' && /^\d+ 0 R$/.test(value)) return objects[`obj:${value}`]?.value ?? null;
  return value ?? null;
}
const dictionary = (value: Value | undefined): Dictionary => {
  const found = followed(value);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
};
const list = (value: Value | undefined): readonly Value[] => {
  const found = followed(value);
  return Array.isArray(found) ? found : found === null || value === undefined ? [] : [value];
};
const contentOf = (reference: Value | undefined): string =>
  Buffer.from(objects[`obj:${reference}`]?.stream?.data ?? '', 'base64').toString('latin1');
/** Of a page: several streams, drawn one after the other. */
const contentsOf = (page: Value): string => list(dictionary(page)['/Contents']).map(contentOf).join('\n');

const all = Object.values(objects).map((object) => dictionary(object.value));
const catalogue = all.find((object) => object['/Type'] === '/Catalog') ?? {};
const pages = list(dictionary(catalogue['/Pages'])['/Kids']);
const root = dictionary(catalogue['/StructTreeRoot']);

/** Content streams are short of surprises: strings first, then words. */
function operatorsOf(content: string): readonly string[] {
  return content.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, '()').split(/\s+/);
}

describe.runIf(toolsHere)('every piece of content', () => {
  it('is tagged or declared decoration, and properly nested in text objects', () => {
    for (const page of pages) {
      let depth = 0;
      const open: string[] = [];
      for (const operator of operatorsOf(contentsOf(page))) {
        if (operator === 'BDC' || operator === 'BMC' || operator === 'BT') open.push(operator);
        if (operator === 'EMC') expect(open.pop()).toMatch(/B[DM]C/);
        if (operator === 'ET') expect(open.pop()).toBe('BT');
        depth = open.filter((name) => name !== 'BT').length;
        expect(depth).toBeLessThanOrEqual(1);
        if (/^(Tj|TJ|f|S|B|Do)$|\)Tj$/.test(operator)) expect(depth).toBe(1);
        if (operator === 'Tj' || operator === 'TJ') expect(open).toContain('BT');
        if (/^(re|m|cm)$/.test(operator)) expect(open).not.toContain('BT');
      }
      expect(open).toEqual([]);
    }
  });

  it('belongs to one node of the structure, and the parent tree says which', () => {
    const numbers = list(dictionary(root['/ParentTree'])['/Nums']);
    const ownersOf = new Map<number, Value>();
    for (let at = 0; at < numbers.length; at += 2) ownersOf.set(Number(numbers[at]), numbers[at + 1] ?? null);
    const seen = new Set<string>();
    const visit = (reference: Value, parent: Value): void => {
      const node = dictionary(reference);
      expect(node['/P']).toBe(parent);
      for (const kid of list(node['/K'])) {
        const part = dictionary(kid);
        if (typeof kid === 'number' || part['/Type'] === '/MCR') {
          const pageReference = part['/Pg'] ?? node['/Pg'];
          const mcid = typeof kid === 'number' ? kid : Number(part['/MCID']);
          const page = dictionary(pageReference);
          expect(list(ownersOf.get(Number(page['/StructParents'])))[mcid]).toBe(reference);
          const key = `${pageReference}/${mcid}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        } else if (part['/Type'] === '/OBJR') {
          const annotation = dictionary(part['/Obj']);
          expect(ownersOf.get(Number(annotation['/StructParent']))).toBe(reference);
          expect(list(dictionary(part['/Pg'])['/Annots'])).toContain(part['/Obj']);
        } else visit(kid, reference);
      }
    };
    for (const kid of list(root['/K'])) visit(kid, catalogue['/StructTreeRoot'] ?? null);
    const marked = pages.flatMap((page) =>
      [...contentsOf(page).matchAll(/\/MCID (\d+)>>/g)].map(([, mcid]) => `${page}/${mcid}`),
    );
    expect(seen).toEqual(new Set(marked));
    expect(marked).toHaveLength(seen.size);
  });
});

describe.runIf(toolsHere)('running titles', () => {
  it('are written once where pages share them', () => {
    const titled = pages.map((page) => list(dictionary(page)['/Contents'])).filter(({ length }) => length > 1);
    expect(titled.length).toBeGreaterThan(3);
    expect(new Set(titled.map(([first]) => first)).size).toBe(1);
    expect(new Set(titled.map(([, own]) => contentOf(own))).size).toBe(titled.length);
  });
});

describe.runIf(toolsHere)('fonts', () => {
  it('are embedded, with a character for every glyph that is drawn', () => {
    const descriptors = all.filter((object) => object['/Type'] === '/FontDescriptor');
    expect(descriptors.length).toBeGreaterThan(3);
    for (const descriptor of descriptors) expect(descriptor['/FontFile2']).toMatch(/ 0 R$/);
    for (const font of all.filter((object) => object['/Subtype'] === '/Type0')) {
      const map = contentOf(font['/ToUnicode']);
      expect(map).toContain('beginbfrange');
      // The first is .notdef, which is never drawn.
      expect(map.replace('[<fffd>', '[')).not.toMatch(/<>|<fffd>|<feff>|<fffe>/);
      expect(map.split('beginbfrange')[1]).not.toMatch(/\[[^\]]*<0000>/);
    }
  });
});
