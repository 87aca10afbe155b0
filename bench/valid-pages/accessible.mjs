// What of PDF/UA-1 and the level A of PDF/A-3 a program can see, asked of the file as qpdf tells it: our own reading of the Matterhorn Protocol 1.1,
// whose numbers it gives, and no substitute for veraPDF. It shares nothing with the code that writes the files.
import { charactersOf, openPdf, operatorsOf, readTree } from './file.mjs';

/** Every condition that the file does not meet; nothing when all are met. */
export function accessibilitySays(file) {
  const said = new Set();
  const fail = (condition, what) => said.add(`${condition} ${what}`);
  const pdf = openPdf(file);
  judgeCatalogue(pdf, fail);
  const tree = readTree(pdf);
  for (const key of tree.twice) fail('01', `${key} belongs to two nodes`);
  judgeTree(tree, fail);
  judgePages(pdf, tree, fail);
  judgeFonts(pdf, fail);
  return [...said].map((text) => `accessible: ${text}`);
}

function judgeCatalogue(pdf, fail) {
  const { catalogue, dictionary, text } = pdf;
  const xmp = Buffer.from(pdf.stream(catalogue['/Metadata']), 'latin1').toString('utf8');
  if (xmp === '') fail('06-001', 'no metadata');
  if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) fail('06-002', 'the metadata does not claim PDF/UA-1');
  if (!/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</.test(xmp)) fail('PDF/A', 'level 3a is not claimed');
  if (!/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(xmp)) fail('06-003', 'the metadata has no title');
  if (dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle'] !== true)
    fail('07-001', 'the title is not shown');
  if (dictionary(catalogue['/MarkInfo'])['/Marked'] !== true) fail('06', 'not declared as tagged');
  if (dictionary(catalogue['/MarkInfo'])['/Suspects'] === true) fail('06', 'suspects');
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(text(catalogue['/Lang']) ?? '')) fail('11-006', 'no language');
  if (pdf.trailer['/Encrypt'] !== undefined) fail('26-001', 'encrypted');
  if (catalogue['/AcroForm'] !== undefined && !isForSignature(pdf, dictionary(catalogue['/AcroForm'])))
    fail('25', '/AcroForm in the catalogue');
  for (const key of ['/OpenAction', '/AA', '/OCProperties'])
    if (catalogue[key] !== undefined) fail('25', `${key} in the catalogue`);
  for (const key of ['/JavaScript', '/EmbeddedFiles'])
    if (dictionary(catalogue['/Names'])[key] !== undefined) fail('21', `${key} among the names`);
}

/** A form of nothing but signatures that are shown nowhere asks nobody to fill in anything. */
function isForSignature({ dictionary }, form) {
  const isUnseen = (field) => field['/FT'] === '/Sig' && field['/Rect']?.every((at) => at === 0);
  return (
    Object.keys(form).every((key) => key === '/Fields' || key === '/SigFlags') &&
    form['/Fields'].map(dictionary).every((field) => isUnseen(field) && !field['/A'] && !field['/AA'])
  );
}

const ROLES =
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula'.split(
    ' ',
  );
/** What may stand in what: ISO 32000-1, 14.8.4.3. */
const KIDS = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  TR: ['TH', 'TD'],
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
};
const PARENTS = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  LBody: ['LI'],
  TOCI: ['TOC'],
};

function judgeTree(tree, fail) {
  let last = 0;
  for (const node of tree.nodes) {
    const { role, kids, parent, data } = node;
    if (!ROLES.includes(role)) fail('02-001', `role ${role}`);
    const odd = kids.find((kid) => KIDS[role] && !KIDS[role].includes(kid.role));
    if (odd) fail('09-004', `${odd.role} in ${role}`);
    if (PARENTS[role] && !PARENTS[role].includes(parent?.role)) fail('09-004', `${role} in ${parent?.role}`);
    if (KIDS[role] && node.marks.length > 0) fail('09', `content right in ${role}`);
    if (role === 'Figure' && !/\S/.test(data['/Alt'] ?? data['/ActualText'] ?? ''))
      fail('13-004', 'figure without alternative');
    if (role === 'Table') judgeTable(node, tree, fail);
    const level = /^H([1-6])$/.exec(role);
    if (!level) continue;
    const [, depth] = level;
    if (Number(depth) > last + 1) fail('14-003', `H${depth} after H${last}`);
    last = Number(depth);
  }
}

function judgeTable(table, tree, fail) {
  const rows = table.kids.filter((kid) => kid.role === 'TR');
  if (rows.length === 0) fail('15', 'table without rows');
  const widths = new Set(
    rows.map((row) =>
      row.kids.reduce((sum, kid) => sum + (tree.attributes(kid).find((one) => one['/ColSpan'])?.['/ColSpan'] ?? 1), 0),
    ),
  );
  if (widths.size > 1) fail('15-005', `rows of ${[...widths].join(' and ')} cells in one table`);
  for (const head of rows.flatMap((row) => row.kids).filter((kid) => kid.role === 'TH'))
    if (!tree.attributes(head).some((one) => one['/Scope'] !== undefined)) fail('15-003', 'TH without scope');
}

