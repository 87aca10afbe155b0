import { groupBy } from '../../kernel/order.ts';
import { sentence, slug } from '../../kernel/text.ts';
import type { Answer, ControlAssessment, Reason } from '../../model/assessment.ts';
import type { Control, Framework, ReferenceList } from '../../model/control.ts';
import { decidingReasons } from '../../model/deciding.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import { CEILING_WORDS, PHRASES, REQUIREMENT_WORDS, VERDICT_WORDS } from '../words.ts';
import { citedBeside, rowsBeside, saidOfAll, weighedLess } from './cell.ts';
import { citeExhibits } from './citations.ts';
import { exceptionsView } from './exceptions.ts';
import type { Lens } from './lens.ts';
import { ceilingWord, verdictView } from './measure.ts';
import { obtainAnchor } from './obtain.ts';
import { ownerView } from './owner.ts';
import { inWeight, plainly, reasonView } from './reasons.ts';
import type { ReasonView } from './shape/common.ts';
import type { AnswerView, ControlView } from './shape/framework.ts';
import { partOf, telling, unseen } from './telling.ts';

/** Which control of which framework, with what was found: looked up once for a whole framework. */
export interface ControlLookup {
  readonly framework: FrameworkFindings['framework'];
  readonly assessments: ReadonlyMap<string, ControlAssessment>;
}

/** `nist-csf-2-0-gv-oc-01`: the same id in two frameworks is two anchors. */
export function controlAnchor(framework: string, control: string): string {
  return slug(`${framework} ${control}`, 90);
}

export function controlView(
  control: Control,
  assessment: ControlAssessment,
  { id: framework, references = [] }: Framework,
  lens: Lens,
): ControlView {
  const reasons = inWeight(assessment.reasons);
  const deciding = reasons.filter(({ bears }) => bears !== 'as-context');
  const spoken = deciding.filter((reason) => !isSilent(reason, lens));
  const shown = spoken.map((reason) => reasonView(reason, lens));
  const excluded = exclusion(assessment, lens);
  const told = excluded === '' ? telling(spoken, deciding, assessment) : undefined;
  const silent = deciding.filter((reason) => isSilent(reason, lens)).map((reason) => reasonView(reason, lens));
  const context = reasons
    .filter((reason) => reason.bears === 'as-context' && !isSilent(reason, lens) && !isTold(reason, spoken))
    .map((reason) => besideView(reason, lens));
  const excepted = withoutRepeats(shown.filter(({ exceptions }) => exceptions.first.length > 0));
  const beside = citedBeside(assessment, told, lens);
  const weighed = told === undefined ? '' : weighedLess(assessment, lens);
  const lacking = missing(control, assessment, lens);
  const owner = lens.findings.ownership.controls.find(
    (each) => each.framework === framework && each.control === control.id,
  );
  return {
    anchor: controlAnchor(framework, control.id),
    id: control.id,
    title: control.title,
    summary: control.summary,
    statement: control.statement?.split('\n').filter((line) => line.trim() !== '') ?? [],
    citation: control.citation ?? '',
    requirement: control.requirement === undefined ? '' : REQUIREMENT_WORDS[control.requirement],
    disposition: assessment.disposition ?? '',
    usuallyAsked: control.usuallyAsked ?? '',
    notMeasured: control.notMeasured ?? '',
    references: referencesText(control, references),
    seeAlso: referencesText(
      control,
      references.filter(({ printed }) => printed === true),
    ),
    weight: control.weight ?? '',
    verdict: verdictView(assessment.verdict, assessment.extent),
    found: assessment.found === assessment.verdict ? '' : VERDICT_WORDS[assessment.found].word,
    design: assessment.design === null ? null : verdictView(assessment.design),
    operation: assessment.operation === null ? null : verdictView(assessment.operation),
    practices: assessment.practices.map(lens.practiceTitle).join('; '),
    reasons: shown,
    telling: told === undefined ? null : reasonView(told, lens),
    unseen: unseen(control, assessment, told, lens),
    part: partOf(assessment, told),
    sameAs: null,
    silent,
    context,
    weighed,
    aside: [silent, context, lacking, excepted, weighed].some((each) => each.length > 0),
    excepted,
    owner: ownerView(owner?.assignment, lens),
    missing: lacking,
    exhibits: [...citeExhibits(rowsBeside(beside, told, lens), lens)],
    newest: newestOf(beside),
    said: excluded === '' ? saidOfAll(assessment.verdict, assessment.remark) : '',
    excluded,
    remark: excluded === '' ? (assessment.remark ?? '') : excluded,
    answer:
      assessment.answer === null
        ? null
        : answerView(assessment.answer, { assessment, notMeasured: control.notMeasured, excluded }, lens),
  };
}

/** No outcome stands beside what is context: somebody's word is called that, else it would read as shown. */
function besideView(reason: Reason, lens: Lens): ReasonView {
  const view = reasonView(reason, lens);
  return reason.outcome === 'attested' ? { ...view, found: PHRASES.foundByWord(view.found) } : view;
}

