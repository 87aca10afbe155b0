import { ANSWER_WORDS as WORDS } from '../../kernel/messages/questionnaire-words.ts';
import type { Findings } from '../../model/findings.ts';
import { ownerOf } from '../../model/ownership.ts';
import type { Judged } from './judged.ts';

interface Telling {
  readonly findings: Findings;
  readonly ownerTitle: string;
  /** Where the exhibits have a cell of their own, the comment does not name them. */
  readonly withExhibits: boolean;
}

/** What stands behind an answer: counts and scope, as of when, exceptions, who owns it, what is planned, and the exhibits. */
export function commentOn(judged: Judged, { findings, ownerTitle, withExhibits }: Telling): string {
  const { assessment, exhibits } = judged;
  const { asOf } = findings.engagement;
  const { text = '', exceptionCount: exceptions = 0 } = assessment.answer ?? {};
  return [
    text,
    WORDS.asOf(asOf),
    ...(exceptions > 0 && judged.ceiling !== 'yes' ? [WORDS.exceptions(exceptions)] : []),
    WORDS.owner(ownerTitle),
    ...plansFor(assessment.practices, findings),
    ...(withExhibits && exhibits.length > 0 ? [WORDS.exhibits(exhibits)] : []),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Plans are told only where something is left to do. */
function plansFor(practices: readonly string[], { engagement, practiceAssessments }: Findings): readonly string[] {
  const open = new Set(
    practiceAssessments.filter(({ verdict }) => verdict !== 'supported').map(({ practice }) => practice),
  );
  return engagement.remediation
    .filter(({ practice, status }) => practices.includes(practice) && open.has(practice) && status !== 'done')
    .map(({ action, due }) => WORDS.planned(action.replace(/\.$/, ''), due));
}

/** Who answers for what a question asks: its owner; else whoever the client put first. */
export function ownerFor(judged: Judged | null, findings: Findings): { readonly id: string; readonly title: string } {
  const { ownership } = findings;
  const own =
    judged === null
      ? undefined
      : ownership.controls.find(
          ({ framework, control }) =>
            framework === judged.assessment.framework && control === judged.assessment.control,
        );
  const practice = judged?.assessment.practices[0];
  const assignment = own?.assignment ?? (practice === undefined ? undefined : ownerOf(ownership, practice));
  const first = ownership.parties.find(({ side }) => side === 'client');
  const id = assignment?.accountable ?? first?.id ?? '';
  return { id, title: ownership.parties.find((party) => party.id === id)?.title ?? id };
}

/** On which sides those stand who operate it. */
export function sidesOf(judged: Judged, { ownership }: Findings): ReadonlySet<'client' | 'provider'> {
  const assignments = judged.assessment.practices.flatMap((practice) => ownerOf(ownership, practice) ?? []);
  const parties = new Set(assignments.flatMap(({ responsible }) => responsible));
  return new Set(ownership.parties.filter(({ id }) => parties.has(id)).map(({ side }) => side));
}
