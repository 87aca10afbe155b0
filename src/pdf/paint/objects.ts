import { deflateSync } from 'node:zlib';
import { type Bytes, say, sayWhole, startBytes, written } from './bytes.ts';
import { type Numbers, numberAt, putNumber, startNumbers } from './numbers.ts';
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

/** For an object's number: the stream that holds it, and its place in there. */
interface Packed {
  readonly streams: Numbers;
  readonly indexes: Numbers;
}

/** Takes over the end of pdfkit's file: the cross-reference table becomes a stream, since only that can point into object streams. */
export function packObjects(pen: Pen): Objects {
  const packed: Packed = { streams: startNumbers(), indexes: startNumbers() };
  const [index, bodies] = [startBytes(), startBytes()];
  let waiting: number[] = [];
  const reserve = (count = 1): number => {
    const first = pen._offsets.length + 1;
    for (let more = 0; more < count; more += 1) pen._offsets.push(null);
    return first;
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    const stream = reserve();
    for (let place = 0; place < waiting.length; place += 1) {
      const id = waiting[place] ?? 0;
      putNumber(packed.streams, id, stream);
      putNumber(packed.indexes, id, place);
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

function writeCrossReferences(pen: Pen, packed: Packed): void {
  const size = pen._offsets.length + 2;
  const rows = Buffer.alloc(size * ROW);
  rows.writeUInt16BE(0xffff, ROW - 2);
  const own = size - 1;
  const start = pen._offset;
  for (let id = 1; id < size; id += 1) {
    const stream = numberAt(packed.streams, id);
    const offset = id === own ? start : (pen._offsets[id - 1] ?? 0);
    rows.writeUInt8(stream === 0 ? 1 : 2, id * ROW);
    rows.writeUIntBE(stream === 0 ? offset : stream, id * ROW + 1, 5);
    rows.writeUInt16BE(numberAt(packed.indexes, id), id * ROW + 6);
  }
  const body = deflateSync(predicted(rows));
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

/** PNG's "up" filter: each row as its difference from the one above, which deflates far better. */
function predicted(rows: Buffer): Buffer {
  const count = rows.length / ROW;
  const out = Buffer.alloc(count * (ROW + 1));
  for (let row = 0; row < count; row += 1) {
    out[row * (ROW + 1)] = 2;
    for (let column = 0; column < ROW; column += 1) {
      const above = row === 0 ? 0 : (rows[(row - 1) * ROW + column] ?? 0);
      out[row * (ROW + 1) + 1 + column] = ((rows[row * ROW + column] ?? 0) - above) & 0xff;
    }
  }
  return out;
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
