// What somebody without the key can do to a signed package: each forgery makes anew all that can be made without it. `files` are paths and bytes.
import { createHash } from 'node:crypto';

const SIGNATURE = 'tagmanifest-sha256.txt.sig';
const STATEMENT = 'statement.dsse.json';
const PROOFS = [SIGNATURE, STATEMENT, `${SIGNATURE}.tsr`];
const FINDINGS = 'data/machine/findings.json';
const CUSTODY = 'data/machine/custody.jsonl';
const INFO = 'bag-info.txt';
const HASHES = ['sha256', 'sha512'];

const hex = (hash, bytes) => createHash(hash).update(bytes).digest('hex');
const text = (bytes) => Buffer.from(bytes ?? []).toString('utf8');
const anExhibit = (files) =>
  Object.keys(files).find((path) => path.startsWith('data/exhibits/') && files[path].length > 0);

/** Manifests, counts and the end of the log of custody, made anew over whatever is there. */
export function remade(files, { level = 'E2' } = {}) {
  const made = { ...files };
  const payload = Object.keys(made)
    .filter((path) => path.startsWith('data/'))
    .sort();
  const bytes = payload.reduce((sum, path) => sum + made[path].length, 0);
  const log = text(made[CUSTODY]).split('\n').slice(0, -1);
  made[INFO] = Buffer.from(
    text(made[INFO])
      .replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`)
      .replace(/^Proofpack-Assurance: .*$/m, `Proofpack-Assurance: ${level}`)
      .replace(/^Proofpack-Custody: .*$/m, `Proofpack-Custody: ${log.length} ${hex('sha256', log.at(-1) ?? '')}`),
  );
  const list = (hash, paths) => Buffer.from(paths.map((path) => `${hex(hash, made[path])}  ${path}\n`).join(''));
  for (const hash of HASHES) made[`manifest-${hash}.txt`] = list(hash, payload);
  const tags = Object.keys(made)
    .filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-') && !PROOFS.includes(path))
    .sort();
  for (const hash of HASHES) made[`tagmanifest-${hash}.txt`] = list(hash, tags);
  return made;
}

/** The chain of the log made anew after an edit. */
function rechained(lines) {
  let previous = '0'.repeat(64);
  return lines
    .map((line, index) => {
      const { previous: _, ...entry } = JSON.parse(line);
      const written = JSON.stringify({ ...entry, n: index + 1, previous });
      previous = hex('sha256', written);
      return `${written}\n`;
    })
    .join('');
}

/** Findings with another figure, and a log of custody that knows the new ones. */
function raised(files) {
  const findings = Buffer.from(
    text(files[FINDINGS]).replace(/"supported": ?(\d+)|"n": ?(\d+)/, (whole) => `${whole}0`),
  );
  const lines = text(files[CUSTODY]).split('\n').slice(0, -1);
  const log = lines.map((line) => line.replace(hex('sha256', files[FINDINGS]), hex('sha256', findings)));
  return { ...files, [FINDINGS]: findings, [CUSTODY]: Buffer.from(rechained(log)) };
}

const without = (files, ...paths) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

/**
 * `other` is an older package of the same signer, `foreign` this one signed by somebody else. `code` is what verify must say, with `trust` of
 * the reader beside the signer, and with `replay` where only the verdicts tell.
 */
export const FORGERIES = [
  {
    name: 'a file more',
    code: 'uninvited',
    forge: ({ files }) => ({ ...files, 'data/exhibits/E-999_more.csv': Buffer.from('x') }),
  },
  { name: 'a file gone', code: 'missing', forge: ({ files }) => without(files, anExhibit(files)) },
  {
    name: 'a tag file edited',
    code: 'altered',
    forge: ({ files }) => ({ ...files, 'HOW-TO-VERIFY.txt': Buffer.from('Trust me.\n') }),
  },
  {
    name: 'an exhibit edited, every manifest made anew',
    code: 'signature-invalid',
    forge: ({ files }) => remade({ ...files, [anExhibit(files)]: Buffer.from('all is well\n') }),
  },
  {
    name: 'a manifest of tags dropped',
    code: 'missing',
    forge: ({ files }) => without(files, 'tagmanifest-sha256.txt'),
  },
  {
    name: 'the signature of an older package',
    code: 'signature-invalid',
    forge: ({ files, other }) => ({ ...files, [SIGNATURE]: other[SIGNATURE] }),
  },
  {
    name: 'the statement of an older package',
    code: 'signature-invalid',
    forge: ({ files, other }) => ({ ...files, [STATEMENT]: other[STATEMENT] }),
  },
  { name: 'signed by somebody else', code: 'signer-refused', forge: ({ foreign }) => foreign },
  {
    name: 'a file moved',
    code: 'uninvited',
    forge: ({ files }) => ({
      ...without(files, anExhibit(files)),
      'data/exhibits/E-000_moved.csv': files[anExhibit(files)],
    }),
  },
  {
    name: 'a twin by upper case',
    code: 'archive-inconsistent',
    forge: ({ files }) => ({ ...files, 'data/INDEX.html': Buffer.from('<p>') }),
  },
  { name: 'an older package in its place', code: 'other-package', told: true, forge: ({ other }) => other },
  {
    name: 'the signature taken off, the level lowered, every manifest made anew',
    code: 'signer-refused',
    forge: ({ files }) => remade(without(files, ...PROOFS), { level: 'E1' }),
  },
  {
    name: 'a line of custody taken out',
    code: 'custody-broken',
    forge: ({ files }) => remade({ ...files, [CUSTODY]: Buffer.from(text(files[CUSTODY]).replace(/\n.*\n/, '\n')) }),
  },
  {
    name: 'a verdict raised and all made anew, seen without knowing the signer',
    code: 'differs',
    stranger: true,
    forge: ({ files }) => remade(raised(without(files, ...PROOFS)), { level: 'E1' }),
  },
];

/** A fixed sequence, so that a figure can be had again (Numerical Recipes' linear congruence). */
export function sequence(seed = 20261128) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One of eight ways to spoil an envelope or a signature; never the same text again. */
export function spoiled(whole, next) {
  for (;;) {
    const made = WAYS[next(WAYS.length)](whole, next);
    if (made !== whole) return made;
  }
}

const inJson = (edit) => (whole, next) => {
  try {
    const envelope = JSON.parse(whole);
    edit(envelope, next);
    return `${JSON.stringify(envelope, null, 2)}\n`;
  } catch {
    return flipped(whole, next);
  }
};

function flipped(whole, next) {
  const bytes = Buffer.from(whole);
  bytes[next(bytes.length)] ^= 1 << next(7);
  return bytes.toString('latin1');
}

const base64Flip = (value, next) => {
  const bytes = Buffer.from(value, 'base64');
  bytes[next(bytes.length)] ^= 1 << next(8);
  return bytes.toString('base64');
};

const WAYS = [
  flipped,
  (whole, next) => whole.slice(0, next(whole.length)),
  (whole, next) => {
    const at = next(whole.length);
    return `${whole.slice(0, at)}${'\n ='[next(3)]}${whole.slice(at)}`;
  },
  (whole, next) => {
    const [a, b] = [next(whole.length - 1), next(whole.length - 1)];
    const signs = [...whole];
    [signs[a], signs[b]] = [signs[b], signs[a]];
    return signs.join('');
  },
  inJson((envelope, next) => (envelope.payload = base64Flip(envelope.payload, next))),
  inJson((envelope, next) => (envelope.signatures[0].sig = base64Flip(envelope.signatures[0].sig, next))),
  inJson((envelope, next) => (envelope.payloadType = ['text/plain', '', 'application/vnd.in-toto+JSON'][next(3)])),
  inJson((envelope, next) => {
    if (next(2)) envelope.signatures.push(envelope.signatures[0]);
    else envelope.signatures[0].keyid = 'SHA256:other';
  }),
];