function judgePages(pdf, tree, fail) {
  const { dictionary, list } = pdf;
  const numbers = list(dictionary(dictionary(pdf.catalogue['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  const owners = new Map(numbers.flatMap((value, at) => (at % 2 === 0 ? [[value, numbers[at + 1]]] : [])));
  for (const reference of pdf.pages) {
    const page = dictionary(reference);
    const seen = marksOf(pdf, reference, fail);
    for (const mcid of seen) {
      const node = tree.contents.get(`${reference}/${mcid}`);
      if (!node) fail('01-006', `content ${mcid} in no node`);
      else if (list(owners.get(page['/StructParents']))[mcid] !== node.reference)
        fail('01', 'the parent tree says otherwise');
    }
    const annotations = list(page['/Annots']);
    if (annotations.length > 0 && page['/Tabs'] !== '/S') fail('28-008', 'tabs do not follow the structure');
    for (const one of annotations) judgeAnnotation(dictionary(one), tree.annotations.get(one), owners, pdf, fail);
  }
}

function judgeAnnotation(annotation, node, owners, pdf, fail) {
  if (annotation['/Subtype'] !== '/Link') fail('25', `annotation ${annotation['/Subtype']}`);
  if (node?.role !== 'Link') fail('28-011', `a link in ${node?.role}`);
  if (owners.get(annotation['/StructParent']) !== node?.reference) fail('28-002', 'the parent tree says otherwise');
  if (!/\S/.test(pdf.text(annotation['/Contents']) ?? '')) fail('28-012', 'a link without words');
  if ((annotation['/F'] & 0b100110) !== 0b100) fail('PDF/A 6.3.2', 'an annotation that is hidden or not printed');
  const action = pdf.dictionary(annotation['/A'])['/S'];
  if (action !== undefined && action !== '/URI') fail('PDF/A 6.5.1', `action ${action}`);
}

const PAINTS = new Set('Tj TJ f S B Do sh'.split(' '));

/** The marked contents of a page; all that is painted must lie in one of them or be an artifact, and the two never in one another. */
function marksOf(pdf, page, fail) {
  const seen = [];
  const open = [];
  for (const { operator, operands } of operatorsOf(pdf, page)) {
    if (operator === 'BDC') seen.push(Number(operands[operands.indexOf('/MCID') + 1]));
    if (['BDC', 'BMC', 'BT'].includes(operator)) open.push(operator);
    if (operator === 'EMC' && !/^B[DM]C$/.test(open.pop())) fail('01', 'badly nested content');
    if (operator === 'ET' && open.pop() !== 'BT') fail('01', 'badly nested content');
    const marked = open.filter((one) => one !== 'BT').length;
    if (PAINTS.has(operator) && marked === 0) fail('01-005', `${operator} neither tagged nor an artifact`);
    if (marked > 1) fail('01-003', 'marked contents in one another');
  }
  if (open.length > 0) fail('01', 'content that never ends');
  if (new Set(seen).size !== seen.length) fail('01', 'one number for two marked contents');
  return seen;
}

function judgeFonts(pdf, fail) {
  const { dictionary, list } = pdf;
  for (const font of pdf.all.filter((object) => object?.['/Type'] === '/Font' && object['/Subtype'] === '/Type0')) {
    const [descendant] = list(font['/DescendantFonts']).map(dictionary);
    const descriptor = dictionary(descendant?.['/FontDescriptor']);
    if (['/FontFile', '/FontFile2', '/FontFile3'].every((key) => descriptor[key] === undefined))
      fail('31-009', 'font not embedded');
    if (font['/Encoding'] !== '/Identity-H') fail('31-006', `encoding ${font['/Encoding']}`);
    if (descendant?.['/Subtype'] === '/CIDFontType2' && descendant['/CIDToGIDMap'] === undefined)
      fail('31-005', 'no CIDToGIDMap');
    const map = pdf.stream(font['/ToUnicode']);
    if (map === '') fail('31-027', 'font without a map to characters');
    // U+FFFD stands for .notdef alone, which is never drawn: what is copied must be what was printed.
    const [notdef = '', ...drawn] = charactersOf(map);
    if (/[\0\ufffe\ufeff]/.test(notdef) || drawn.some((text) => text === '' || /[\0\ufffd\ufffe\ufeff]/.test(text)))
      fail('31-028', 'a glyph that stands for nothing');
  }
  for (const font of pdf.all.filter(
    (object) => object?.['/Type'] === '/Font' && /Type1$|TrueType$|Type3$/.test(object['/Subtype']),
  ))
    fail('31', `a font of type ${font['/Subtype']}`);
}
