import { resolve } from 'node:path';
import { placeExhibits } from '../bundle/index.ts';
import {
  type Assessed,
  type Guarded,
  guardLeaks,
  type OpenEngagement,
  stopForOtherClients,
  withheldFor,
} from '../client/index.ts';
import { readExhibits } from '../disk/index.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Exhibit } from '../model/exhibit.ts';
import type { Findings } from '../model/findings.ts';
import type { Match } from '../model/match.ts';
import { assessEngagement } from '../pipeline.ts';
import { forEdition } from '../report/index.ts';
import { stopForSiblings } from './siblings.ts';
import type { Terminal } from './terminal.ts';

export interface JudgedForAnswers extends Assessed {
  /** The findings as the edition for a customer shows them: nothing else may reach his file. */
  readonly shown: Findings;
  /** What was looked for, and must not reach it. */
  readonly guarded: Guarded;
  readonly withheld: ReadonlyMap<string, string>;
  /** Questionnaires of ours that the engagement does not name and that were judged for this form. */
  readonly added: readonly string[];
}

interface Request {
  readonly engaged: OpenEngagement;
  readonly matches: readonly Match[];
  /** The questionnaire itself: it is no exhibit, wherever it lies. */
  readonly file: string;
  readonly terminal: Terminal;
  /** What was judged before, when it is judged anew. */
  readonly before?: JudgedForAnswers | undefined;
}

/** The engagement judged with those questionnaires of ours that the questions were found in. */
export async function judgeForAnswers({
  engaged,
  matches,
  file,
  terminal,
  before,
}: Request): Promise<JudgedForAnswers> {
  const named = engaged.engagement.frameworks.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  const needed = new Set(matches.flatMap(({ candidates }) => candidates.slice(0, 1).map(({ framework }) => framework)));
  const kin = matches.flatMap(({ candidates }) => candidates.filter((each) => each.kin === candidates[0]?.kin));
  for (const { framework } of kin) needed.add(framework);
  const added = [...needed].filter((id) => !named.includes(id)).sort();
  const engagement: Engagement = { ...engaged.engagement, frameworks: [...engaged.engagement.frameworks, ...added] };
  terminal.progress('Hashing exhibits');
  const { exhibits: all, skipped, notes } = await readExhibits(engaged.folder, engagement);
  const exhibits = all.filter(({ path }) => resolve(engaged.folder, path) !== resolve(file));
  terminal.progress(`Reading ${exhibits.length} exhibits`);
  const request = { ...engaged, engagement, exhibits };
  const findings = await assessEngagement(request);
  stopForOtherClients(findings);
  await stopForSiblings(request);
  const assessed = { ...request, findings, skipped, folderNotes: notes };
  const guarded =
    before && isSame(before, exhibits) ? before.guarded : await guardLeaks(assessed, ['customer'], terminal);
  const withheld = await withheldFor(assessed, 'customer', guarded);
  const shown = forEdition(findings, 'customer', placeExhibits(findings.exhibits, 'customer'), withheld);
  return { ...assessed, shown, guarded, withheld: withheld.words ?? new Map(), added };
}

/** The same files hold the same: they are searched once, however often they are judged. */
function isSame({ exhibits: before }: JudgedForAnswers, now: readonly Exhibit[]): boolean {
  return (
    before.length === now.length && before.every(({ id, path }, at) => now[at]?.id === id && now[at]?.path === path)
  );
}
