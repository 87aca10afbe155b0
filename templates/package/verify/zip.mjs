// A package as a ZIP, read in the browser: the list of files at its end, each file unpacked by the browser's own inflate.

const END = 0x06054b50;
const ROW = 0x02014b50;
const SEAL = 'proofpack seal sha256:';
const LARGEST = 4 * 1024 ** 3;

/** Answers undefined for what is no ZIP of ours; `faults` names the files that cannot be unpacked to what they claim to be. */
export async function readZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22 - SEAL.length - 64;
  if (end < 0 || view.getUint32(end, true) !== END) return undefined;
  const seal = new TextDecoder('latin1').decode(bytes.subarray(end + 22));
  const files = new Map();
  const faults = [];
  let total = 0;
  let at = view.getUint32(end + 16, true);
  while (at < end) {
    if (at + 46 > end || view.getUint32(at, true) !== ROW) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const size = view.getUint32(at + 24, true);
    total += size;
    if (total > LARGEST || files.has(path)) return undefined;
    const content = await unpack(bytes, {
      view,
      deflated: view.getUint16(at + 10, true) !== 0,
      packed: view.getUint32(at + 20, true),
      size,
      offset: view.getUint32(at + 42, true),
    });
    if (content === undefined) faults.push(path);
    files.set(path, content ?? new Uint8Array());
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const sealed = seal === SEAL + (await hexOf('SHA-256', bytes.subarray(0, bytes.length - 64)));
  return { files, faults, sealed };
}

async function unpack(bytes, { view, deflated, packed, size, offset }) {
  if (offset + 30 > bytes.length) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.length !== packed) return undefined;
  if (!deflated) return packed === size ? content : undefined;
  const unpacked = new Uint8Array(size);
  let length = 0;
  try {
    const reader = new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      // What unpacks to more than it says is a bomb; nothing beyond its size is kept.
      if (length + read.value.length > size) {
        await reader.cancel();
        return undefined;
      }
      unpacked.set(read.value, length);
      length += read.value.length;
    }
  } catch {
    return undefined;
  }
  return length === size ? unpacked : undefined;
}

export async function hexOf(algorithm, bytes) {
  return hexText(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));
}

export function hexText(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
