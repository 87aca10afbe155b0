import { slug } from '../kernel/text.ts';
import type { Block, Figure, Inline } from '../model/document.ts';
import { calloutHead, parseCover, parseKeyValues, parseSignature } from './markup/containers.ts';
import { parseInline, plainText } from './markup/inline.ts';
import { joined, type Problems, part, problems, type Text, unescaped } from './markup/source.ts';
import { parseTable } from './markup/table.ts';
import { CONTAINERS, DIRECTIVES } from './markup/words.ts';
import { unmark } from './template/marker.ts';
import { type TemplateProblem, unknownWord } from './template/problem.ts';

export interface FigureSource {
  readonly caption: string;
  readonly figure: Figure;
}

interface Reading {
  readonly figures: ReadonlyMap<string, FigureSource>;
  readonly problems: Problems;
}

/** Our strict markup into blocks. Whatever it does not understand is a problem with the place in the template that wrote it. */
export function parseMarkup(
  rendered: string,
  file: string,
  figures: ReadonlyMap<string, FigureSource>,
): { readonly blocks: readonly Block[]; readonly problems: readonly TemplateProblem[] } {
  const reading: Reading = { figures, problems: problems() };
  const blocks = parseBlocks(unmark(rendered, file), reading);
  return { blocks, problems: reading.problems.found };
}

function parseBlocks(lines: readonly Text[], reading: Reading): readonly Block[] {
  const blocks: Block[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const taken = line.text.startsWith(':::')
      ? container(lines, index, blocks, reading)
      : simple(lines, index, blocks, reading);
    index += taken;
  }
  return blocks;
}

/** How many lines it took. */
function simple(lines: readonly Text[], index: number, blocks: Block[], reading: Reading): number {
  const line = lines[index] as Text;
  if (line.text.trim() === '') return 1;
  if (line.text.startsWith('::')) {
    blocks.push(...directive(line, reading));
    return 1;
  }
  if (/^#{1,4} /.test(line.text)) {
    blocks.push(heading(line, reading.problems));
    return 1;
  }
  if (ITEM.test(line.text)) return list(lines, index, blocks, reading.problems);
  if (line.text.startsWith('|')) {
    reading.problems.say(line.at(0), 'a row of a table stands outside of :::table');
    return 1;
  }
  const end = indexFrom(lines, index + 1, (text) => !continues(text)) ?? lines.length;
  blocks.push({ type: 'paragraph', content: inline(lines.slice(index, end), reading.problems) });
  return end - index;
}

const ITEM = /^(- |\d+\. )/;

function continues(text: string): boolean {
  return text.trim() !== '' && !/^(::|#{1,4} |- |\d+\. |\|)/.test(text);
}

function inline(lines: readonly Text[], problems: Problems): Inline {
  return parseInline(joined(lines.map((line) => part(line, 0))), problems);
}

/** `## #id Words`, or the id is made of the words. */
function heading(line: Text, problems: Problems): Block {
  const [whole = '', signs = '#', id] = /^(#{1,4}) +(?:#(\S+) +)?/.exec(line.text) ?? [];
  const content = parseInline(part(line, whole.length), problems);
  if (content.length === 0) problems.say(line.at(0), 'a heading without words');
  const level = signs.length as 1 | 2 | 3 | 4;
  return {
    type: 'heading',
    level,
    content,
    id: id === undefined ? slug(plainText(content)) : unescaped(id),
    bookmark: true,
    contents: level <= 3,
  };
}

function list(lines: readonly Text[], index: number, blocks: Block[], problems: Problems): number {
  const ordered = /^\d/.test(lines[index]?.text ?? '');
  const items: Text[][] = [];
  let at = index;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    const sign = ITEM.exec(line?.text ?? '')?.[0];
    if (line === undefined) break;
    if (sign !== undefined && /^\d/.test(sign) === ordered) items.push([part(line, sign.length)]);
    else if (/^\s+\S/.test(line.text)) items.at(-1)?.push(part(line, 0));
    else break;
  }
  blocks.push({ type: 'list', ordered, items: items.map((item) => parseInline(joined(item), problems)) });
  return at - index;
}

function directive(line: Text, { figures, problems }: Reading): readonly Block[] {
  const [whole = '', word = ''] = /^::(\S*)/.exec(line.text) ?? [];
  const rest = part(line, whole.length);
  const name = DIRECTIVES.find((each) => each === word);
  switch (name) {
    case undefined:
      problems.say(line.at(2), unknownWord('directive', word, DIRECTIVES));
      return [];
    case 'figure':
      return figure(rest, figures, problems);
    case 'contents':
      return contents(rest, problems);
    case 'anchor':
      return [{ type: 'anchor', id: unescaped(rest.text) }];
    case 'rule':
      return [{ type: 'rule' }];
    case 'break':
      return [{ type: 'break', to: 'page' }];
    case 'chapter':
      return [{ type: 'break', to: 'chapter' }];
    case 'lead':
    case 'small':
      return [{ type: 'paragraph', style: name, content: parseInline(rest, problems) }];
  }
}

/** `::figure name`; a figure about nothing is left out by whoever makes it. */
function figure(rest: Text, figures: Reading['figures'], problems: Problems): readonly Block[] {
  const name = unescaped(rest.text);
  const found = figures.get(name);
  if (found !== undefined) return [{ type: 'figure', id: `figure-${slug(name)}`, ...found }];
  problems.say(rest.at(0), unknownWord('figure', name, figures.keys()));
  return [];
}

function contents(rest: Text, problems: Problems): readonly Block[] {
  const [, digit, title = ''] = /^([1-3]) (.+)$/.exec(rest.text) ?? [];
  if (digit === undefined) problems.say(rest.at(0), 'contents are written: ::contents 2 Title');
  const depth = digit === '1' ? 1 : digit === '3' ? 3 : 2;
  return [{ type: 'contents', depth, title: plainText(parseInline({ ...rest, text: title }, problems)) }];
}

function container(lines: readonly Text[], index: number, blocks: Block[], reading: Reading): number {
  const line = lines[index] as Text;
  const [whole = '', word = ''] = /^:::(\S*)/.exec(line.text) ?? [];
  const head = part(line, whole.length);
  const name = CONTAINERS.find((each) => each === word);
  const end = indexFrom(lines, index + 1, (text) => text.startsWith(':::')) ?? lines.length;
  const inner = lines.slice(index + 1, end);
  const { problems } = reading;
  if (lines[end]?.text.trim() !== ':::') problems.say(line.at(0), `:::${word} is not closed by a line of :::`);
  switch (name) {
    case undefined:
      problems.say(line.at(3), unknownWord('directive', word, CONTAINERS));
      break;
    case 'cover':
      blocks.push(parseCover(head, inner, problems));
      break;
    case 'keyvalues':
      blocks.push(parseKeyValues(head, inner, problems));
      break;
    case 'signature':
      blocks.push(parseSignature(head, inner, problems));
      break;
    case 'table':
      blocks.push(parseTable(head, inner, problems));
      break;
    case 'callout':
      blocks.push({ type: 'callout', ...calloutHead(head, problems), blocks: parseBlocks(inner, reading) });
      break;
  }
  return end - index + 1;
}

/** The first line from `from` on that fits; a document has many thousand lines, and each is looked at once. */
function indexFrom(lines: readonly Text[], from: number, fits: (text: string) => boolean): number | undefined {
  for (let index = from; index < lines.length; index += 1) if (fits(lines[index]?.text ?? '')) return index;
  return undefined;
}
