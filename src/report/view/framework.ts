import { groupBy } from '../../kernel/order.ts';
import { plural as many, slug } from '../../kernel/text.ts';
import { type ControlAssessment, VERDICTS } from '../../model/assessment.ts';
import type { Framework, PublishedText } from '../../model/control.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import { PHRASES } from '../words.ts';
import { byVerdict } from './by-verdict.ts';
import { controlAnchor, controlView } from './control.ts';
import type { Lens } from './lens.ts';
import { percentText, share, verdictView } from './measure.ts';
import type { ControlView, FrameworkView, GroupView } from './shape/framework.ts';

export function frameworkView(findings: FrameworkFindings, lens: Lens): FrameworkView {
  const { framework, headline, controls } = findings;
  const assessments = new Map(controls.map((each) => [each.control, each]));
  const present = framework.controls.flatMap((control) => {
    const assessment = assessments.get(control.id);
    return assessment === undefined
      ? []
      : [{ group: control.group, view: controlView(control, assessment, framework, lens) }];
  });
  const byGroup = groupBy(present, ({ group }) => group);
  return {
    id: framework.id,
    anchor: slug(framework.id),
    title: framework.title,
    shortTitle: framework.shortTitle,
    version: framework.version,
    publisher: framework.publisher,
    notice: framework.notice,
    standing:
      framework.standing === undefined ? '' : PHRASES.standing(framework.standing.word, framework.standing.note),
    referenceNotes: referenceNotes(framework),
    text: framework.text === undefined ? '' : publishedText(framework.text),
    controlWords: plural(framework.controlWord),
    headline: headlineText(findings),
    supported: share(headline.supported, headline.applicable),
    assessed: share(headline.assessed, headline.applicable),
    notApplicable: String(headline.controls - headline.applicable),
    controls: headline.controls,
    counts: [...verdictCounts(controls)],
    questionnaire: framework.kind === 'questionnaire',
    groups: [...groupsOf(framework, byGroup)],
    ...byVerdict(present.map(({ view }) => view)),
    figure: figureName(framework.id),
    ownersFigure: '',
    profileFigure: '',
    contradictions: contradictionsOf(framework, lens),
  };
}

function headlineText({ framework, headline: { supported, assessed, applicable } }: FrameworkFindings): string {
  if (applicable === 0) return PHRASES.nothingToCount;
  const counted = (n: number): string => PHRASES.withPercent(n, percentText(n, applicable));
  return PHRASES.headline(counted(supported), counted(assessed), applicable, plural(framework.controlWord));
}

/** Lists with one note between them are told together. */
function referenceNotes({ references = [] }: Framework): string {
  const printed = references.filter((list) => list.printed === true);
  const byNote = groupBy(printed, ({ note }) => note);
  return [...byNote]
    .map(([note, lists]) => PHRASES.referenced(lists.map(({ title }) => title).join(', '), note))
    .join(' ');
}

function publishedText({ title, version, file, sha256, controls }: PublishedText): string {
  return PHRASES.published({ title, version, file, sha256, controls });
}

/** Frameworks name one of theirs: question, requirement, outcome. */
export function plural(word: string): string {
  const lower = word.toLowerCase();
  return lower.endsWith('s') ? lower : many(lower);
}

export function figureName(framework: string): string {
  return `verdicts-${framework}`;
}

export function verdictCounts(controls: readonly ControlAssessment[]): FrameworkView['counts'] {
  return VERDICTS.map((id) => ({
    verdict: verdictView(id),
    count: controls.filter(({ verdict }) => verdict === id).length,
  })).filter(({ count }) => count > 0);
}

/** In the publisher's order; a larger part (a Function over its Categories) is named where it begins. */
function groupsOf(
  framework: Framework,
  byGroup: ReadonlyMap<string, readonly { readonly view: ControlView }[]>,
): readonly GroupView[] {
  let section = '';
  return framework.groups.flatMap((group): readonly GroupView[] => {
    const controls = (byGroup.get(group.id) ?? []).map(({ view }) => view);
    if (controls.length === 0) return [];
    const part = group.sectionTitle ?? group.section ?? '';
    const opens = part === section || part === group.title ? '' : part;
    section = part;
    const applicable = controls.filter(({ verdict }) => verdict.id !== 'not-applicable');
    const supported = applicable.filter(({ verdict }) => verdict.id === 'supported');
    return [
      {
        anchor: controlAnchor(framework.id, `group ${group.id}`),
        title: group.title,
        opens,
        controls,
        summary: PHRASES.groupSummary(supported.length, applicable.length),
      },
    ];
  });
}

function contradictionsOf(framework: Framework, lens: Lens): FrameworkView['contradictions'] {
  const own = new Set(framework.controls.map(({ id }) => id));
  return lens.findings.contradictions.flatMap(({ control, text }) =>
    control !== null && own.has(control)
      ? [{ id: control, target: `#${controlAnchor(framework.id, control)}`, text }]
      : [],
  );
}
