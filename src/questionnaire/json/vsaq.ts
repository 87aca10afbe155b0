import type { Condition, Takes } from '../../model/questionnaire.ts';
import type { Listed } from '../listed.ts';
import { conditionOf, type Known } from './condition.ts';

/** A question with how its answer is written into the answers file. */
export interface VsaqQuestion extends Listed {
  /** Which id gets which value, by the word that is answered; one for texts. */
  readonly writes: (word: string) => readonly [id: string, value: string] | undefined;
}

export interface VsaqForm {
  readonly title: string;
  readonly questions: readonly VsaqQuestion[];
}

type Item = Readonly<Record<string, unknown>>;

/** Deeper and longer no questionnaire is. */
const DEEPEST = 40;
const MOST = 10_000;

export class TooDeep extends Error {}

/** The questions of a questionnaire as VSAQ writes them; undefined when it is none. */
export function readVsaq(document: unknown, answers: ReadonlyMap<string, string>): VsaqForm | undefined {
  const root = isItem(document) ? document['questionnaire'] : undefined;
  if (!Array.isArray(root)) return undefined;
  const questions: VsaqQuestion[] = [];
  const known: Map<string, Known> = new Map();
  const around: Around = { section: '', conditions: [], depth: 0 };
  walk(root, around, { questions, known, answers, heard: '' });
  return { title: sectionText(root.find(isItem)) || 'Questions', questions };
}

interface Around {
  readonly section: string;
  readonly conditions: readonly Condition[];
  readonly depth: number;
}

interface Found {
  readonly questions: VsaqQuestion[];
  readonly known: Map<string, Known>;
  readonly answers: ReadonlyMap<string, string>;
  /** The last text that was only told: a group without words of its own is asked by it. */
  heard: string;
}

function walk(items: readonly unknown[], around: Around, found: Found): void {
  if (around.depth > DEEPEST || found.questions.length > MOST) throw new TooDeep();
  for (const item of items) {
    if (!isItem(item)) continue;
    const own = typeof item['cond'] === 'string' ? [conditionOf(item['cond'], found.known)] : [];
    const conditions = [...around.conditions, ...own];
    const nested = item['items'];
    if (Array.isArray(nested)) {
      const section = textOf(item['text']) || around.section;
      walk(nested, { section, conditions, depth: around.depth + 1 }, found);
    } else readItem(item, { ...around, conditions }, found);
  }
}

function readItem(item: Item, around: Around, found: Found): void {
  const text = textOf(item['text']);
  switch (item['type']) {
    case 'info':
      found.heard = text;
      return;
    case 'yesno':
      add(item, { text, choices: [choice(item, 'yes'), choice(item, 'no')], around, found });
      return;
    case 'radiogroup':
      add(item, { text: text || found.heard, choices: choicesOf(item), around, found });
      return;
    case 'checkgroup':
      for (const { word, id } of choicesOf(item))
        tick(id, { text: word, section: text || found.heard, item, around, found });
      return;
    case 'check':
      tick(String(item['id'] ?? ''), { text, section: around.section, item, around, found });
      return;
    case 'line':
    case 'box':
      addText(item, { text, around, found });
      return;
    default:
      return;
  }
}

interface Choice {
  readonly word: string;
  readonly id: string;
  readonly value: string;
}

function choice(item: Item, value: 'yes' | 'no'): Choice {
  return { word: textOf(item[value]) || value, id: String(item['id'] ?? ''), value };
}

/** `[{"id": "its text"}, …]`: one of them is checked. */
function choicesOf(item: Item): readonly Choice[] {
  const choices = Array.isArray(item['choices']) ? item['choices'] : [];
  return choices
    .filter(isItem)
    .flatMap((each) => Object.entries(each).map(([id, text]) => ({ word: textOf(text), id, value: CHECKED })));
}

const CHECKED = 'checked';

interface Adding {
  readonly text: string;
  readonly around: Around;
  readonly found: Found;
}

function add(item: Item, { text, choices, around, found }: Adding & { readonly choices: readonly Choice[] }): void {
  const chosen = choices.find(({ id, value }) => found.answers.get(id) === value);
  const row = found.questions.length + 1;
  for (const { id, value, word } of choices) {
    found.known.set(`${id}/${value}`, { row, word });
    if (value === CHECKED || value === 'yes') found.known.set(id, { row, word });
  }
  push(
    item,
    { text, around, found },
    {
      name: String(item['id'] ?? choices[0]?.id ?? ''),
      takes: { kind: 'list', words: choices.map(({ word }) => word), format: 'text' },
      answer: chosen?.word ?? '',
      writes: (word) => {
        const found = choices.find((each) => each.word === word);
        return found === undefined ? undefined : [found.id, found.value];
      },
    },
  );
}

function tick(
  id: string,
  { text, section, item, around, found }: Adding & { readonly section: string; readonly item: Item },
): void {
  const row = found.questions.length + 1;
  for (const name of [id, `${id}/yes`, `${id}/${CHECKED}`]) found.known.set(name, { row, word: MARK });
  push(
    item,
    { text, around: { ...around, section }, found },
    {
      name: id,
      takes: { kind: 'tick', format: 'general' },
      answer: found.answers.get(id) === CHECKED ? MARK : '',
      writes: () => [id, CHECKED],
    },
  );
}

/** How a mark is told in words. */
const MARK = 'X';

function addText(item: Item, { text, around, found }: Adding): void {
  const id = String(item['id'] ?? '');
  push(
    item,
    { text, around, found },
    {
      name: id,
      takes: takesOf(item['inputType']),
      answer: found.answers.get(id) ?? '',
      writes: (word) => [id, word],
    },
  );
}

function takesOf(type: unknown): Takes {
  const within = { least: null, most: null, except: null };
  if (type === 'date') return { kind: 'date', format: 'date', within };
  if (type === 'number') return { kind: 'number', whole: false, format: 'number', within };
  return { kind: 'anything', format: 'text' };
}

function push(
  item: Item,
  { text, around, found }: Adding,
  own: Pick<VsaqQuestion, 'name' | 'takes' | 'answer' | 'writes'>,
): void {
  const { conditions, section } = around;
  found.heard = '';
  found.questions.push({
    ...own,
    section,
    text,
    guidance: textOf(item['placeholder']),
    locked: item['auth'] === 'readonly',
    hidden: item['auth'] === 'admin',
    ...(conditions.length === 0 ? {} : { asksIf: { kind: 'all', of: conditions } }),
  });
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sectionText(item: Item | undefined): string {
  return textOf(item?.['text']);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Texts of it may be HTML. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
