import { hexOf, hexText } from './zip.mjs';

// Signatures inside PDFs, in the form in which proofpack writes them: CMS, RSA, SHA-256.

const DOCUMENT = /^data\/[^/]+\.pdf$/;
const DIGEST = '06092a864886f70d010904';
const CERTIFICATE = '060b2a864886f70d010910022f';
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Undefined where none is signed; `others` are not, or not as a whole. */
export async function checkPdfs(files) {
  const read = [];
  for (const [path, bytes] of files) {
    if (DOCUMENT.test(path)) read.push({ path, by: await signerOf(bytes).catch(() => 'invalid') });
  }
  if (read.every(({ by }) => by === undefined)) return undefined;
  const good = read.filter(({ by }) => by !== undefined && by !== 'invalid');
  const by = good[0]?.by;
  const others = read.filter((each) => by === undefined || each.by !== by).map(({ path }) => path);
  return { by, files: good.length, others };
}

/** The fingerprint of the certificate whose key signed every byte of a PDF beside the signature. Throws where it does not hold. */
async function signerOf(bytes) {
  const text = new TextDecoder('latin1').decode(bytes);
  const ranges = [...text.matchAll(/\/ByteRange\b/g)];
  if (ranges.length === 0) return undefined;
  const start = text.indexOf('<', ranges[0].index);
  const [, from, end, length] = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\/Contents $/.exec(
    text.slice(start - 200, start),
  );
  const hex = text.slice(start + 1, end - 1);
  const whole = +from === start && +end + +length === bytes.length && text[end - 1] === '>';
  if (ranges.length > 1 || !whole || !/^(?:[0-9a-f]{2})+$/.test(hex)) return 'invalid';
  const cms = Uint8Array.from(hex.match(/../g), (byte) => Number.parseInt(byte, 16));
  const signed = new Uint8Array(start + +length);
  signed.set(bytes.subarray(0, start));
  signed.set(bytes.subarray(+end), start);
  return signerIn(cms, await hexOf('SHA-256', signed));
}

/** SignedData with one signer (RFC 5652). */
async function signerIn(cms, digest) {
  const [, content] = partsOf(valueAt(cms, 0));
  const [, , , certificates, signers] = partsOf(partsOf(content)[0]);
  const [, , , attributes, , made] = partsOf(partsOf(signers)[0]);
  const said = partsOf(attributes).map(({ all }) => hexText(all));
  const says = (oid, end) => said.some((each) => each.slice(0, 50).includes(oid) && each.endsWith(`0420${end}`));
  if (!says(DIGEST, digest)) return 'invalid';
  for (const { all } of partsOf(certificates)) {
    const print = await hexOf('SHA-256', all);
    if (!says(CERTIFICATE, print)) continue;
    const fields = partsOf(partsOf(valueAt(all, 0))[0]);
    // Before the key: a version (not in the oldest), serial number, algorithm, issuer, validity, subject.
    const key = await crypto.subtle.importKey('spki', fields[fields[0].all[0] === 0xa0 ? 6 : 5].all, RSA, false, [
      'verify',
    ]);
    const what = Uint8Array.from(attributes.all);
    what[0] = 0x31;
    if (await crypto.subtle.verify(RSA, key, made.inner, what)) return print.toUpperCase().match(/../g).join(':');
  }
  return 'invalid';
}

/** One value of DER, with its head and without. */
function valueAt(bytes, at) {
  let from = at + 2;
  let length = bytes[at + 1];
  if (length > 127) {
    from += length - 128;
    length = Number.parseInt(hexText(bytes.subarray(at + 2, from)), 16);
  }
  if (!(from + length <= bytes.length)) throw new Error();
  return { all: bytes.subarray(at, from + length), inner: bytes.subarray(from, from + length) };
}

function partsOf({ inner }) {
  const parts = [];
  for (let at = 0; at < inner.length; at += parts.at(-1).all.length) parts.push(valueAt(inner, at));
  return parts;
}
