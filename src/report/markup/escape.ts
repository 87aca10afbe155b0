/** Control characters have no shape on paper and no place in XML; the replacement character shows that something stood there. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const LINE_BREAKS = /[\t\r\n\u0085\u2028\u2029]+/g;

/** One line of printable text: line breaks and tabs become blanks, controls and lone surrogates the replacement character. */
export function oneLine(text: string): string {
  return text.replace(LINE_BREAKS, ' ').replace(CONTROLS, '\uFFFD');
}

/** Makes any text inert in our markup: each sign that could mean something is preceded by a backslash. */
export function escapeMarkup(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
