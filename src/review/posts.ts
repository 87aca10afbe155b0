import { REVIEW_SAID as SAID } from '../kernel/messages/review.ts';
import { ReviewEntry } from '../model/review.ts';
import type { Decision, Desk, FormOnDesk, Item, Outcome, Settling } from './desk.ts';

/** What somebody asked for by a form of the question's page. */
export type Asked =
  | { readonly kind: 'decide'; readonly decision: Decision }
  | { readonly kind: 'settle'; readonly settling: Settling }
  | { readonly kind: 'wrong'; readonly because: string };

type Fields = ReadonlyMap<string, string>;

/** Reads a form; what is missing is asked for before anything is looked at. */
export function askedBy(fields: Fields, item: Item, desk: Pick<Desk, 'today' | 'findings'>): Asked {
  const by = fields.get('by')?.trim() ?? '';
  const version = fields.get('version') ?? '';
  const question = item.row.id;
  const does = fields.get('do') ?? '';
  if (does === 'clear') return { kind: 'decide', decision: { question, version, entry: null } };
  if (by.length < 2) return wrong(SAID.nameWanted());
  if (does === 'settle') {
    const is = fields.get('is') ?? '';
    const known = is === 'none' || item.row.candidates.some(({ control }) => control === is);
    if (!known) return wrong(SAID.unknownChoice());
    return { kind: 'settle', settling: { question, version, is, by } };
  }
  const about = { question, asks: item.row.question, by, on: desk.today(), asOf: desk.findings().engagement.asOf };
  // What the file of decisions could not be read with is not written into it.
  const decide = (entry: ReviewEntry): Asked => {
    const read = ReviewEntry.safeParse(entry);
    return read.success
      ? { kind: 'decide', decision: { question, version, entry: read.data } }
      : wrong(SAID.unfit(read.error.issues.map(({ path }) => String(path.at(-1)))));
  };
  if (does === 'accept') {
    if (item.proposal === null) return wrong(SAID.nothingProposed());
    return decide({ ...about, state: 'accepted', ...item.proposal });
  }
  if (does === 'assign') {
    const owner = fields.get('owner')?.trim() ?? '';
    const note = fields.get('note')?.trim() ?? '';
    if (owner.length < 2) return wrong(SAID.ownerWanted());
    return decide({ ...about, state: 'assigned', owner, ...(note === '' ? {} : { note }) });
  }
  return does === 'edit' ? editedBy(fields, about, decide) : wrong(SAID.answerWanted());
}

function editedBy(
  fields: Fields,
  about: Omit<ReviewEntry & { readonly state: 'assigned' }, 'state' | 'owner' | 'note'>,
  decide: (entry: ReviewEntry) => Asked,
): Asked {
  const answer = fields.get('answer')?.trim() ?? '';
  const comment = fields.get('comment')?.trim() ?? '';
  const reason = fields.get('reason')?.trim() ?? '';
  if (answer === '') return wrong(SAID.answerWanted());
  if (reason !== '' && reason.length < 10) return wrong(SAID.reasonWanted());
  const override = reason === '' ? {} : { override: { by: about.by, because: reason } };
  const entry = { ...about, state: 'edited' as const, answer, ...(comment === '' ? {} : { comment }), ...override };
  return decide(entry);
}

function wrong(because: string): Asked {
  return { kind: 'wrong', because };
}

export async function carryOut(asked: Exclude<Asked, { kind: 'wrong' }>, desk: Desk): Promise<Outcome> {
  return asked.kind === 'decide' ? desk.decide(asked.decision) : desk.settle(asked.settling);
}

export function itemOf(form: FormOnDesk | null, id: string): Item | undefined {
  return form?.items.find(({ row }) => row.id === id);
}
