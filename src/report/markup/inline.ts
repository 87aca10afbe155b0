import type { Inline, Run, Tone } from '../../model/document.ts';
import { unknownWord } from '../template/problem.ts';
import { type Problems, part, type Text, unescaped } from './source.ts';
import { TONES } from './words.ts';

/** A line ends within a cell or paragraph. */
const BREAK = '<br>';

interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly to?: string;
  readonly colour?: Tone;
}

/** `**bold** *italic* \`code\` [words](#id)` and `[words](:tone)`, `<br>`; a backslash makes the next sign a plain one. */
export function parseInline(text: Text, problems: Problems): Inline {
  return runs(text, {}, problems);
}

/** As text alone, for titles and captions. */
export function plainText(inline: Inline): string {
  return inline.map((run) => run.text).join('');
}

function runs(text: Text, outer: Style, problems: Problems): readonly Run[] {
  const out: Run[] = [];
  const open = { bold: -1, italic: -1 };
  const style = (): Style => ({
    ...outer,
    ...(open.bold >= 0 ? { bold: true as const } : {}),
    ...(open.italic >= 0 ? { italic: true as const } : {}),
  });
  let plain = '';
  const flush = (): void => {
    if (plain !== '') out.push({ text: plain, ...style() });
    plain = '';
  };
  for (let at = 0; at < text.text.length; ) {
    const sign = text.text[at] ?? '';
    if (sign === '\\') {
      plain += text.text[at + 1] ?? '';
      at += 2;
    } else if (sign === '*') {
      flush();
      const kind = text.text[at + 1] === '*' ? 'bold' : 'italic';
      open[kind] = open[kind] < 0 ? at : -1;
      at += kind === 'bold' ? 2 : 1;
    } else if (sign === '`') {
      flush();
      const end = endOf(text.text, '`', at + 1);
      if (end < 0) problems.say(text.at(at), 'this ` opens code that nothing closes');
      const code = unescaped(text.text.slice(at + 1, end < 0 ? undefined : end));
      if (code !== '') out.push({ text: code, ...style(), code: true });
      at = end < 0 ? text.text.length : end + 1;
    } else if (text.text.startsWith(BREAK, at)) {
      plain += '\n';
      at += BREAK.length;
    } else if (sign === '[') {
      flush();
      at = link(text, at, style(), out, problems);
    } else {
      const next = text.text.slice(at).search(/.[\\*`[<]/);
      const end = next < 0 ? text.text.length : at + next + 1;
      plain += text.text.slice(at, end);
      at = end;
    }
  }
  flush();
  if (open.bold >= 0) problems.say(text.at(open.bold), 'this ** opens bold that nothing closes');
  if (open.italic >= 0) problems.say(text.at(open.italic), 'this * opens italics that nothing closes');
  return out;
}

function link(text: Text, at: number, style: Style, out: Run[], problems: Problems): number {
  const middle = endOf(text.text, ']', at + 1);
  const end = middle >= 0 && text.text[middle + 1] === '(' ? endOf(text.text, ')', middle + 2) : -1;
  if (end < 0) {
    problems.say(text.at(at), 'this [ opens a link that is not written [words](#id)');
    return text.text.length;
  }
  const target = part(text, middle + 2, end);
  const words = part(text, at + 1, middle);
  out.push(...runs(words, { ...style, ...destination(target, problems) }, problems));
  return end + 1;
}

function destination(target: Text, problems: Problems): Style {
  const to = unescaped(target.text);
  if (to.startsWith(':')) {
    const tone = TONES.find((each) => each === to.slice(1));
    if (tone === undefined) problems.say(target.at(0), unknownWord('tone', to.slice(1), TONES));
    return tone === undefined ? {} : { colour: tone };
  }
  if (/^(#[^\s#]+|https:\/\/\S+|mailto:\S+|\.\/(?:exhibits\/)?[^\s/]+)$/.test(to)) return { to };
  problems.say(
    target.at(0),
    `"${to}" is no target: #id, https://…, mailto:… or a file beside the page (./name, ./exhibits/name)`,
  );
  return {};
}

function endOf(text: string, sign: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === sign) return at;
  }
  return -1;
}
