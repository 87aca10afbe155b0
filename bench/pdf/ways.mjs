// One table in several ways, each run alone in a process of its own by bench/pdf.mjs: what it makes, and what of the process counts.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { FONTS, fontBytes, fontPath } from '../valid-pages/fonts.mjs';

const WORDS = 'backup restore verified server workstation policy exception patched failed offline endpoint'.split(' ');

const two = (value) => String(value).padStart(2, '0');
const KINDS = [
  (row) => String(row + 1),
  (row) => `LFD-WS-${10_000 + ((row * 7919) % 89_999)}`,
  (row) => `2026-${two((row % 12) + 1)}-${two((row % 28) + 1)} ${two(row % 24)}:${two((row * 7) % 60)}`,
  (row) => `KB50${10_000 + ((row * 104_729) % 89_999)}`,
  (row) => `${WORDS[row % 11]} ${WORDS[(row * 3) % 11]}`,
  (row) => ((row * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0'),
  (row) => `user${(row * 31) % 9973}`,
  (row) => `${WORDS[(row * 5) % 11]} ${(row * 13) % 4099}`,
];

/** As in evidence: names, numbers and dates of which hardly two are alike. */
function rowOf(row, columns) {
  const cell = (column) => KINDS[column % KINDS.length]?.(row + Math.floor(column / KINDS.length) * 4099);
  return Array.from({ length: columns }, (_, column) => cell(column));
}

export function valuesOf({ rows, columns }) {
  return Array.from({ length: rows }, (_, row) => rowOf(row, columns));
}

/** What our theme gives such a table on a letter sheet laid across; everybody is asked for the same, or as near as can be told. */
const LEFT = 44;
const WIDTH = 704;
const [TOP, BOTTOM] = [60, 562];
const sizesOf = (columns) =>
  columns > 12 ? { size: 7.7, leading: 9.7, pad: 1.9 } : { size: 8.8, leading: 11.9, pad: 3.9 };
const besideOf = (columns) => Math.min(5, (WIDTH / columns) * 0.12);

/** `make` says how large the outcome is; `measured`, where there is one, stands for the process. */
export const WAYS = {
  ours: { title: 'ours, tagged, PDF/A-3a and PDF/UA-1', make: async (size) => countOf(await ours(size)) },
  warm: { title: 'ours, the same again in one process', make: warm },
  streamed: { title: 'ours, rows made while they are laid, file handed out', make: streamed },
  text: { title: 'pdfkit text() a cell with titles and page numbers, no tags', make: (size) => pdfkitText(size, true) },
  bare: { title: 'pdfkit text() a cell, cells alone, no tags', make: (size) => pdfkitText(size, false) },
  table: { title: 'pdfkit table(), no tags', make: pdfkitTable },
  pdfmake: { title: 'pdfmake table, no tags', make: pdfmake },
};

async function ours(size) {
  const { renderPdf } = await import('../../dist/pdf/index.js');
  return await renderPdf(documentOf(size, valuesOf(size).map(cellsOf)), asked());
}

const cellsOf = (row) => row.map((text) => ({ content: [{ text }] }));

const documentOf = ({ columns }, rows) => ({
  id: 'bench',
  fileName: 'bench',
  title: 'Bench',
  subject: '',
  author: '',
  language: 'en',
  orientation: 'landscape',
  paper: 'letter',
  density: 'normal',
  running: { left: 'Bench', right: '', footer: '' },
  brand: { organisation: 'Bench', colour: '#0B5FA5' },
  madeOn: '2026-10-15',
  blocks: [
    {
      type: 'table',
      columns: Array.from({ length: columns }, (_, index) => ({ title: `Column ${index + 1}` })),
      rows,
      empty: '',
      ...(columns > 12 ? { size: 'small' } : {}),
    },
  ],
});

function asked() {
  OPENED.fonts ??= Object.fromEntries(Object.keys(FONTS).map((name) => [name, fontBytes(name)]));
  return { fonts: OPENED.fonts, mark: 'bench' };
}

/** Bytes of fonts, which a process reads once. */
const OPENED = {};

/** Rows that are made while they are laid, and a file of which no piece is kept. */
async function streamed(size) {
  const { writePdf } = await import('../../dist/pdf/index.js');
  const rows = {
    length: size.rows,
    *[Symbol.iterator]() {
      for (let row = 0; row < size.rows; row += 1) yield cellsOf(rowOf(row, size.columns));
    },
  };
  let bytes = 0;
  const write = (piece) => {
    bytes += piece.length;
  };
  const { pages } = await writePdf(documentOf(size, rows), { ...asked(), write });
  return { bytes, pages };
}

const countOf = ({ bytes, pages }) => ({ bytes: bytes.length, pages });

/** The document is there, and made again and again; each time zlib, level 6, deflates the streams of the file again: what no way of writing it can do without. */
async function warm(size) {
  const { renderPdf } = await import('../../dist/pdf/index.js');
  const document = documentOf(size, valuesOf(size).map(cellsOf));
  const spent = [];
  let made = await renderPdf(document, asked());
  const streams = streamsOf(Buffer.from(made.bytes));
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    const before = process.cpuUsage();
    made = await renderPdf(document, asked());
    const cpu = cpuSince(before);
    const then = process.cpuUsage();
    const deflated = streams.reduce((sum, stream) => sum + deflateSync(stream).length, 0);
    spent.push({ cpu, zlib: cpuSince(then), deflated });
  }
  const middle = (of) =>
    spent
      .slice(2)
      .map(of)
      .sort((a, b) => a - b)[Math.floor((WARM_ROUNDS - 2) / 2)];
  const [cpu, zlib] = [middle((round) => round.cpu), middle((round) => round.zlib)];
  return { cpu, ...countOf(made), limit: { cpu: zlib, bytes: spent[0].deflated, pages: made.pages } };
}

/** The first two of them warm up. */
const WARM_ROUNDS = 9;

function streamsOf(file) {
  const streams = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    try {
      streams.push(inflateSync(file.subarray(at + 7, file.indexOf('endstream', at))));
    } catch {} // Metadata, which PDF/A wants as it is.
  }
  return streams;
}

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function pdfkit(draw, more = {}) {
  const { default: PDFDocument } = await import('pdfkit');
  const margins = { left: LEFT, right: LEFT, top: TOP, bottom: 612 - BOTTOM };
  const pdf = new PDFDocument({ size: 'letter', layout: 'landscape', margins, font: fontPath('regular'), ...more });
  let bytes = 0;
  let pages = 1;
  pdf.on('data', (chunk) => {
    bytes += chunk.length;
  });
  pdf.on('pageAdded', () => {
    pages += 1;
  });
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await ended;
  return { bytes, pages };
}

