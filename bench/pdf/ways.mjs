// One table in several ways, each run alone in a process of its own by bench/pdf.mjs: what it makes, and what of the process counts.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';
import { FONTS, fontBytes, fontPath } from '../valid-pages/fonts.mjs';

/** As in evidence: names, numbers and dates of which hardly two are alike. */
export function valuesOf({ rows, columns }) {
  const words = 'backup restore verified server workstation policy exception patched failed offline endpoint'.split(
    ' ',
  );
  const two = (value) => String(value).padStart(2, '0');
  const kinds = [
    (row) => String(row + 1),
    (row) => `LFD-WS-${10_000 + ((row * 7919) % 89_999)}`,
    (row) => `2026-${two((row % 12) + 1)}-${two((row % 28) + 1)} ${two(row % 24)}:${two((row * 7) % 60)}`,
    (row) => `KB50${10_000 + ((row * 104_729) % 89_999)}`,
    (row) => `${words[row % 11]} ${words[(row * 3) % 11]}`,
    (row) => ((row * 2_654_435_761) % 4_294_967_296).toString(16).padStart(8, '0'),
    (row) => `user${(row * 31) % 9973}`,
    (row) => `${words[(row * 5) % 11]} ${(row * 13) % 4099}`,
  ];
  const cell = (row, column) => kinds[column % kinds.length]?.(row + Math.floor(column / kinds.length) * 4099);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => cell(row, column)),
  );
}

const LEFT = 44;
const WIDTH = 704;

/** `make` says how large the outcome is; `measured`, where there is one, stands for the process. */
export const WAYS = {
  ours: { title: 'ours, tagged, PDF/A-3a and PDF/UA-1', make: async (size) => countOf(await ours(size)) },
  warm: { title: 'ours, the same again in one process', make: warm },
  limit: { title: 'zlib alone, level 6, of our own pages', make: limit },
  text: { title: 'pdfkit text() a cell, no tags', make: pdfkitText },
  table: { title: 'pdfkit table(), no tags', make: pdfkitTable },
  pdfmake: { title: 'pdfmake table, no tags', make: pdfmake },
};

async function ours({ rows, columns }) {
  const { renderPdf } = await import('../../dist/pdf/index.js');
  const values = valuesOf({ rows, columns }).map((row) => row.map((text) => ({ content: [{ text }] })));
  const document = {
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
        rows: values,
        empty: '',
        ...(columns > 12 ? { size: 'small' } : {}),
      },
    ],
  };
  OPENED.fonts ??= Object.fromEntries(Object.keys(FONTS).map((name) => [name, fontBytes(name)]));
  return await renderPdf(document, { fonts: OPENED.fonts, mark: 'bench' });
}

/** Bytes of fonts, which a process reads once. */
const OPENED = {};

const countOf = ({ bytes, pages }) => ({ bytes: bytes.length, pages });

async function warm(size) {
  const spent = [];
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage();
    const made = await ours(size);
    spent.push({ cpu: cpuSince(before), ...countOf(made) });
  }
  return spent.slice(2).sort((a, b) => a.cpu - b.cpu)[1];
}

/** Deflating the streams of the finished file again: what no way of writing it can do without. */
async function limit(size) {
  const { bytes, pages } = await ours(size);
  const file = Buffer.from(bytes);
  const streams = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    try {
      streams.push(inflateSync(file.subarray(at + 7, file.indexOf('endstream', at))));
    } catch {} // Metadata, which PDF/A wants as it is.
  }
  const before = process.cpuUsage();
  const length = streams.reduce((sum, stream) => sum + deflateSync(stream).length, 0);
  return { cpu: cpuSince(before), bytes: length, pages };
}

function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function pdfkit(draw) {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({ size: 'letter', layout: 'landscape', margin: LEFT, font: fontPath('regular') });
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

function pdfkitText({ rows, columns }) {
  return pdfkit((pdf) => {
    pdf.fontSize(columns > 12 ? 6 : 8.8);
    let y = LEFT;
    for (const row of valuesOf({ rows, columns })) {
      if (y > 530) {
        pdf.addPage();
        y = LEFT;
      }
      const width = WIDTH / columns;
      for (const [column, text] of row.entries()) pdf.text(text, LEFT + column * width, y, { width: width - 4 });
      y += 19.7;
    }
  });
}

/** The font goes in by its path: registered by name, pdfkit would read and parse it again for every cell. */
function pdfkitTable({ rows, columns }) {
  return pdfkit((pdf) => {
    pdf.font(fontPath('regular')).fontSize(columns > 12 ? 6 : 8.8);
    pdf.table({ data: valuesOf({ rows, columns }) });
  });
}

async function pdfmake({ rows, columns }) {
  const asked = process.env.PDFMAKE;
  const found = createRequire(asked ? pathToFileURL(join(asked, 'x.js')) : import.meta.url).resolve('pdfmake');
  const { default: maker } = await import(pathToFileURL(found).href);
  maker.addFonts({ Sans: { normal: fontPath('regular'), bold: fontPath('bold') } });
  const body = valuesOf({ rows, columns });
  const made = maker.createPdf({
    pageSize: 'LETTER',
    pageOrientation: 'landscape',
    pageMargins: LEFT,
    defaultStyle: { font: 'Sans', fontSize: columns > 12 ? 6 : 8.8 },
    content: [{ table: { widths: Array(columns).fill('*'), body } }],
  });
  const buffer = await made.getBuffer();
  return { bytes: buffer.length, pages: buffer.toString('latin1').split('/Type /Page\n').length - 1 };
}

/** What Chromium is given to print. */
export function writeHtml(file, size) {
  const rows = valuesOf(size).map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`);
  const head = Array.from({ length: size.columns }, (_, index) => `<th scope="col">Column ${index + 1}</th>`).join('');
  const style = `@page{size:letter landscape;margin:44pt}@font-face{font-family:S;src:url(${pathToFileURL(fontPath('regular')).href})}
    body{font:${size.columns > 12 ? 6 : 8.8}pt S}table{width:100%;border-collapse:collapse}td,th{text-align:left;padding:3.9pt 2pt}`;
  writeFileSync(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><style>${style}</style><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></html>`,
  );
}
