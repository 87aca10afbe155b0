import { hexOf } from './zip.mjs';

// Is every file the one that was packed, is none missing, and is there no other? The same rules as `proofpack verify`, written a second time.

const HASHES = [
  { algorithm: 'SHA-256', digits: 64, files: 'manifest-sha256.txt', tags: 'tagmanifest-sha256.txt' },
  { algorithm: 'SHA-512', digits: 128, files: 'manifest-sha512.txt', tags: 'tagmanifest-sha512.txt' },
];
const TAGS = [
  'HOW-TO-VERIFY.txt',
  'bag-info.txt',
  'bagit.txt',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'verify.html',
];
export const SIGNATURE = 'tagmanifest-sha256.txt.sig';
export const STATEMENT = 'statement.dsse.json';
export const TIMESTAMP = 'tagmanifest-sha256.txt.sig.tsr';
const PROOFS = { E1: [], E2: [SIGNATURE, STATEMENT], E3: [SIGNATURE, STATEMENT, TIMESTAMP] };
const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** `files`: paths inside the bag and their bytes. Findings carry the codes of `proofpack verify`. */
export async function checkBag(files) {
  const textOf = (path) => (files.has(path) ? new TextDecoder().decode(files.get(path)) : undefined);
  const info = textOf('bag-info.txt') ?? '';
  const level = /^Proofpack-Assurance: (E[123])$/m.exec(info)?.[1];
  const proofs = PROOFS[level ?? 'E1'];
  const findings = [];
  const add = (code, path) => {
    if (!findings.some((each) => each.code === code && each.path === path)) findings.push({ code, path });
  };
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'));
  const tagManifests = HASHES.map(({ tags }) => tags);
  const beside = [...files.keys()].filter(
    (path) => !path.startsWith('data/') && !tagManifests.includes(path) && !proofs.includes(path),
  );
  for (const { algorithm, digits, files: manifest, tags } of HASHES) {
    const ofPayload = readManifest(textOf(manifest), { digits, belongs: (path) => path.startsWith('data/') });
    const ofTags = readManifest(textOf(tags), { digits, belongs: (path) => TAGS.includes(path) });
    if (ofPayload.malformed) add('manifest-malformed', manifest);
    if (ofTags.malformed) add('manifest-malformed', tags);
    await compare(payload, { expected: ofPayload.lines, files, algorithm, add });
    await compare(beside, {
      expected: new Map(TAGS.map((path) => [path, ofTags.lines.get(path)])),
      files,
      algorithm,
      add,
    });
  }
  for (const path of [...tagManifests, ...proofs]) if (!files.has(path)) add('missing', path);
  if (files.has('bagit.txt') && textOf('bagit.txt') !== DECLARATION) add('manifest-malformed', 'bagit.txt');
  if (files.has('bag-info.txt')) {
    const bytes = payload.reduce((sum, path) => sum + files.get(path).length, 0);
    const counted = new RegExp(`^Payload-Oxum: ${bytes}\\.${payload.length}$`, 'm').test(info);
    if (level === undefined || !counted) add('manifest-malformed', 'bag-info.txt');
  }
  return { findings, level: level ?? 'E1' };
}

function readManifest(text, { digits, belongs }) {
  const lines = new Map();
  if (text === undefined) return { lines, malformed: false };
  const rows = text.split('\n');
  let malformed = rows.pop() !== '';
  for (const row of malformed ? [] : rows) {
    const [, hash, path] = /^([0-9a-f]+) {2}(.+)$/.exec(row) ?? [];
    if (path === undefined || hash.length !== digits || !belongs(path) || lines.has(path)) malformed = true;
    else lines.set(path, hash);
  }
  return { lines, malformed };
}

async function compare(paths, { expected, files, algorithm, add }) {
  for (const path of paths) {
    if (!expected.has(path)) add('uninvited', path);
    else if (expected.get(path) !== (await hexOf(algorithm, files.get(path)))) add('altered', path);
  }
  for (const path of expected.keys()) if (!paths.includes(path)) add('missing', path);
}
