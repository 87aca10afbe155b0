// A PDF as qpdf tells it: objects by number, and the text of each marked content by the maps that the file's own fonts bring.
import { execFileSync } from 'node:child_process';

export function openPdf(file) {
  const asked = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file];
  const [, objects] = JSON.parse(execFileSync('qpdf', asked, { maxBuffer: 1 << 30 }).toString('utf8')).qpdf;
  const found = (value) => {
    if (typeof value !== 'string' || !/^\d+ 0 R$/.test(value)) return value;
    const object = objects[`obj:${value}`];
    return object?.value ?? object?.stream?.dict;
  };
  const dictionary = (value) => {
    const object = found(value);
    return typeof object === 'object' && object !== null && !Array.isArray(object) ? object : {};
  };
  const list = (value) => {
    const object = found(value);
    return Array.isArray(object) ? object : object === undefined || object === null ? [] : [value];
  };
  const leaves = (reference) => {
    const node = dictionary(reference);
    return node['/Type'] === '/Pages' ? list(node['/Kids']).flatMap(leaves) : [reference];
  };
  const catalogue = found(objects.trailer.value['/Root']);
  return {
    dictionary,
    list,
    catalogue,
    trailer: objects.trailer.value,
    pages: leaves(catalogue['/Pages']),
    all: Object.values(objects).map((object) => object.value ?? object.stream?.dict),
    text: (value) => (typeof found(value) === 'string' ? found(value).replace(/^[ub]:/, '') : undefined),
    stream: (reference) => Buffer.from(objects[`obj:${reference}`]?.stream?.data ?? '', 'base64').toString('latin1'),
  };
}

/** The structure as nodes in their order of reading, each with its parent; which marked contents and annotations belong to which. */
export function readTree(pdf) {
  const { dictionary, list } = pdf;
  const nodes = [];
  const contents = new Map();
  const annotations = new Map();
  const twice = [];
  const visit = (reference, parent) => {
    const data = dictionary(reference);
    const node = { role: data['/S']?.slice(1) ?? '', data, parent, kids: [], marks: [], reference };
    nodes.push(node);
    for (const kid of list(data['/K'])) {
      const part = dictionary(kid);
      if (typeof kid === 'number' || part['/Type'] === '/MCR') {
        const key = `${part['/Pg'] ?? data['/Pg']}/${typeof kid === 'number' ? kid : part['/MCID']}`;
        if (contents.has(key)) twice.push(key);
        contents.set(key, node);
        node.marks.push(key);
      } else if (part['/Type'] === '/OBJR') annotations.set(part['/Obj'], node);
      else node.kids.push(visit(kid, node));
    }
    return node;
  };
  for (const kid of list(dictionary(pdf.catalogue['/StructTreeRoot'])['/K'])) visit(kid, undefined);
  return { nodes, contents, annotations, twice, attributes: (node) => list(node.data['/A']).map(dictionary) };
}

const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|\/[^\s[\]()<>/]+|[[\]]|[^\s[\]()<>/]+/g;

/** The operators of a page in order, each with its operands. Strings keep their brackets; arrays come as their parts. */
export function* operatorsOf(pdf, page) {
  let operands = [];
  const content = pdf.list(pdf.dictionary(page)['/Contents']).map(pdf.stream).join('\n');
  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[A-Za-z'"][A-Za-z0-9*]*$/.test(token)) {
      yield { operator: token, operands };
      operands = [];
    } else operands.push(token);
  }
}

/** The text of every marked content of the file, by `page/MCID`; what is an artifact is left out, as a screen reader does. */
export function readContents(pdf) {
  const texts = new Map();
  const maps = new Map();
  for (const page of pdf.pages) {
    const fonts = pdf.dictionary(pdf.dictionary(pdf.dictionary(page)['/Resources'])['/Font']);
    let open;
    let characters = [];
    for (const { operator, operands } of operatorsOf(pdf, page)) {
      if (operator === 'BDC') open = `${page}/${operands[operands.indexOf('/MCID') + 1]}`;
      else if (operator === 'BMC' || operator === 'EMC') open = undefined;
      else if (operator === 'Tf') {
        const reference = fonts[operands[0]];
        if (!maps.has(reference))
          maps.set(reference, charactersOf(pdf.stream(pdf.dictionary(reference)['/ToUnicode'])));
        characters = maps.get(reference);
      } else if (open !== undefined && (operator === 'Tj' || operator === 'TJ'))
        texts.set(open, `${texts.get(open) ?? ''}${operands.map((operand) => decoded(operand, characters)).join('')}`);
    }
  }
  return texts;
}

function decoded(operand, characters) {
  if (!operand.startsWith('(')) return '';
  const bytes = operand.slice(1, -1).replace(/\\([\s\S])/g, (_, sign) => (sign === 'r' ? '\r' : sign));
  let text = '';
  for (let at = 0; at < bytes.length; at += 2)
    text += characters[bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)] ?? '\ufffd';
  return text;
}

/** Of the ranges that begin with a code and list a text for each code that follows. */
export function charactersOf(map) {
  const characters = [];
  for (const [, begin, list] of map.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi))
    for (const [offset, [, digits]] of [...list.matchAll(/<([^>]*)>/g)].entries())
      characters[Number.parseInt(begin, 16) + offset] = Buffer.from(digits.replace(/\s/g, ''), 'hex')
        .swap16()
        .toString('utf16le');
  return characters;
}
