import { checkBag, TIMESTAMP } from './bag.mjs';
import { checkPdfs } from './pdf.mjs';
import { checkSignatures } from './signature.mjs';
import { hexOf, readZip } from './zip.mjs';

/** One ZIP, or the files of an unpacked folder; `told` is what the sender said by another way. */
export async function judge(given, told = '') {
  const isZip = given.length === 1 && /\.zip$/i.test(given[0].path);
  const zip = isZip ? await readZip(given[0].bytes) : undefined;
  if (isZip && zip === undefined) return { whole: false, findings: [{ code: 'not-a-package', path: null }], files: 0 };
  const files = zip?.files ?? rooted(given);
  if (!files.has('bagit.txt')) return { whole: false, findings: [{ code: 'not-a-package', path: null }], files: 0 };
  const bag = await checkBag(files);
  const signature = await checkSignatures(files, bag.level);
  const pdfs = await checkPdfs(files);
  const findings = [
    ...(zip?.faults ?? []).map((path) => ({ code: 'archive-inconsistent', path })),
    ...(zip && !zip.sealed ? [{ code: 'archive-inconsistent', path: null }] : []),
    ...bag.findings,
    ...(signature.state === 'invalid' && !bag.findings.some(({ path }) => path === signature.path)
      ? [{ code: 'signature-invalid', path: signature.path }]
      : []),
    ...(pdfs?.others ?? []).map((path) => ({ code: 'pdf-signature-invalid', path })),
  ];
  const hash = isZip ? await hexOf('SHA-256', given[0].bytes) : undefined;
  const wanted = told.trim();
  const matches = wanted === '' ? undefined : wanted.toLowerCase() === hash || wanted === signature.fingerprint;
  if (matches === false) findings.push({ code: 'other-package', path: null });
  return {
    whole: findings.length === 0,
    findings,
    files: files.size,
    signature,
    pdfs,
    hash,
    matches,
    stamped: files.has(TIMESTAMP),
  };
}

/** The folder's own name stands before each path, whatever the reader called it. */
function rooted(given) {
  const declaration = given.find(({ path }) => /(^|\/)bagit\.txt$/.test(path));
  const root = declaration?.path.slice(0, -'bagit.txt'.length) ?? '';
  return new Map(
    given.filter(({ path }) => path.startsWith(root)).map(({ path, bytes }) => [path.slice(root.length), bytes]),
  );
}

if (typeof document !== 'undefined') {
  const find = (id) => document.getElementById(id);
  const told = find('told');
  let last = [];
  const show = async (loading) => {
    find('result').hidden = false;
    find('verdict').textContent = find('words').dataset.reading;
    find('verdict').className = '';
    find('list').replaceChildren();
    last = (await loading) ?? last;
    say(await judge(last, told.value));
  };
  const say = ({ whole, findings, files, signature, pdfs, hash, matches, stamped }) => {
    const { dataset: words } = find('words');
    find('verdict').className = whole ? 'good' : 'bad';
    find('verdict').textContent = (whole ? words.whole : words.broken).replace('#', String(files));
    const line = (text, kind) => {
      const item = document.createElement('li');
      item.textContent = text;
      if (kind) item.className = kind;
      find('list').append(item);
    };
    for (const { code, path } of findings) line(`${words[camel(code)]}${path === null ? '' : ` ${path}`}`, 'bad');
    if (signature)
      line(
        words[signature.state].replace('#', signature.fingerprint ?? ''),
        signature.state === 'invalid' ? 'bad' : '',
      );
    if (pdfs?.by) line(words.pdfs.replace('#', pdfs.files).replace('#', pdfs.by));
    else if (signature && !pdfs) line(words.noPdfs);
    if (stamped) line(words.stamped);
    if (hash) line(words.hash.replace('#', hash));
    if (matches) line(words.matches, 'good');
  };
  const camel = (code) => code.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const loaded = async (list) =>
    Promise.all(
      [...list].map(async (file) => ({
        path: file.webkitRelativePath || file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      return [{ path: entry.fullPath.replace(/^\//, ''), bytes: new Uint8Array(await file.arrayBuffer()) }];
    }
    const reader = entry.createReader();
    const found = [];
    // A browser hands out a folder in pieces; the last one is empty.
    for (;;) {
      const piece = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (piece.length === 0) break;
      found.push(...piece);
    }
    return (await Promise.all(found.map(walk))).flat();
  };
  for (const id of ['zip', 'folder']) find(id).addEventListener('change', (event) => show(loaded(event.target.files)));
  told.addEventListener('change', () => last.length > 0 && show());
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    show(Promise.all(entries.map(walk)).then((found) => found.flat()));
  });
}
