import type { Assessed } from '../client/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { OtherClient } from '../kernel/messages/fleet.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Job, RunContext } from './job.ts';
import { type StrangerRequest, strangersIn } from './strangers.ts';

/** What is looked through: an engagement and the files of its folder. */
export type Looked = Pick<Assessed, 'engagement' | 'exhibits'>;

/** What lies among a client's exhibits and belongs to another of the portfolio; what its engagement leaves out is left out here. */
export async function othersHere(
  { id, mentions }: Pick<Job, 'id' | 'mentions'>,
  { index, names }: Pick<RunContext, 'index' | 'names'>,
  { engagement, exhibits }: Looked,
): Promise<readonly OtherClient[]> {
  const counted = exhibits.filter(({ path }) => !isExcluded(path, engagement));
  const request: StrangerRequest = { index, own: id, mentions };
  const strangers = (await strangersIn(counted, request)).filter(({ path }) => !isExcluded(path, engagement));
  return strangers.map(({ path, line, written, client }) => ({
    path,
    line,
    written,
    of: names[client] ?? client,
    client: engagement.client.name,
  }));
}

/** One client's data in another's report is the worst that can happen: nothing is built. */
export function stopForOthers(others: readonly OtherClient[]): void {
  const problems = others.map((other) => diagnostic('other-client-stops', other, placeOf(other)));
  const [first] = problems;
  if (first) throw new ProofpackError(first.code, first.message, first.hint, { problems });
}

export function placeOf({ path, line }: OtherClient): { readonly path: string; readonly line?: number } {
  return line === 0 ? { path } : { path, line };
}

function isExcluded(path: string, { exhibits }: Engagement): boolean {
  return exhibits[path]?.exclude === true;
}
