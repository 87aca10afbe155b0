// Files that nobody means well with, made by a grammar of mistakes of our own. Each is a path and bytes, as an exhibit would be handed over.
import { zipSync } from 'fflate';

const text = (path, content) => ({ path, bytes: Buffer.from(content) });
const LIST_ROW = Buffer.from([0x50, 0x4b, 1, 2]);

/** A good ZIP with some bytes of its first row of the list put otherwise: [offset in the row, value, bytes]. */
function bent(files, ...changes) {
  const zip = Buffer.from(zipSync(files));
  const row = zip.indexOf(LIST_ROW);
  for (const [offset, value, bytes] of changes) zip.writeUIntLE(value, row + offset, bytes);
  return zip;
}

export function hostileZips() {
  const csv = Buffer.from('Display name,State\nKim,active\n');
  const good = { 'a.csv': csv };
  // Written under another name of the same length: the packer itself stumbles over some of these.
  const named = (name) => {
    const bytes = Buffer.from(name);
    const plain = 'n'.repeat(bytes.length);
    const zip = Buffer.from(zipSync({ ...good, [plain]: csv }));
    for (let at = zip.indexOf(plain); at >= 0; at = zip.indexOf(plain, at + 1)) bytes.copy(zip, at);
    return zip;
  };
  const zip = Buffer.from(zipSync(good));
  let nest = zip;
  for (let depth = 0; depth < 30; depth += 1) nest = Buffer.from(zipSync({ 'in.zip': nest }, { level: 0 }));
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`f${n}.txt`, Buffer.alloc(0)]));
  const second = bent({ ...good, 'b.csv': csv });
  second.writeUInt32LE(0, second.indexOf(LIST_ROW, second.indexOf(LIST_ROW) + 4) + 42);
  const shown = Buffer.from(zip);
  shown.write('X', 30);
  const all = [
    named('../../evil.csv'),
    named('/etc/evil.csv'),
    named('C:/evil.csv'),
    named('..\\evil.csv'),
    named('evil.csv\u0000.pdf'),
    named('evil\u202Evsc.exe'),
    named('aux.csv'),
    named('__proto__'),
    named(`${'e'.repeat(300)}.csv`),
    named('A.CSV'),
    bent(good, [38, 0xa1ff0000, 4]),
    bent(good, [16, 1, 4]),
    bent(good, [24, 1, 4]),
    bent(good, [24, 0xfffffff0, 4]),
    bent(good, [20, 0xfffffff0, 4]),
    bent(good, [8, 1, 2]),
    bent(good, [10, 99, 2]),
    bent(good, [42, 0xfffffff0, 4]),
    second,
    shown,
    Buffer.concat([zip, zip]),
    Buffer.concat([Buffer.from('MZ\u0090'), zip]),
    zip.subarray(0, zip.length - 9),
    nest,
    Buffer.from(zipSync(many, { level: 0 })),
    Buffer.from(zipSync({ 'zeros.csv': Buffer.alloc(300 * 1024 ** 2) })),
  ];
  return all.map((bytes, n) => ({ path: `zip-${n}.zip`, bytes }));
}

