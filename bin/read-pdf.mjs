// All words of a PDF, read in a thread of its own: whoever began it ends it when it takes too long or too much memory.
import { parentPort } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';

const PAGES = 5_000;

parentPort.on('message', async (bytes) => {
  try {
    parentPort.postMessage(await read(bytes));
  } catch (error) {
    parentPort.postMessage({ fault: error?.name === 'PasswordException' ? 'pdf-locked' : 'pdf-unreadable' });
  }
});

async function read(bytes) {
  // Nothing of it is run, fetched or drawn.
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  const parts = [];
  let silentPages = Math.max(0, document.numPages - PAGES);
  for (let number = 1; number <= Math.min(document.numPages, PAGES); number += 1) {
    const page = await document.getPage(number);
    const { words, tables } = partsOf((await page.getTextContent()).items);
    const text = [words, ...wordsIn(await page.getAnnotations())].join('\n').trim();
    if (text === '' && tables.length === 0) silentPages += 1;
    parts.push({ name: `page ${number}`, text });
    for (const [index, table] of tables.entries()) parts.push({ name: `page ${number}, table ${index + 1}`, text: table });
    page.cleanup();
  }
  parts.push({ name: 'beside the pages', text: await besidePages(document) });
  const attached = Object.entries((await document.getAttachments()) ?? {});
  const attachments = attached.map(([name, { content }]) => ({ name, bytes: content }));
  await task.destroy();
  return { parts: parts.filter(({ text }) => text !== ''), attachments, silentPages };
}

/** Points by which the cells of a column may begin apart. */
const ASKEW = 3;

/** Lines as they stand on the page; those whose pieces stand under the pieces of a line above are rows of its table, gaps and all. */
function partsOf(items) {
  const words = [];
  const tables = [];
  let table;
  for (const cells of linesOf(items)) {
    const columns = table && cells.map(({ x }) => table.heads.findIndex((head) => Math.abs(head - x) < ASKEW));
    if (columns && !columns.includes(-1) && (cells.length > 1 || columns[0] > 0)) {
      const row = table.heads.map((_, column) => cells[columns.indexOf(column)]?.text ?? '');
      table.rows.push(row.join('\t'));
    } else if (cells.length > 1) {
      table = { heads: cells.map(({ x }) => x), rows: [cells.map(({ text }) => text).join('\t')] };
      tables.push(table);
    } else words.push(cells[0]?.text ?? '');
  }
  return { words: joined(words.join('\n')), tables: tables.map(({ rows }) => rows.join('\n')) };
}

/** Of each line its pieces, which a wide gap parts, and where they begin. */
function linesOf(items) {
  const lines = [[]];
  let end;
  for (const { str, hasEOL, transform, width, height } of items) {
    // Marks of structure have no words.
    if (str === undefined) continue;
    const [x, y] = transform.slice(4);
    const apart = end === undefined || Math.abs(y - end.y) >= 1 || x - end.x > Math.max(height, 6);
    const line = lines.at(-1);
    if (str.trim() !== '' && (apart || line.length === 0)) line.push({ x, text: str });
    else if (line.length > 0) line.at(-1).text += str;
    if (str.trim() !== '') end = { x: x + width, y };
    if (hasEOL) lines.push([]);
  }
  return lines.map((line) => line.map(({ x, text }) => ({ x, text: text.trim() })));
}

/** A word of forty signs that fills its line, as keys do, goes on in the next one. */
function joined(text) {
  return text.replace(/([A-Za-z0-9+/_=.-]{40})\n(?=[A-Za-z0-9+/_=.-]+(?:\s|$))/g, '$1');
}

/** Titles, bookmarks, metadata, scripts, values of forms: whatever words stand beside the pages. */
async function besidePages(document) {
  const metadata = await document.getMetadata().catch(() => undefined);
  const rest = [
    metadata?.info,
    await document.getOutline().catch(() => undefined),
    await document.getJSActions().catch(() => undefined),
    await document.getFieldObjects().catch(() => undefined),
    await document.getPageLabels().catch(() => undefined),
  ];
  return [...rest.flatMap((each) => wordsIn(each)), metadata?.metadata?.getRaw() ?? ''].join('\n').trim();
}

/** Every string in a value, however deep, each in a line of its own and behind its name. */
function wordsIn(value, name = '') {
  if (typeof value === 'string') {
    if (value.trim() === '') return [];
    return [/^[A-Za-z]/.test(name) ? `${name}: ${value}` : value];
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => wordsIn(each, key));
}
