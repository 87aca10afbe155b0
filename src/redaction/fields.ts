import { SIGHTING_CLASSES, type Sighting } from '../model/sighting.ts';
import { kindOfName } from './kinds/names.ts';
import { holdsUnderName } from './kinds/values.ts';
import type { Listed } from './lists.ts';
import { matchesOf } from './matches.ts';
import { isPlaceholder } from './placeholder.ts';

/** A way in which formats write a name and its value. Groups: the name, then the value, which ends the match but for one closing character. */
interface Notation {
  readonly mark: string;
  readonly pattern: RegExp;
}

const NOTATIONS: readonly Notation[] = [
  // JSON: "name": "value", "name": 123
  { mark: '":', pattern: /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}(?:"((?:[^"\\\n]|\\.){1,8192})"|(\d[\d.]{2,24}))/g },
  { mark: '" :', pattern: /"([^"\\\n]{1,80})"\s{1,8}:\s{0,8}(?:"((?:[^"\\\n]|\\.){1,8192})"|(\d[\d.]{2,24}))/g },
  // A photo or a template in base 64 is longer; no quote stands in it, so that no search begins within another.
  { mark: '":', pattern: /"([^"\\\n]{1,80})"\s{0,8}:\s{0,8}"((?:[\w+/=-]|\\[/nr]){8192,})"/g },
  // JSON within JSON: \"name\":\"value\"
  { mark: '\\":', pattern: /\\"([\w .-]{1,60})\\"\s{0,4}:\s{0,4}\\"([^"\\\n]{1,4096})\\"/g },
  // JSON pairs: "name": "password", "value": "…"
  {
    mark: '"value"',
    pattern:
      /"(?:name|key|field|label|variable|attribute|property)"\s{0,8}:\s{0,8}"([^"\\\n]{1,80})"\s{0,8},\s{0,40}"(?:value|text|data)"\s{0,8}:\s{0,8}"((?:[^"\\\n]|\\.){1,8192})"/gi,
  },
  // XML: <name>value</name>, name="value", <item name="…">value</item>, name="…" value="…", <key>name</key><string>value</string>
  { mark: '</', pattern: /<(?:[\w-]{1,40}:)?([A-Za-z_][\w.-]{0,60})(?:\s[^<>]{0,400})?>([^<>]+)(?=<)/g },
  { mark: '="', pattern: /(?<=[\s<])([A-Za-z_][\w.-]{0,60})\s?=\s?"([^"<\n]+)"/g },
  { mark: "='", pattern: /(?<=[\s<])([A-Za-z_][\w.-]{0,60})\s?=\s?'([^'<\n]+)'/g },
  { mark: '</', pattern: /\b(?:name|key)=["']([^"'<>\n]{1,80})["'][^<>]{0,200}>([^<>]+)(?=<\/)/gi },
  { mark: 'value=', pattern: /\b(?:name|key)=["']([^"'<>\n]{1,80})["']\s{1,8}value=(?:"([^"<\n]+)"|'([^'<\n]+)')/gi },
  {
    mark: '</',
    pattern:
      /<(?:key|name|field|label)>\s{0,8}([^<>\n]{1,80}?)\s{0,8}<\/\w{1,8}>\s{0,80}<(?:string|value|data|text)>([^<>]+)(?=<)/gi,
  },
  // The same in CDATA: <name><![CDATA[value]]></name>, <item name="…"><![CDATA[value]]>, <key>name</key><string><![CDATA[value]]>
  {
    mark: '<![CDATA[',
    pattern:
      /<(?:[\w-]{1,40}:)?([A-Za-z_][\w.-]{0,60})(?:\s[^<>]{0,400})?>\s{0,80}<!\[CDATA\[((?:[^\]]|\](?!\]>)){1,8192})\]/g,
  },
  {
    mark: '<![CDATA[',
    pattern:
      /\b(?:name|key)=["']([^"'<>\n]{1,80})["'][^<>]{0,200}>\s{0,80}<!\[CDATA\[((?:[^\]]|\](?!\]>)){1,8192})\]/gi,
  },
  {
    mark: '<![CDATA[',
    pattern:
      /<(?:key|name|field|label)>\s{0,8}([^<>\n]{1,80}?)\s{0,8}<\/\w{1,8}>\s{0,80}<(?:string|value|data|text)>\s{0,80}<!\[CDATA\[((?:[^\]]|\](?!\]>)){1,8192})\]/gi,
  },
];

