import { basename, resolve } from 'node:path';
import type { Assessed } from '../client/index.ts';
import { QUESTIONNAIRES_FOLDER, readReview, savePairs, saveReview } from '../disk/index.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type Review, type ReviewEntry, withEntry } from '../model/review.ts';
import type { Decision, Desk, Item, Outcome, Settling } from '../review/index.ts';
import { type JudgedForm, judgeQuestionnaire } from './answering.ts';
import { itemsOf } from './review-items.ts';
import { leavingOf } from './review-leaving.ts';
import type { Terminal } from './terminal.ts';

interface Request {
  readonly assessed: Assessed;
  readonly form: JudgedForm | null;
  readonly likelyBy: string;
  readonly today: () => CivilDate;
  readonly terminal: Terminal;
  readonly finish: () => void;
}

const STALE: Outcome = { kind: 'stale' };
const DONE: Outcome = { kind: 'done' };
const KEPT = 4;

/**
 * Decisions go into the file one after another, each against what stands in it at that moment: somebody may edit it by hand, and two
 * pages may be open. Nothing is kept in memory that is not in the file.
 */
export function openDesk({ assessed, form: judged, likelyBy, today, terminal, finish }: Request): Desk {
  const { folder } = assessed;
  let form = judged;
  let lastBy = likelyBy;
  let leaving: ReturnType<typeof leavingOf> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<Outcome>): Promise<Outcome> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };
  // Of the last few states of the file: pages read more often than anything is decided.
  const known = new Map<string, readonly Item[]>();
  const itemsIn = (judged: JudgedForm, review: Review): readonly Item[] => {
    const key = JSON.stringify(review);
    const items = known.get(key) ?? itemsOf(judged, review);
    known.delete(key);
    known.set(key, items);
    for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
    return items;
  };
  const itemAt = (items: readonly Item[], id: string) => items.find(({ row }) => row.id === id);

  const decide = async ({ question, version, entry }: Decision): Promise<Outcome> => {
    if (form === null) return STALE;
    const { review, text } = await readReview(folder);
    if (itemAt(itemsIn(form, review), question)?.version !== version) return STALE;
    const about = { fingerprint: form.finding.fingerprint, title: basename(form.path) };
    const next = withEntry(review, about, { question, entry });
    const refused = entry === null ? null : refusalOf(itemAt(itemsIn(form, next), question), entry);
    if (refused !== null) return { kind: 'refused', because: refused };
    if (!(await saveReview(folder, next, { over: text }))) return STALE;
    if (entry !== null) lastBy = entry.by;
    return DONE;
  };

  const settle = async ({ question, version, is, by }: Settling): Promise<Outcome> => {
    if (form === null) return STALE;
    const item = itemAt(itemsIn(form, (await readReview(folder)).review), question);
    if (item?.version !== version) return STALE;
    const pair = { asks: item.row.question, is, by, on: today() };
    await savePairs(resolve(folder, QUESTIONNAIRES_FOLDER), [pair]);
    form = await judgeQuestionnaire(form, [...form.pairs, pair], { terminal, before: form.judged });
    known.clear();
    lastBy = by;
    return DONE;
  };

  return {
    findings: () => form?.judged.findings ?? assessed.findings,
    form: async () => {
      if (form === null) return null;
      return { title: basename(form.path), items: itemsIn(form, (await readReview(folder)).review) };
    },
    decide: (decision) => inTurn(() => decide(decision)),
    settle: (settling) => inTurn(() => settle(settling)),
    leaving: () => {
      // What failed is tried again when it is asked for again.
      leaving ??= leavingOf(assessed, terminal).catch((error: unknown) => {
        leaving = undefined;
        throw error;
      });
      return leaving;
    },
    today,
    likelyBy: () => lastBy,
    finish,
  };
}

/** What the form or the evidence does not take; a guard's refusal shows in the row that is left to a person. */
function refusalOf(item: Item | undefined, entry: ReviewEntry): string | null {
  if (item === undefined) return null;
  const { row } = item;
  if (row.reviewed?.refused != null) return row.reviewed.refused;
  return entry.state !== 'assigned' && row.state === 'person' ? row.because : null;
}
