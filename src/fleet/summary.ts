import type { Answer, ContradictionKind } from '../model/assessment.ts';
import type { CollectLine, Findings } from '../model/findings.ts';
import { ownerOf } from '../model/ownership.ts';
import type { ClientSummary, Unsignable, Wanting, Who } from '../model/portfolio-client.ts';

/** What the portfolio keeps of a client's findings. Pure: the same findings give the same summary. */
export function summaryOf(findings: Findings): ClientSummary {
  const { engagement, frameworks, gaps, contradictions, exhibits, ownership } = findings;
  const read = exhibits.filter(({ status, excluded }) => status === 'read' && excluded === null);
  return {
    name: engagement.client.name,
    asOf: engagement.asOf,
    renewsOn: engagement.renewsOn ?? null,
    model: ownership.modelTitle,
    headlines: frameworks.map(({ framework, headline }) => ({
      framework: framework.id,
      title: framework.shortTitle,
      controls: headline.controls,
      applicable: headline.applicable,
      supported: headline.supported,
      assessed: headline.assessed,
    })),
    answers: answersOf(findings),
    unsignable: unsignableIn(findings),
    wanting: findings.collect.flatMap((line) => wantingOf(line, findings)),
    gaps: {
      high: gaps.filter(({ severity }) => severity === 'high').length,
      moderate: gaps.filter(({ severity }) => severity === 'moderate').length,
      low: gaps.filter(({ severity }) => severity === 'low').length,
    },
    contradictions: contradictions.length,
    exhibits: { read: read.length, others: exhibits.length - read.length },
    sources: [...new Set(read.flatMap(({ source }) => source ?? []))].sort(),
  };
}

function answersOf({ frameworks }: Findings): ClientSummary['answers'] {
  const answers: ClientSummary['answers'] = {};
  for (const { controls } of frameworks) {
    for (const { answer, verdict } of controls) {
      if (answer !== null && verdict !== 'not-applicable') answers[answer.ceiling] = (answers[answer.ceiling] ?? 0) + 1;
    }
  }
  return answers;
}

/** Where one side is what somebody says, and not two exports that differ. */
const SAID: ReadonlySet<ContradictionKind> = new Set(['claim', 'same-question', 'last-package', 'statement']);

function unsignableIn({ contradictions, frameworks, practices }: Findings): Unsignable[] {
  const controls = new Map(
    frameworks.flatMap(({ framework, controls: assessed }) =>
      framework.controls.map((control) => [
        control.id,
        { title: control.title, answer: assessed.find((each) => each.control === control.id)?.answer ?? null },
      ]),
    ),
  );
  return contradictions
    .filter(({ kind }) => SAID.has(kind))
    .map(({ control, practice, claimed, ceiling, text, override }) => ({
      control,
      title: controls.get(control ?? '')?.title ?? practices.find(({ id }) => id === practice)?.title ?? '',
      claimed,
      ceiling,
      by: saidBy(controls.get(control ?? '')?.answer ?? null),
      text,
      overridden: override !== null,
    }));
}

function saidBy(answer: Answer | null): string | null {
  return answer?.claimed?.by ?? null;
}

function wantingOf(line: CollectLine, findings: Findings): readonly Wanting[] {
  const { ownership, practices, practiceAssessments } = findings;
  const practice = practices.find(({ id }) => id === line.practice);
  const assessed = practiceAssessments.find(({ practice: id }) => id === line.practice);
  if (line.state === 'current' || practice === undefined || assessed === undefined) return [];
  const open = assessed.reasons.filter(
    ({ outcome, bears }) => bears !== 'as-context' && (outcome === 'unknown' || outcome === 'stale'),
  );
  const direct = open.filter(({ bears }) => bears === 'directly');
  const facts = (direct.length > 0 ? direct : open).map(({ fact }) => fact);
  const owner = ownerOf(ownership, practice.id);
  const by = whoIs(line.by, findings);
  const operates = [owner?.evidence ?? '', ...(owner?.responsible.slice(0, 1) ?? [])].map((id) => whoIs(id, findings));
  return [
    {
      practice: practice.id,
      title: practice.title,
      state: line.state,
      newest: line.newest,
      by,
      duty: operates.some((who) => who?.side === 'provider') ? 'provider' : 'client',
      severity: practice.severity,
      obtain: line.obtain,
      facts: [...new Set(facts)].sort(),
    },
  ];
}

function whoIs(id: string, { ownership }: Findings): Who | null {
  const party = ownership.parties.find((each) => each.id === id);
  return party === undefined
    ? null
    : { party: party.id, side: party.side, title: party.title, name: party.name ?? party.contact ?? null };
}
