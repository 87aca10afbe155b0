import { deflateSync } from 'node:zlib';
import { type Bytes, say, sayWhole, startBytes, written } from './bytes.ts';
import { type Pen, raw, writeStream } from './pen.ts';

const PER_STREAM = 500;

/** Objects that we write as text. They are packed into object streams, which makes tagged files a tenth of their size. */
export interface Objects {
  /** The number of an object that is told later, or the first of several in a row. */
  reserve(count?: number): number;
  /** Where the body of the object is to be written, before anything else is asked of these objects. */
  begin(id: number): Bytes;
  put(id: number, body: string): void;
  add(body: string): number;
  /** Not packed: it stands in the file as it is. */
  addPlain(body: string): number;
  /** Writes all packed objects; none may be put afterwards. */
  flush(): void;
}

/** Objects of one stream whose numbers follow one another, as nearly all do: a report may have a million. */
interface Packed {
  readonly first: number;
  readonly count: number;
  readonly stream: number;
  /** Of the first of them, in there. */
  readonly place: number;
}

/** Takes over the end of pdfkit's file: the cross-reference table becomes a stream, since only that can point into object streams. */
export function packObjects(pen: Pen): Objects {
  const packed: Packed[] = [];
  const [index, bodies] = [startBytes(), startBytes()];
  let waiting: number[] = [];
  const reserve = (count = 1): number => {
    const first = pen._offsets.length + 1;
    // Only the last of them has a place in there: of a long gap nothing is kept, and those of nodes are a million.
    pen._offsets[first + count - 2] = null;
    return first;
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const stream = reserve();
    for (let place = 0; place < waiting.length; ) {
      const first = waiting[place] ?? 0;
      let count = 1;
      while (waiting[place + count] === first + count) count += 1;
      packed.push({ first, count, stream, place });
      place += count;
    }
    const dictionary = `/Type /ObjStm /N ${waiting.length} /First ${index.at}`;
    writeStream(pen, stream, { dictionary, content: Buffer.concat([written(index), written(bodies)]) });
    [index.at, bodies.at, waiting] = [0, 0, []];
  };
  const begin = (id: number): Bytes => {
    if (waiting.length >= PER_STREAM) flush();
    if (waiting.length > 0) say(bodies, '\n');
    waiting.push(id);
    sayWhole(index, id);
    say(index, ' ');
    sayWhole(index, bodies.at);
    say(index, '\n');
    return bodies;
  };
  pen._finalize = () => writeCrossReferences(pen, packed);
  return {
    reserve,
    begin,
    flush,
    put: (id, body) => say(begin(id), body),
    add(body) {
      const id = reserve();
      say(begin(id), body);
      return id;
    },
    addPlain(body) {
      const id = reserve();
      pen._offsets[id - 1] = pen._offset;
      pen._write(`${id} 0 obj\n${body}\nendobj`);
      return id;
    },
  };
}

const ROW = 8;
const UP = 2;

function writeCrossReferences(pen: Pen, packed: readonly Packed[]): void {
  const size = pen._offsets.length + 2;
  const own = size - 1;
  const start = pen._offset;
  const rows = rowsOf(size);
  rows.put(0, { type: 0, value: 0, more: 0xffff });
  for (const { first, count, stream, place } of packed)
    for (let at = 0; at < count; at += 1) rows.put(first + at, { type: 2, value: stream, more: place + at });
  for (let id = 1; id < own; id += 1)
    if (!rows.has(id)) rows.put(id, { type: 1, value: pen._offsets[id - 1] ?? 0, more: 0 });
  rows.put(own, { type: 1, value: start, more: 0 });
  const body = deflateSync(rows.predicted());
  const id = Buffer.from(pen._id).toString('hex');
  pen._write(`${own} 0 obj`);
  pen._write(
    `<< /Type /XRef /Size ${size} /W [1 5 2] /Root ${pen._root.id} 0 R /Info ${pen._info.id} 0 R /ID [<${id}> <${id}>] ` +
      `/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${ROW} >> /Length ${body.length} >>`,
  );
  pen._write('stream');
  pen._write(body);
  pen._write('\nendstream');
  pen._write('endobj');
  pen._write('startxref');
  pen._write(String(start));
  pen._write('%%EOF');
  pen.push(null);
}

/** Rows of a cross-reference stream, each behind the byte that names its filter: PNG's "up", each row as its difference from the one above, which deflates far better. */
function rowsOf(count: number) {
  const bytes = Buffer.alloc(count * (ROW + 1), 0);
  return {
    put(id: number, { type, value, more }: { readonly type: number; readonly value: number; readonly more: number }) {
      const at = id * (ROW + 1);
      bytes[at] = UP;
      bytes[at + 1] = type;
      bytes.writeUIntBE(value, at + 2, 5);
      bytes.writeUInt16BE(more, at + 7);
    },
    has: (id: number): boolean => bytes[id * (ROW + 1)] === UP,
    /** To be asked once: the rows are no longer what they were. */
    predicted(): Buffer {
      for (let row = count - 1; row > 0; row -= 1)
        for (let at = row * (ROW + 1) + 1; at < (row + 1) * (ROW + 1); at += 1)
          bytes[at] = (bytes[at] ?? 0) - (bytes[at - ROW - 1] ?? 0);
      return bytes;
    },
  };
}

/** `12 0 R`, in a dictionary of pdfkit. */
export function reference(id: number): object {
  return raw(`${id} 0 R`);
}

/** A text string: plain where it is ASCII, else UTF-16. */
export function pdfString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[()\\]/g, (character) => `\\${character}`)})`;
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${utf16.toString('hex')}>`;
}

/** Hundredths of a point are below what any printer shows. */
export function decimal(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths < 0 || hundredths >= KNOWN_HUNDREDTHS) return String(hundredths / 100);
  let text = decimals[hundredths];
  if (text === undefined) {
    text = String(hundredths / 100);
    decimals[hundredths] = text;
  }
  return text;
}

/** Places on a page repeat: to make the text of a number costs more than to remember it. */
const KNOWN_HUNDREDTHS = 100_000;
const decimals: string[] = [];
