const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a literal string (ISO 32000, 7.3.4.2). */
export function unescaped(text: string): Buffer {
  const plain = text.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 255);
    return /[\r\n]/.test(code) ? '' : (ESCAPES[code] ?? code);
  });
  return Buffer.from(plain, 'latin1');
}
