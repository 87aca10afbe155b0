import { byCodeUnit } from '../../kernel/order.ts';
import type { Entry, Named } from './subjects.ts';

type Draft = { -readonly [P in keyof Entry]: Entry[P] };
/** Subjects while records stream past: by what one is judged in, then by its key. */
export type Drafts = Map<string, Map<string, Draft>>;

const NONE: readonly string[] = [];

export function entryFor(
  entries: Drafts,
  { name, more, role, per = '' }: Named,
  { key, isDateless }: Pick<Entry, 'key' | 'isDateless'>,
): Draft {
  // Two steps instead of one key of both: that would be made, hashed and kept for each of millions of rows.
  let within = entries.get(per);
  if (!within) {
    within = new Map();
    entries.set(per, within);
  }
  let found = within.get(key);
  if (!found) {
    found = { key, name, more: NONE, per, role: undefined, ballot: {}, isDateless };
    within.set(key, found);
  }
  if (name < found.name) found.name = name;
  for (const other of more ?? []) {
    if (other !== undefined && other !== '' && !found.more.includes(other)) found.more = [...found.more, other];
  }
  if (role && (!found.role || role < found.role)) found.role = role;
  return found;
}

export function entriesOf(drafts: Drafts): readonly Entry[] {
  const entries: Entry[] = [];
  for (const within of drafts.values()) {
    for (const entry of within.values()) entries.push(entry.more.length < 2 ? entry : inOrder(entry));
  }
  return entries;
}

/** Names in an order of their own: that in which rows came must not decide which of them is tried first. */
function inOrder(entry: Entry): Entry {
  return { ...entry, more: [...entry.more].sort(byCodeUnit) };
}
