const PLACEHOLDERS = new Set(['', '-', '--', '---', '–', '—', 'n/a', '#n/a', 'null', '(null)', '<null>']);

/** Most cells begin otherwise, and are looked at no further. */
const BEGINS: ReadonlySet<number> = new Set(
  [...PLACEHOLDERS].flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]),
);

/** Names of types that PowerShell prints where a value was lost: not empty, unknown. */
const LOST =
  /^(?:System\.[A-Za-z.]+\[\]|System\.Collections\.[A-Za-z.`\d[\]]+|[A-Za-z.]*ADPropertyValueCollection|System\.Object|\[object Object\])$/;

/** The cell says nothing. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 6 && (text === '' || BEGINS.has(text.charCodeAt(0))) && PLACEHOLDERS.has(text.toLowerCase());
}

/** The cell says only of what type its value was. */
export function isLostValue(text: string): boolean {
  return (text.startsWith('System.') || text.startsWith('Microsoft.') || text.startsWith('[object')) && LOST.test(text);
}

/** `1,234`, `12.5 %`, `12,5`; undefined when it is no plain number, or one beyond all measure. */
export function parseNumber(text: string): number | undefined {
  const found = plainNumber(text);
  return Number.isFinite(found) ? found : undefined;
}

function plainNumber(text: string): number | undefined {
  const bare = text.replace(/\s*%$/, '');
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(bare)) return Number(bare);
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^[+-]?\d+,\d{1,2}$/.test(bare)) return Number(bare.replace(',', '.'));
  return undefined;
}

const YES = new Set(['true', 'yes', 'y', '1', 'enabled', 'on']);
const NO = new Set(['false', 'no', 'n', '0', 'disabled', 'off']);

export function parseFlag(text: string): boolean | undefined {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
