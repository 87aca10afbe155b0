import type { Contradiction, Gap } from '../../model/assessment.ts';
import { decidingReasons } from '../../model/deciding.ts';
import { ownerOf } from '../../model/ownership.ts';
import { ISSUE_WORDS } from '../issue-words.ts';
import { PHRASES, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import { ceilingWord } from './measure.ts';
import type { IssueView } from './shape/index.ts';

const MOST = 5;
const LEAST = 3;
const CONTRADICTIONS = 3;

/**
 * The three to five things that a reader of page one must know: answers that say more than the exhibits show, then the severe gaps in the
 * register's order. Milder gaps are named only when there are fewer than three.
 */
export function openIssues(lens: Lens): { readonly issues: readonly IssueView[]; readonly beyond: number } {
  const { contradictions, gaps } = lens.findings;
  const first = contradictions.slice(0, CONTRADICTIONS).map((each) => ofContradiction(each, lens));
  const open = gaps.filter(({ verdict }) => verdict !== 'accepted-risk');
  const severe = open.filter(({ severity }) => severity === 'high').slice(0, MOST - first.length);
  const milder = open.filter(({ severity }) => severity !== 'high');
  const fill = milder.slice(0, Math.max(0, LEAST - first.length - severe.length));
  const named = [...severe, ...fill];
  return { issues: [...first, ...named.map((gap) => ofGap(gap, lens))], beyond: gaps.length - named.length };
}

function ofContradiction(contradiction: Contradiction, lens: Lens): IssueView {
  const { ownership } = lens.findings;
  const { kind, control, practice, claimed, ceiling } = contradiction;
  const assignment =
    control === null
      ? ownerOf(ownership, practice ?? '')
      : ownership.controls.find((each) => each.control === control)?.assignment;
  const isPlain = kind === 'claim' || kind === 'statement';
  const text = isPlain ? PHRASES.claimAgainst(claimed, ceilingWord(ceiling)) : contradiction.text;
  const title = ISSUE_WORDS.contradiction[kind](
    control === null ? lens.practiceTitle(practice ?? '') : lens.controlTitle(control),
  );
  return { title, text, owner: lens.party(assignment?.accountable ?? ''), due: '', reference: '', tone: 'bad' };
}

/** One sentence of the register's entry: that of the reason that made the finding. */
function ofGap(gap: Gap, lens: Lens): IssueView {
  const assessed = lens.assessed(gap.practice);
  const telling = decidingReasons(assessed?.reasons ?? [], assessed?.found ?? gap.verdict).find(
    ({ outcome }) => outcome !== 'met',
  );
  return {
    title: ISSUE_WORDS.finding(VERDICT_WORDS[gap.verdict].word, lens.practiceTitle(gap.practice)),
    text: telling === undefined ? gap.weakness : telling.text.replace(PHRASES.expectedTail(telling.expected), '.'),
    owner: lens.party(gap.owner),
    due: gap.due,
    reference: gap.id,
    tone: SEVERITY_WORDS[gap.severity].tone,
  };
}