/** Rows as an API of directories gives them, with one mistake each. */
export function malformedJson() {
  const good = '{"value":[{"id":"1","displayName":"Kim","accountEnabled":true,"n":-1.5e3,"none":null}]}';
  const cuts = Array.from({ length: good.length - 1 }, (_, at) => good.slice(0, at + 1));
  const strays = ['{', '}', '[', ']', ',', ':', '"', '\\', '\u0000', '\u001f', "'", '/', '#', '+', 'NaN'];
  const inserted = strays.flatMap((stray) =>
    [1, 10, 20, 34, 60].map((at) => good.slice(0, at) + stray + good.slice(at)),
  );
  const values = [
    '01',
    '1.',
    '.5',
    '1e',
    '+1',
    '0x1',
    'Infinity',
    '-',
    'tru',
    'undefined',
    '"\\x"',
    '"\\u12"',
    '"\t"',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '/**/1',
  ];
  const bad = values.map((value) => good.replace('-1.5e3', value));
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'id', ''];
  const twice = keys.map((key) => good.replace('"n":', `"${key}":{"polluted":true},"${key}":`));
  const deep = [1_000, 100_000].flatMap((n) => ['['.repeat(n), '{"a":'.repeat(n), `${'['.repeat(n)}${']'.repeat(n)}`]);
  const long = [
    `{"${'k'.repeat(1_000_000)}":1}`,
    `"${'\\u0000'.repeat(200_000)}"`,
    `[${'9'.repeat(1_000_000)}]`,
    `[1e${'9'.repeat(5_000)}]`,
  ];
  const bytes = [
    Buffer.from([0xff, 0xfe, 0x7b]),
    Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22]),
    Buffer.from('7b22eda08022', 'hex'),
    Buffer.from('{"a":"\ud800"}', 'utf16le'),
  ];
  const texts = [...cuts, ...inserted, ...bad, ...twice, ...deep, ...long].map((each) => Buffer.from(each));
  return [...texts, ...bytes].map((each, n) => ({ path: `json-${n}.json`, bytes: each }));
}

export function xmlAttacks() {
  const body = (inside) => `<?xml version="1.0"?>${inside}`;
  const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const many = Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ');
  return [
    body(`<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]><nmaprun>&l10;</nmaprun>`),
    body(`<!DOCTYPE r [<!ENTITY a "${'a'.repeat(100_000)}">]><nmaprun>${'&a;'.repeat(50_000)}</nmaprun>`),
    body('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><nmaprun>&x;</nmaprun>'),
    body('<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><nmaprun>&x;</nmaprun>'),
    body('<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]><nmaprun/>'),
    body('<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><nmaprun/>'),
    body('<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]><nmaprun>&a;</nmaprun>'),
    body('<nmaprun xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="/etc/passwd" parse="text"/></nmaprun>'),
    body(`<nmaprun>${'<a>'.repeat(200_000)}`),
    body(`<nmaprun>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</nmaprun>`),
    body(`<nmaprun args="${'x'.repeat(20_000_000)}"/>`),
    body(`<nmaprun ${many}/>`),
    body(`<nmaprun><!--${'-'.repeat(1_000_000)}`),
    body(`<nmaprun><![CDATA[${']'.repeat(1_000_000)}`),
    body('<nmaprun a="1" a="2"/>'),
    body('<nmaprun>&#0;&#xFFFFFFFF;&#-1;</nmaprun>'),
    body('<__proto__><constructor/></__proto__>'),
    `<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><nmaprun/>`,
    `<?xml version="1.0" encoding="UTF-7"?><nmaprun/>`,
  ].map((content, n) => text(`xml-${n}.xml`, content));
}

export function csvTraps() {
  const head = 'Display name,State';
  return [
    `${head}\n"Kim,active\n${'x,y\n'.repeat(100_000)}`,
    `${head}\nKim\n,,,,,\nKim,active,more,and more\n`,
    `State,State,State\n1,2,3\n`,
    `__proto__,constructor,toString\n1,2,3\n`,
    `${Array.from({ length: 50_000 }, (_, n) => `c${n}`).join(',')}\n1\n`,
    `${head}\r"Kim"\r\n"A\nB",x\n\r`,
    `${head}\n${'"'.repeat(1_000_001)}\n`,
    `${head}\n${'a'.repeat(20_000_000)},1\n`,
    `sep=;\nDisplay name;State\nKim;active\n`,
    `\ufeff\ufeff${head}\nKim,active\n`,
    `${head}\n=cmd|'/c calc'!A1,+1+1\n@SUM(1),-2+3\n\t=1,\uff1d1\n`,
    `${head}\nKim\u0000,active\n`,
    `${','.repeat(1_000_000)}\n`,
    `${'\n'.repeat(2_000_000)}`,
    `${head}\n"Kim" x,active\nK"im,"act"ive\n`,
  ].map((content, n) => text(`csv-${n}.csv`, content));
}