/** name=value, name: value, name => value, as settings and logs write them. */
const SETTING =
  /(?<![\w.-])([A-Za-z][\w.-]{0,50}(?: [A-Za-z][\w-]{0,24}){0,3}?)[ ]{0,5}["']?[ \t]{0,24}(?:=>|[=:])[ \t]{0,4}(?:"([^"\n]{1,2048})"|'([^'\n]{1,2048})'|([^\s"',;&<>|)\]}]{3,2048}))/g;

/** A line of its own, as lists of properties are printed: all behind the colon is the value. */
const PROPERTY = /^[ \t]{0,24}([A-Za-z][\w .-]{1,40}?)[ \t]{0,24}[:=][ \t]{1,4}(\S[^\r\n]{1,400})$/gm;

/** Values under names that tell what they are, wherever a format writes a name beside its value. */
export function sightingsUnderNames(text: string): Sighting[] {
  const found: Sighting[] = [];
  for (const { mark, pattern } of NOTATIONS) {
    if (text.includes(mark)) collect(text, pattern, found);
  }
  return found;
}

export function sightingsInLists(listed: readonly Listed[]): Sighting[] {
  const found: Sighting[] = [];
  for (const { name, text: value, from, to } of listed) {
    // What one would be called in the singular stands in a list under the plural.
    const kind = kindOfName(name) ?? kindOfName(name.replace(/s$/i, ''));
    if (kind !== undefined && holdsUnderName(kind, value)) found.push({ kind, from, to });
  }
  return found;
}

function collect(text: string, pattern: RegExp, found: Sighting[]): void {
  for (const match of matchesOf(pattern, text)) {
    const [whole, name = '', quoted, bare] = match;
    const value = quoted ?? bare ?? '';
    const kind = kindOfName(name);
    if (kind === undefined || !holdsUnderName(kind, value)) continue;
    const from = match.index + whole.lastIndexOf(value);
    found.push({ kind, from, to: from + value.length });
  }
}

/** The same in running text; only what must not leave is looked for there, since logs name people and machines in a thousand ways. */
export function sightingsInSettings(text: string): Sighting[] {
  const found: Sighting[] = [];
  collectSettings(text, found);
  for (const match of matchesOf(PROPERTY, text)) {
    const [whole, name = '', value = ''] = match;
    const kind = kindOfName(name);
    if (kind === undefined || SIGHTING_CLASSES[kind] !== 'sensitive' || !holdsUnderName(kind, value)) continue;
    const from = match.index + whole.length - value.length;
    found.push({ kind, from, to: from + value.length });
  }
  return found;
}

function collectSettings(text: string, found: Sighting[]): void {
  SETTING.lastIndex = 0;
  for (let match = SETTING.exec(text); match !== null; match = SETTING.exec(text)) {
    const [whole, name = '', double, single, bare] = match;
    const kind = kindOfName(name);
    const value = double ?? single ?? bare ?? '';
    if (kind === undefined || SIGHTING_CLASSES[kind] === 'personal') {
      // Within the value another name may stand: `detail: "password=…"`.
      SETTING.lastIndex = match.index + name.length + 1;
    } else if (holdsUnderName(kind, value) && !(bare !== undefined && isProse(bare, text, SETTING.lastIndex))) {
      const from = match.index + whole.lastIndexOf(value);
      found.push({ kind, from, to: from + value.length });
    }
  }
}

/** "Password: must be changed" is a sentence, "password=Winter24!" is none. */
function isProse(bare: string, text: string, end: number): boolean {
  if (isPlaceholder(bare) || /^[a-z]+$/.test(bare)) return true;
  return /^[A-Z]?[a-z]+$/.test(bare) && /^ [a-z]+ [a-z]+/.test(text.slice(end, end + 40));
}
