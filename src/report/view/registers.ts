import { PHRASES as ASSESSMENT_PHRASES } from '../../kernel/messages/assessment.ts';
import { groupBy } from '../../kernel/order.ts';
import { capital, plural, sentence } from '../../kernel/text.ts';
import type { Gap, Reason } from '../../model/assessment.ts';
import type { NamedFact } from '../../model/fact.ts';
import type { CadenceLine } from '../../model/findings.ts';
import { BASIS_WORDS, PHRASES, SEVERITY_WORDS } from '../words.ts';
import { saidOfAll } from './cell.ts';
import { citeExhibits } from './citations.ts';
import type { Lens } from './lens.ts';
import { percentText, verdictView } from './measure.ts';
import { inShort } from './reasons.ts';
import type { View } from './shape/index.ts';
import type { CadenceView, GapView } from './shape/registers.ts';

export function gapView(gap: Gap, lens: Lens): GapView {
  const severity = SEVERITY_WORDS[gap.severity];
  const open = openReasons(gap, lens);
  return {
    id: gap.id,
    practice: lens.practiceTitle(gap.practice),
    weakness: [
      saidOfAll(gap.verdict, lens.assessed(gap.practice)?.remark),
      open.length > 0 ? inShort(open, lens) : withoutTitle(gap, lens),
    ]
      .filter((part) => part !== '')
      .join(' '),
    verdict: verdictView(gap.verdict, lens.assessed(gap.practice)?.extent ?? null),
    severity: severity.word,
    severityTone: severity.tone,
    severityBecause: gap.severityBecause,
    owner: lens.party(gap.owner),
    action: gap.action,
    basis: BASIS_WORDS[gap.actionBasis],
    milestones: [...gap.milestones],
    steps: gap.milestones.filter((milestone) => milestone !== `${gap.due} ${ASSESSMENT_PHRASES.milestone.proof}`),
    due: gap.due,
    dueBecause: gap.dueBecause,
    open: gap.status === 'open',
    status: capital(gap.status.replaceAll('-', ' ')),
    closureEvidence: gap.closureEvidence,
    controls: controlsOf(gap, lens),
    citations: [
      ...citeExhibits(
        open.flatMap(({ exceptions, places }) => [...exceptions, ...places]),
        lens,
      ),
    ],
  };
}

/** The reasons that the register's sentence is made of, in its order. */
function openReasons({ weakness, practice }: Gap, lens: Lens): readonly Reason[] {
  const told = (lens.assessed(practice)?.reasons ?? []).filter(
    ({ text, outcome, bears }) => outcome !== 'met' && bears !== 'as-context' && weakness.includes(text),
  );
  return told.toSorted((a, b) => weakness.indexOf(a.text) - weakness.indexOf(b.text));
}

/** The register's sentence without the practice, which stands beside it. */
function withoutTitle({ weakness, practice }: Gap, lens: Lens): string {
  const title = `${lens.practiceTitle(practice)}: `;
  return weakness.startsWith(title) ? weakness.slice(title.length) : weakness;
}

/** Of all gaps how many are decided, and whose they are, most first. */
export function gapSum({ findings, party }: Lens): string {
  const { gaps } = findings;
  if (gaps.length === 0) return '';
  const decided = gaps.filter(({ status }) => status !== ASSESSMENT_PHRASES.status.open).length;
  const owners = [...groupBy(gaps, ({ owner }) => party(owner))].sort(([, a], [, b]) => b.length - a.length);
  return PHRASES.gapsByOwner(
    decided,
    gaps.length - decided,
    owners.map(([owner, own]) => PHRASES.ownsGaps(owner, own.length)),
  );
}

/** `NIST CSF 2.0: PR.AA-03, PR.AA-05; HIPAA: 164.312(d)`. */
function controlsOf({ controls }: Gap, lens: Lens): string {
  const titles = new Map(lens.findings.frameworks.map(({ framework }) => [framework.id, framework.shortTitle]));
  return [...groupBy(controls, ({ framework }) => framework)]
    .map(([id, inside]) => `${titles.get(id) ?? id}: ${inside.map(({ control }) => control).join(', ')}`)
    .join('; ');
}

/** Occurrences found over the period, each attributed to whoever owned the practice on that day. */
export function cadenceView(line: CadenceLine, lens: Lens): CadenceView {
  const owners = [...groupBy(line.occurrences, ({ owner }) => owner)].map(([owner, on]) =>
    PHRASES.owned(lens.party(owner), on.length),
  );
  const { found, expected } = line;
  return {
    practice: lens.practiceTitle(line.practice),
    cadence: line.cadence,
    found: PHRASES.found(found, expected),
    longestGap: line.longestGapDays === null ? '' : PHRASES.days(line.longestGapDays),
    owners: owners.join(', '),
    tone: found >= expected ? 'good' : found > 0 ? 'part' : 'unknown',
  };
}

export function factView({ id, question, fact }: NamedFact): View['facts'][number] {
  if (fact.status === 'unknown')
    return {
      id,
      question,
      answer: '',
      newest: '',
      remarks: inSentences([ASSESSMENT_PHRASES.unknown[fact.because], ...fact.remarks]),
    };
  return {
    id,
    question,
    answer: measureText(fact.measure),
    newest: fact.newestRead ?? fact.newest ?? '',
    remarks: inSentences(fact.remarks),
  };
}

function inSentences(remarks: readonly string[]): string {
  return remarks.map((remark) => sentence(capital(remark))).join(' ');
}

type Measure = Extract<NamedFact['fact'], { status: 'known' }>['measure'];

export function measureText(measure: Measure): string {
  switch (measure.kind) {
    case 'share':
      return measure.of > 0
        ? PHRASES.extent(measure.n, measure.of, inNumber(measure.of, measure.unit), percentText(measure.n, measure.of))
        : PHRASES.nothingToCount;
    case 'days':
      return PHRASES.days(measure.days);
    case 'count':
      return PHRASES.kindFact(measure.count, inNumber(measure.count, measure.unit));
    case 'holds':
      return measure.holds ? PHRASES.yes : PHRASES.no;
    case 'occurrences':
      return PHRASES.found(measure.found, measure.expected);
    case 'names':
      return measure.names.join(', ');
  }
}

function inNumber(count: number, unit: string): string {
  return count === 1 ? unit : plural(unit);
}