/** Rows as high as their highest cell, under a head on every page; with titles, pages must wait until it is known how many there are. */
function pdfkitText({ rows, columns }, titled) {
  return pdfkit(
    (pdf) => {
      const { size, leading, pad } = sizesOf(columns);
      const beside = besideOf(columns);
      const width = WIDTH / columns;
      const head = Array.from({ length: columns }, (_, index) => `Column ${index + 1}`);
      pdf.fontSize(size).lineGap(leading - pdf.currentLineHeight());
      const draw = (row, y) => {
        let bottom = y;
        for (const [column, text] of row.entries()) {
          pdf.text(text, LEFT + column * width + beside, y + pad, { width: width - 2 * beside });
          bottom = Math.max(bottom, pdf.y);
        }
        const end = bottom + pad;
        pdf
          .moveTo(LEFT, end)
          .lineTo(LEFT + WIDTH, end)
          .lineWidth(0.5)
          .stroke('#d6dbe2');
        return end;
      };
      let y = draw(head, TOP);
      for (const row of valuesOf({ rows, columns })) {
        if (y > BOTTOM - 2 * leading) {
          pdf.addPage();
          y = draw(head, TOP);
        }
        y = draw(row, y);
      }
      if (titled) writeTitles(pdf);
    },
    { bufferPages: titled },
  );
}

function writeTitles(pdf) {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, pdfkit would begin a page for it.
    pdf.page.margins.bottom = 0;
    pdf.text('Bench', LEFT, 32, { lineBreak: false });
    pdf.text(`Page ${page + 1} of ${count}`, LEFT, 576, { width: WIDTH, align: 'right', lineBreak: false });
  }
}

/** The font goes in by its path: registered by name, pdfkit would read and parse it again for every cell. */
function pdfkitTable({ rows, columns }) {
  return pdfkit((pdf) => {
    const { size, leading, pad } = sizesOf(columns);
    pdf.font(fontPath('regular')).fontSize(size);
    pdf.lineGap(leading - pdf.currentLineHeight());
    const beside = besideOf(columns);
    const padding = { top: pad, bottom: pad, left: beside, right: beside };
    pdf.table({ data: valuesOf({ rows, columns }), defaultStyle: { padding, border: { bottom: 0.5 } } });
  });
}

async function pdfmake({ rows, columns }) {
  const asked = process.env.PDFMAKE;
  const found = createRequire(asked ? pathToFileURL(join(asked, 'x.js')) : import.meta.url).resolve('pdfmake');
  const { default: maker } = await import(pathToFileURL(found).href);
  maker.addFonts({ Sans: { normal: fontPath('regular'), bold: fontPath('bold') } });
  const body = valuesOf({ rows, columns });
  const head = Array.from({ length: columns }, (_, index) => `Column ${index + 1}`);
  const { size, leading, pad } = sizesOf(columns);
  const beside = () => besideOf(columns);
  const made = maker.createPdf({
    pageSize: 'LETTER',
    pageOrientation: 'landscape',
    pageMargins: [LEFT, TOP, LEFT, 612 - BOTTOM],
    defaultStyle: { font: 'Sans', fontSize: size, lineHeight: leading / (size * 1.424) },
    footer: (page, pages) => ({ text: `Page ${page} of ${pages}`, alignment: 'right', margin: [0, 14, LEFT, 0] }),
    content: [
      {
        table: { widths: Array(columns).fill('*'), headerRows: 1, body: [head, ...body] },
        layout: { paddingLeft: beside, paddingRight: beside, paddingTop: () => pad, paddingBottom: () => pad },
      },
    ],
  });
  const buffer = await made.getBuffer();
  return { bytes: buffer.length, pages: buffer.toString('latin1').split('/Type /Page\n').length - 1 };
}

/** What Chromium is given to print. */
export function writeHtml(file, size) {
  const rows = valuesOf(size).map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const head = Array.from({ length: size.columns }, (_, index) => `<th scope="col">Column ${index + 1}</th>`).join('');
  const { size: font, leading, pad } = sizesOf(size.columns);
  const style = `@page{size:letter landscape;margin:${TOP}pt ${LEFT}pt ${612 - BOTTOM}pt;@bottom-right{content:"Page " counter(page) " of " counter(pages)}}
    @font-face{font-family:S;src:url(${pathToFileURL(fontPath('regular')).href})}body{font:${font}pt/${leading}pt S;margin:0}
    table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:${pad}pt ${besideOf(size.columns)}pt;border-bottom:.5pt solid #d6dbe2;overflow-wrap:anywhere}`;
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>${style}</style><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`,
  );
}
