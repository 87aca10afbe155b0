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

/** Lines as they stand on the page; those that a wide gap parts into as many cells as the line above are a table of their own. */
function partsOf(items) {
  const words = [];
  const tables = [];
  let before = 0;
  for (const line of linesOf(items)) {
    const cells = line.split('\t').length;
    if (cells === 1) words.push(line);
    else if (cells === before) tables.push(`${tables.pop()}\n${line}`);
    else tables.push(line);
    before = cells;
  }
  return { words: joined(words.join('\n')), tables };
}

function linesOf(items) {
  let text = '';
  let end;
  for (const { str, hasEOL, transform, width, height } of items) {
    // Marks of structure have no words.
    if (str === undefined) continue;
    const [x, y] = transform.slice(4);
    if (end && Math.abs(y - end.y) < 1 && x - end.x > Math.max(height, 6)) text += '\t';
    text += str;
    if (str.trim() !== '') end = { x: x + width, y };
    if (hasEOL) text += '\n';
  }
  return text.split('\n').map((line) => line.replace(/ *\t */g, '\t').trim());
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
  return [...rest.flatMap((each) => wordsIn(each)), withoutNamespaces(metadata?.metadata?.getRaw() ?? '')].join('\n').trim();
}

/** The addresses of Adobe's vocabularies are nobody's. */
function withoutNamespaces(xml) {
  return xml.replace(/\sxmlns:\w+=(?:"[^"]*"|'[^']*')/g, '');
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