/** One fact held against two marks has one list of exceptions, and so have two measures with the same ones. */
function withoutRepeats(reasons: readonly ReasonView[]): ReasonView[] {
  const same = groupBy(reasons, ({ exceptions }) => JSON.stringify(exceptions));
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const also = new Set(others.map(({ besides }) => besides).filter((besides) => besides !== first.besides));
    const besides = [first.besides, ...[...also].map((each) => each.charAt(0).toLowerCase() + each.slice(1))];
    return [{ ...first, besides: besides.join('; ') }];
  });
}

/** Why a control is left out and who said so, where it is. */
function exclusion({ control, verdict, practices, remark }: ControlAssessment, lens: Lens): string {
  if (verdict !== 'not-applicable') return '';
  const { applicability } = lens.findings.engagement;
  const entry =
    applicability.find((each) => each.control === control) ??
    applicability.find(({ practice }) => practice !== undefined && practices.includes(practice));
  return entry === undefined
    ? (remark ?? '')
    : PHRASES.notApplicable(entry.because, lens.partyOrPerson(entry.approvedBy));
}

/** `CSF 2.0: GV.PO-01, GV.RM-03`, list by list in the order in which the framework declares them. */
export function referencesText({ references = {} }: Control, lists: readonly ReferenceList[]): string {
  return lists
    .flatMap(({ framework, title }) => {
      const ids = references[framework];
      return ids === undefined ? [] : [PHRASES.referenced(title, ids.join(', '))];
    })
    .join('; ');
}

/** A measure that decides stands in the table; as context of another practice it would stand there twice. */
function isTold({ fact, measured }: Reason, spoken: readonly Reason[]): boolean {
  return spoken.some((reason) => reason.fact === fact && reason.measured === measured);
}

/** Asked, and nothing that was handed over speaks of it. */
function isSilent({ fact, outcome, places }: Reason, { unknownBecause }: Lens): boolean {
  return outcome === 'unknown' && places.length === 0 && (unknownBecause(fact) ?? 'no-evidence') === 'no-evidence';
}

/**
 * For what evidence is missing: of the practices that decide the control; where none does, or each of them is spoken of and by word alone, also of
 * those that bear on it in part; what is context only is not missing of it.
 */
function missing(control: Control, { verdict }: ControlAssessment, lens: Lens): ControlView['missing'] {
  if (verdict === 'not-applicable' || verdict === 'supported') return [];
  const without = (bearing: Control['practices'][number]['bears']): readonly string[] =>
    control.practices.flatMap(({ practice, bears }) =>
      bears === bearing && lens.missing(practice).length > 0 ? [practice] : [],
    );
  const deciding = without('directly');
  return (deciding.length > 0 ? deciding : without('partly')).map((practice) => ({
    practice: lens.practiceTitle(practice),
    target: `#${obtainAnchor(practice)}`,
  }));
}

function newestOf(reasons: readonly Reason[]): string {
  const days = reasons.flatMap(({ newest }) => (newest === null ? [] : [newest]));
  return days.sort().at(-1) ?? '';
}

interface Judged {
  readonly assessment: ControlAssessment;
  readonly notMeasured: string | undefined;
  readonly excluded: string;
}

/** What does not apply is neither a yes nor a no, and nobody failed to say it either. */
const NOT_ASKED = { ...VERDICT_WORDS['not-applicable'], short: VERDICT_WORDS['not-applicable'].word };

function answerView(answer: Answer, { assessment, notMeasured, excluded }: Judged, lens: Lens): AnswerView {
  const { claimed, override } = answer;
  const { word, short, tone } = excluded === '' ? CEILING_WORDS[answer.ceiling] : NOT_ASKED;
  const all = lens.findings.contradictions.filter(({ control }) => control === assessment.control);
  const against = all.find(({ kind }) => kind === 'claim') ?? all[0];
  return {
    word,
    short,
    tone,
    text: excluded === '' ? answerText(answer, assessment, notMeasured) : sentence(excluded),
    exceptions: exceptionsView(answer.exceptions, answer.exceptionCount, lens),
    claimed: claimed === null ? '' : PHRASES.claim(claimed.answer, claimed.by, claimed.on),
    override: override === null ? '' : PHRASES.override(override.answer, override.by, override.on, override.because),
    contradiction:
      against === undefined
        ? ''
        : against.kind === 'claim'
          ? PHRASES.claimAgainst(against.claimed, ceilingWord(against.ceiling))
          : against.text,
  };
}

/** Whose word it is where the verdict is made of one; where nothing is known, what a person says of it comes after that. */
function answerText(answer: Answer, assessment: ControlAssessment, notMeasured: string | undefined): string {
  const { verdict, remark } = assessment;
  const shown = sentence(shownBy(assessment, notMeasured) ?? answer.text);
  const after = verdict === 'not-evidenced' && remark ? sentence(remark) : '';
  return [saidOfAll(verdict, remark), shown, after].filter((part) => part !== '').join(' ');
}

/** The reasons that decide the answer, without the answer itself, which stands beside them; none where only people know. */
function shownBy({ reasons, verdict, found }: ControlAssessment, notMeasured?: string): string | undefined {
  const deciding = decidingReasons(reasons, found);
  if (deciding.length === 0 || verdict === 'not-applicable') return undefined;
  const unseen = verdict === 'partly-supported' && notMeasured !== undefined ? [PHRASES.unseen(notMeasured)] : [];
  return [...new Set(deciding.map(plainly)), ...unseen].join(' ');
}
