import { REVIEW_LABELS as LABELS } from '../../kernel/messages/review.ts';
import { groupBy } from '../../kernel/order.ts';
import type { FormOnDesk, Item } from '../desk.ts';
import { decisionOf, decisionState, isOpen } from './decision.ts';

export const SHOWS = ['open', 'all', 'accepted', 'edited', 'assigned', 'refused', 'against'] as const;
export type Shows = (typeof SHOWS)[number];

/** All questions of the form: how far people came, whose they are, and each with what is proposed. */
export function overviewView(form: FormOnDesk, { shows, owner }: { shows: Shows; owner: string }): object {
  const { items } = form;
  const open = items.filter(isOpen);
  const done = items.length - open.length;
  const shown = items.filter((item) => isShown(item, shows)).filter(({ row }) => owner === '' || row.owner === owner);
  return {
    file: form.title,
    done,
    all: items.length,
    percent: items.length === 0 ? 0 : Math.floor((done * 100) / items.length),
    first: open[0]?.row.id ?? '',
    counts: countsOf(items),
    owners: [...groupBy(open, ({ row }) => row.owner)]
      .map(([name, theirs]) => ({ name, count: theirs.length, chosen: name === owner }))
      .filter(({ name }) => name !== ''),
    filters: SHOWS.map((id) => ({
      id,
      text: LABELS.shows[id],
      chosen: id === shows,
      count: items.filter((item) => isShown(item, id)).length,
    })),
    items: shown.map(lineOf),
    nothing: shown.length === 0,
    owner,
  };
}

function isShown(item: Item, shows: Shows): boolean {
  if (shows === 'all') return true;
  if (shows === 'open') return isOpen(item);
  if (shows === 'against')
    return (item.row.reviewed?.contradiction ?? item.row.earlier?.contradiction ?? null) !== null;
  return decisionState(item) === shows;
}

function countsOf(items: readonly Item[]): readonly object[] {
  return [...groupBy(items, decisionState)]
    .map(([state, same]) => ({ state, text: LABELS.decision[state], count: same.length }))
    .toSorted((a, b) => b.count - a.count);
}

function lineOf(item: Item): object {
  const { row, proposal } = item;
  return {
    id: row.id,
    cell: `${row.at.grid}!${row.at.ref}`,
    text: row.question,
    state: LABELS.state[row.state],
    answer: row.written[0]?.text.slice(0, 80) ?? proposal?.answer.slice(0, 80) ?? '',
    owner: row.owner,
    decision: decisionOf(item),
    against: row.reviewed?.contradiction != null,
  };
}
