/** What Excel holds in a cell. */
const MOST = 32_767;
const CUT = ' … (cut here: a cell holds no more; the whole text is in machine/findings.json)';

const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Any text as a cell can hold it: no characters that XML forbids, nothing that reads as an escape, no more than fits. */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '\uFFFD')
    // In a workbook `_x0041_` is read as "A"; the escape of the low line keeps it as it was written.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return clean.length <= MOST ? clean : clean.slice(0, MOST - CUT.length).replace(/[\uD800-\uDBFF]$/, '') + CUT;
}

/** `#N/A` and its kin would be written as an error, not as the text that it is. */
export function looksLikeError(text: string): boolean {
  return /^#[A-Z0-9/_]+[!?]?$/.test(text);
}
