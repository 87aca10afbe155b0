/** What a text means that a format wrote in its way: values are found as they stand, and shown elsewhere as they are meant. */

export function withoutJsonEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/]))/g, (whole, hex?: string, sign?: string) =>
    hex === undefined ? (sign ?? whole) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,5}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Quotes in a cell of CSV. */
export function withoutDoubledQuotes(text: string): string {
  return text.replaceAll('""', '"');
}

/** A value as it stands, and in each way in which it can be meant: which format it stands in, nobody has to know. */
export function formsOf(value: string): ReadonlySet<string> {
  const forms = [value, withoutJsonEscapes(value), withoutEntities(value), withoutDoubledQuotes(value)];
  return new Set(forms.map((form) => form.trim()).filter((form) => form !== ''));
}

/** The one that differs from how it stands, if one does. */
export function meantBy(value: string): string {
  return [...formsOf(value)].at(-1) ?? value;
}
