/** V8 copies shorter parts of a text; a longer one keeps all of the text that it was cut from. */
const COPIED_ANYWAY = 12;
const LONGEST = 64;
const REMEMBERED = 4096;

const known = new Map<string, string>();

/**
 * The same text in memory of its own: a host and a title out of each piece of a file would keep the whole file alive as long as facts
 * remember them. Those that come again and again are copied once.
 */
export function ownText(text: string): string {
  if (text.length <= COPIED_ANYWAY) return text;
  if (text.length > LONGEST) return copyOf(text);
  const held = known.get(text);
  if (held !== undefined) return held;
  const copy = copyOf(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(copy, copy);
  return copy;
}

function copyOf(text: string): string {
  const copy = Buffer.from(text).toString();
  // Half a surrogate has no bytes in UTF-8.
  return copy === text ? copy : text;
}
