import { isFileTrouble, textsOf } from '../intake/index.ts';
import type { Exhibit } from '../model/exhibit.ts';
import type { IdentifierIndex, IdentifierKind } from './identifiers.ts';
import { lookFor } from './look.ts';
import { isOfObjects, linesIn, type MarkedRow, markedLines, markedObjects } from './rows.ts';

/** Another client's identifier in a row where none of the client's own stands. */
export interface Stranger {
  readonly path: string;
  readonly line: number;
  readonly kind: IdentifierKind;
  readonly value: string;
  /** As it stands there. */
  readonly written: string;
  /** Whose it is: a folder of the portfolio. */
  readonly client: string;
}

export interface StrangerRequest {
  /** Of all clients of the run, this one's own included. */
  readonly index: IdentifierIndex;
  readonly own: string;
  /** Clients that this one's files may name. */
  readonly mentions: readonly string[];
}

/** A naming of hosts is told by two of them: one word may begin so by chance. */
const FEWEST_HOSTS = 2;
const KEPT = 1000;

/**
 * Looks through the text of every exhibit, known to a source or not, in archives and office documents too, for what belongs to another client of
 * the run. The first place for each file and client is told.
 */
export async function strangersIn(exhibits: Iterable<Exhibit>, request: StrangerRequest): Promise<readonly Stranger[]> {
  const look = lookFor(request.index, request.own);
  const found: Stranger[] = [];
  for (const exhibit of exhibits) {
    for await (const { path, text } of textsOf(exhibit)) {
      const named = look.in(path).marks.map((mark) => ({ line: 0, marks: [mark], ours: false }));
      const rows = text === undefined ? [] : await rowsOf(text(), look);
      found.push(...strangersAmong(path, [...named.filter(isNoHost), ...rows], request));
    }
  }
  return found;
}

/** A name of a file that begins as somebody's hosts do tells nothing. */
function isNoHost({ marks }: MarkedRow): boolean {
  return marks.every(({ kind }) => kind !== 'host-prefix');
}

function strangersAmong(
  path: string,
  rows: readonly MarkedRow[],
  { own, mentions }: StrangerRequest,
): readonly Stranger[] {
  const first = new Map<string, Stranger>();
  const hosts = new Map<string, Set<string>>();
  for (const { line, marks, ours } of rows) {
    if (ours) continue;
    for (const { kind, value, written, client } of marks) {
      if (client === own || mentions.includes(client) || first.has(client)) continue;
      const names = (hosts.get(client) ?? new Set()).add(written.toLowerCase());
      if (kind === 'host-prefix') hosts.set(client, names);
      if (kind !== 'host-prefix' || names.size >= FEWEST_HOSTS)
        first.set(client, { path, line, kind, value, written, client });
    }
  }
  return [...first.values()];
}

type Look = ReturnType<typeof lookFor>;

/** Objects are looked at whole; a text of more than this is looked at by its lines. */
const MOST_OBJECTS = 32 * 1024 * 1024;

async function rowsOf(bytes: AsyncIterable<Uint8Array>, look: Look): Promise<readonly MarkedRow[]> {
  const decoder = new TextDecoder();
  const rows: MarkedRow[] = [];
  let [held, line] = ['', 1];
  const take = (text: string) => {
    const looked = look.in(text);
    if (looked.marks.length > 0 && rows.length < KEPT) rows.push(...markedLines(text, looked, line));
    line += linesIn(text, 0, text.length);
  };
  try {
    for await (const chunk of bytes) {
      held += decoder.decode(chunk, { stream: true });
      if (held.length < MOST_OBJECTS && line === 1 && isOfObjects(held)) continue;
      const end = held.lastIndexOf('\n') + 1;
      if (end === 0 && held.length < MOST_OBJECTS) continue;
      take(held.slice(0, end || held.length));
      held = end === 0 ? '' : held.slice(end);
    }
  } catch (error) {
    // What cannot be unpacked to its end is told by the reading itself.
    if (!isFileTrouble(error)) throw error;
  }
  if (line > 1 || !isOfObjects(held)) take(held);
  else {
    const looked = look.in(held);
    if (looked.marks.length > 0) rows.push(...markedObjects(held, looked));
  }
  return rows;
}
