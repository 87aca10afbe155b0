import { startingBudgets } from './budget.ts';
import { type EvidenceText, isFileTrouble, textsOf } from './intake/index.ts';
import type { UnsearchedReason } from './kernel/messages/redaction.ts';
import type { Sha256 } from './kernel/sha256.ts';
import type { Exhibit } from './model/exhibit.ts';
import type { PdfReader, PdfWords } from './pdf-reader.ts';
import { type ShownTable, tablesShown } from './questionnaire/index.ts';
import { lookOf, pdfContents, pictureTexts, type SearchedText } from './redaction/index.ts';

/** A PDF in a PDF in a PDF is searched no further. */
const DEPTH = 2;
/** Held in memory, as an archive is. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Of what a PDF unpacks to when it is searched object by object. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/** All words in an exhibit, whatever wraps or shows them; what has none that a program can read comes with the reason. */
export async function* wordsOf(exhibit: Exhibit, pdfs: PdfReader, depth = 0): AsyncGenerator<SearchedText> {
  let office: string | undefined;
  for await (const each of textsOf(exhibit)) {
    const { path, sha256, text: open } = each;
    try {
      if (each.office) {
        office = path;
        yield* wordsOfOffice(each);
        continue;
      }
      const look = lookOf(await headOf({ open: each.bytes }));
      // What reads as a text is searched as one, whatever it says that it is.
      const echoes = office !== undefined && path.startsWith(`${office}!/`);
      if (look === undefined || open) yield { path, sha256, open, echoes };
      if (look === undefined) continue;
      const bytes = depth > DEPTH ? undefined : await allOf(each);
      if (bytes === undefined) yield { path, sha256, open: undefined, because: 'too-costly' };
      else if (look === 'pdf') yield* wordsOfPdf(each, bytes, { pdfs, depth });
      else yield* wordsOfPicture(each, bytes);
    } catch (error) {
      if (!isFileTrouble(error)) throw error;
      yield { path, sha256, open: undefined, because: 'too-costly' };
    }
  }
}

/** Cells as a reader sees them, under their headers; what stands beside them in the parts comes after. */
async function* wordsOfOffice(file: EvidenceText): AsyncGenerator<SearchedText> {
  const { path, sha256 } = file;
  const bytes = await allOf(file);
  const guard = startingBudgets()();
  try {
    const tables = bytes && (await tablesShown(path, bytes));
    for (const table of tables ?? []) {
      const text = guard.step(() => tableText(table, guard.look), bytes?.length);
      yield { path: `${path}!/${table.name}`, sha256, open: opening(text), remembered: true };
    }
    if (!tables) yield { path, sha256, open: undefined, because: 'too-costly' };
  } catch (error) {
    // Whatever is wrong with it, its parts are searched after this.
    if (isFileTrouble(error)) throw error;
    yield { path, sha256, open: undefined, because: 'office-unread' };
  }
}

function tableText({ rowCount, columnCount, text }: ShownTable, look: () => void): string {
  const rows: string[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    look();
    rows.push(Array.from({ length: columnCount }, (_, column) => text(row, column).replace(/\s+/g, ' ')).join('\t'));
  }
  return rows.join('\n');
}

async function* wordsOfPdf(
  { path, sha256 }: EvidenceText,
  bytes: Uint8Array,
  { pdfs, depth }: { readonly pdfs: PdfReader; readonly depth: number },
): AsyncGenerator<SearchedText> {
  const words = await pdfs.read(bytes);
  const unsearched = (because: UnsearchedReason) => ({ path, sha256, open: undefined, because });
  if ('fault' in words) yield unsearched(words.fault);
  else {
    yield* wordsShown(path, sha256, words);
    for (const { name, bytes: content } of words.attachments) {
      const attached = { id: sha256, path: `${path}!/${name}`, size: content.length, open: opening(content) };
      for await (const each of wordsOf(attached, pdfs, depth + 1)) yield { ...each, remembered: true };
    }
  }
  const { texts, pictures, whole, packed } = startingBudgets()().step(
    () => pdfContents(bytes, { most: MOST_UNPACKED }),
    bytes.length,
  );
  // What a later version of the file hides is still in it: once more object by object, for what was not found yet. None of them is a table.
  const objects = `${'\n'.repeat(20)}${texts.join('\n')}`;
  yield { path: `${path}!/objects`, sha256, open: opening(objects), echoes: true };
  if (!whole) yield unsearched('too-costly');
  if (!('fault' in words) && packed > 0) yield unsearched('pdf-streams');
  if (!('fault' in words) && (pictures > 0 || words.silentPages > 0)) yield unsearched('pdf-pictures');
}

function* wordsShown(path: string, sha256: Sha256, { parts }: PdfWords): Generator<SearchedText> {
  for (const { name, text } of parts) yield { path: `${path}!/${name}`, sha256, open: opening(text), remembered: true };
}

async function* wordsOfPicture({ path, sha256 }: EvidenceText, bytes: Uint8Array): AsyncGenerator<SearchedText> {
  const texts = startingBudgets()().step(() => pictureTexts(bytes), bytes.length);
  if (texts.length > 0) yield { path: `${path}!/tags`, sha256, open: opening(texts.join('\n')) };
  yield { path, sha256, open: undefined, because: 'picture' };
}

function opening(content: Uint8Array | string): () => AsyncIterable<Uint8Array> {
  return async function* () {
    yield Buffer.from(content);
  };
}

/** Enough to tell its form. */
export async function headOf({ open }: Pick<Exhibit, 'open'>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of open()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= 1024) break;
  }
  return Buffer.concat(chunks).subarray(0, 1024);
}

async function allOf({ bytes }: EvidenceText): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes()) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
