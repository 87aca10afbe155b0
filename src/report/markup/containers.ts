import type { Block, Tone } from '../../model/document.ts';
import { unknownWord } from '../template/problem.ts';
import { parseInline, plainText } from './inline.ts';
import { joined, type Problems, part, splitAt, type Text } from './source.ts';
import { TONES } from './words.ts';

const COVER_KEYS = ['title', 'subtitle', 'client', 'line', 'notice'] as const;

export function parseCover(head: Text, lines: readonly Text[], problems: Problems): Block {
  const values: Record<(typeof COVER_KEYS)[number], string[]> = {
    title: [],
    subtitle: [],
    client: [],
    line: [],
    notice: [],
  };
  for (const line of lines.filter((each) => each.text.trim() !== '')) {
    const [whole = '', word = ''] = /^([a-z]+):/.exec(line.text) ?? [];
    const key = COVER_KEYS.find((each) => each === word);
    if (key === undefined) problems.say(line.at(0), unknownWord('line of a cover', word || line.text, COVER_KEYS));
    else {
      const words = plainText(parseInline(part(line, whole.length), problems));
      if (words !== '') values[key].push(words);
    }
  }
  if (values.title.length !== 1) problems.say(head.at(0), 'a cover has one title');
  const { title, subtitle, client, line: more, notice } = values;
  return {
    type: 'cover',
    title: title.join(' '),
    subtitle: subtitle.join(' '),
    client: client.join(' '),
    lines: more,
    notice: notice.join(' '),
  };
}

/** `Key | value`; a line that begins with blanks goes on with the value before it. `band 40 30 30`: the widths of its pairs in per cent. */
export function parseKeyValues(head: Text, lines: readonly Text[], problems: Problems): Block {
  const [, word = '', percents = ''] = /^(\S*)((?: +\d+)*)$/.exec(head.text.trim()) ?? [];
  const columns = word === '2' ? 2 : word === 'band' ? 'band' : 1;
  const widths = percents
    .split(' ')
    .filter((text) => text !== '')
    .map(Number);
  if (
    !['', '1', '2', 'band'].includes(word) ||
    (percents !== '' && word !== 'band') ||
    (word === '' && head.text !== '')
  )
    problems.say(head.at(0), 'keyvalues stand in 1 or 2 columns, or in a band, whose widths in per cent may follow');
  const rows = pairs(lines, problems).map(([key, value]) => ({
    key: plainText(parseInline(key, problems)),
    value: parseInline(value, problems),
  }));
  if (widths.length > 0 && widths.length !== rows.length)
    problems.say(head.at(0), `${rows.length} pairs in the band, but ${widths.length} widths`);
  return { type: 'key-values', rows, columns, ...(widths.length === 0 ? {} : { widths }) };
}

export function parseSignature(_head: Text, lines: readonly Text[], problems: Problems): Block {
  const named = pairs(lines, problems).map(([role, name]) => ({
    role: plainText(parseInline(role, problems)),
    name: plainText(parseInline(name, problems)),
  }));
  return { type: 'signature', lines: named };
}

function pairs(lines: readonly Text[], problems: Problems): readonly (readonly [Text, Text])[] {
  const whole: Text[][] = [];
  for (const line of lines.filter((each) => each.text.trim() !== '')) {
    const before = whole.at(-1);
    if (/^\s/.test(line.text) && before !== undefined) before.push(part(line, 0));
    else whole.push([line]);
  }
  return whole.flatMap((each) => {
    const line = joined(each);
    const [key, value, more] = splitAt(line, '|');
    if (key !== undefined && value !== undefined && more === undefined) return [[key, value] as const];
    problems.say(line.at(0), 'a line here is written: words | value');
    return [];
  });
}

export function calloutHead(head: Text, problems: Problems): { tone: Tone; title: string } {
  const [word = ''] = head.text.split(' ');
  const tone = TONES.find((each) => each === word);
  if (tone === undefined) problems.say(head.at(0), unknownWord('tone', word, TONES));
  return { tone: tone ?? 'plain', title: plainText(parseInline(part(head, word.length), problems)) };
}
