import { groupBy } from '../../kernel/order.ts';
import { outermost } from '../../kernel/place.ts';
import { type Contradiction, VERDICTS } from '../../model/assessment.ts';
import { excerptViews } from '../excerpts/view.ts';
import { wantedExcerpts } from '../excerpts/wanted.ts';
import { EVIDENCE_SUMS } from '../exhibit-words.ts';
import {
  ANSWERING_FIGURE,
  CADENCE_FIGURE,
  COVERAGE_FIGURE,
  EVIDENCE_FIGURE,
  FRESHNESS_FIGURE,
  figuresOf,
  GAPS_FIGURE,
  PROFILE_FIGURE,
  SPLIT_FIGURE,
  TREND_FIGURE,
} from '../figures/index.ts';
import { ISSUE_WORDS } from '../issue-words.ts';
import type { FigureSource } from '../markup.ts';
import { EDITION_TRAITS, PHRASES, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts';
import { cite } from './citations.ts';
import { continuityView } from './continuity.ts';
import { exhibitViews, mappingViews } from './exhibits.ts';
import { frameworkView } from './framework.ts';
import { openIssues } from './issues.ts';
import type { Lens } from './lens.ts';
import { ceilingWord, verdictView } from './measure.ts';
import { obtainView } from './obtain.ts';
import { type Omission, omissionsOf } from './omissions.ts';
import { ownershipView } from './ownership.ts';
import { populationViews } from './populations.ts';
import { cadenceView, factView, gapSum, gapView } from './registers.ts';
import { toldOnce } from './same-proof.ts';
import type { View } from './shape/index.ts';
import type { GapView } from './shape/registers.ts';
import { signaturesOf } from './signatures.ts';
import { statementsView } from './statements.ts';

export interface ViewOptions {
  readonly documents: View['documents'];
  readonly assurance: string;
  readonly digest: string;
}

export interface Viewed {
  readonly view: View;
  readonly figures: ReadonlyMap<string, FigureSource>;
  readonly omissions: readonly Omission[];
}

/** Which documents there are is only known once the view has said which are wanted. */
const NOWHERE: View['where'] = { questions: '', controls: '', gaps: '', evidence: '', statements: '' };

/** Findings as words and numbers that templates print. Nothing is judged here, and nothing is printed that is not in the findings. */
export function viewOf(lens: Lens, options: ViewOptions): Viewed {
  const { findings } = lens;
  const { excerpts, figures: pictures } = excerptViews(lens, wantedExcerpts(findings));
  const figures = new Map([...figuresOf(lens), ...pictures]);
  const named = (figure: string): string => (figures.has(figure) ? figure : '');
  const frameworks = toldOnce(
    findings.frameworks.map((each) => ({
      ...frameworkView(each, lens),
      ownersFigure: named(ANSWERING_FIGURE + each.framework.id),
      profileFigure: named(PROFILE_FIGURE + each.framework.id),
    })),
  );
  const omissions = omissionsOf(lens);
  const { issues, beyond } = openIssues(lens);
  const gaps = findings.gaps.map((gap) => gapView(gap, lens));
  const exhibits = exhibitViews(lens);
  const cited = new Set(gaps.flatMap(({ citations }) => citations.map(({ number }) => number)));
  const answering = citedByAnswers(lens);
  const told = gaps.filter((_, index) => !lens.compact || findings.gaps[index]?.severity !== 'low');
  const view: View = {
    ...identity(lens),
    assurance: options.assurance,
    digest: options.digest,
    frameworkTitles: findings.frameworks.map(({ framework }) => framework.title).join(', '),
    documents: options.documents,
    where: NOWHERE,
    counts: counts(lens),
    issues: [...issues],
    moreIssues: beyond > 0 ? ISSUE_WORDS.more(beyond) : '',
    frameworks: [...frameworks],
    questionnaires: frameworks.filter((_, index) => findings.frameworks[index]?.framework.kind === 'questionnaire'),
    verdicts: VERDICTS.map((id) => ({ verdict: verdictView(id), means: VERDICT_WORDS[id].means })),
    ownership: { ...ownershipView(lens), splitFigure: named(SPLIT_FIGURE) },
    gaps,
    gravest: alike(told),
    milderGaps: told.length < gaps.length ? PHRASES.milderGaps(gaps.length - told.length) : '',
    gapSum: gapSum(lens),
    gapExhibits: exhibits.filter(({ number }) => cited.has(number)),
    answerExhibits: exhibits.filter(({ number }) => answering.has(number)),
    gapCounts: (['high', 'moderate', 'low'] as const).map((severity) => ({
      severity: SEVERITY_WORDS[severity].word.toLowerCase(),
      count: findings.gaps.filter((gap) => gap.severity === severity).length,
    })),
    exhibits: [...exhibits],
    excerpts: [...excerpts],
    mappings: [...mappingViews(lens)],
    cadence: findings.cadence.map((line) => cadenceView(line, lens)),
    cadenceFigure: named(CADENCE_FIGURE),
    gapsFigure: named(GAPS_FIGURE),
    coverageFigure: named(COVERAGE_FIGURE),
    trendFigure: named(TREND_FIGURE),
    evidenceFigure: named(EVIDENCE_FIGURE),
    continuity: findings.continuity.map((each) => continuityView(each, lens)),
    freshnessFigure: named(FRESHNESS_FIGURE),
    populations: [...populationViews(lens)],
    contradictions: contradictions(findings.contradictions, lens),
    disagreements: contradictions(
      findings.contradictions.filter(({ kind }) => kind !== 'claim'),
      lens,
    ),
    obtain: obtainView(lens),
    missing: findings.missing.map(({ practice, obtain, by, because }) => ({
      practice: lens.practiceTitle(practice),
      obtain,
      by: lens.party(by),
      because,
    })),
    omissions: omissions.map((each) => ({ ...each })),
    omissionCounts: [...new Set(omissions.map(({ what }) => what))].map((what) => ({
      what,
      count: omissions.filter((each) => each.what === what).length,
    })),
    omissionGroups: [...groupBy(omissions, ({ what }) => what)].map(([what, same]) => ({
      what,
      count: same.length,
      omissions: same,
    })),
    statements: statementsView(lens),
    facts: findings.facts.map(factView),
    notes: findings.notes.map(({ message, hint, place }) => ({
      message: lens.noteText(message),
      hint: lens.hint(hint),
      where: place?.path ?? '',
    })),
    signatures: signaturesOf(lens),
  };
  return { view, figures, omissions };
}

/** The numbers of the exhibits that the questionnaires cite: what bears on an answer, its exceptions, and what contradictions rest on. */
function citedByAnswers({ findings, exhibitNumber }: Lens): ReadonlySet<string> {
  const questionnaires = findings.frameworks.filter(({ framework }) => framework.kind === 'questionnaire');
  const ofAnswers = questionnaires.flatMap(({ controls }) =>
    controls.flatMap(({ reasons, answer }) => [
      ...reasons.flatMap(({ bears, places }) => (bears === 'as-context' ? [] : places)),
      ...(answer?.exceptions ?? []),
    ]),
  );
  const all = [...ofAnswers, ...findings.contradictions.flatMap(({ places }) => places)];
  return new Set(all.map(({ place }) => exhibitNumber(place.path)));
}

/** By severity and verdict, in the register's order. */
function alike(gaps: readonly GapView[]): View['gravest'] {
  const groups = groupBy(gaps, ({ severity, verdict }) => `${severity}|${verdict.id}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ severity: first.severity, verdict: first.verdict, count: same.length, gaps: same }];
  });
}

function identity(
  lens: Lens,
): Pick<View, 'edition' | 'client' | 'prepared' | 'organisation' | 'watermark' | 'whiteLabel' | 'period' | 'asOf'> {
  const { client, prepared, period, asOf, brand } = lens.findings.engagement;
  const { word, compact, named, withheld } = EDITION_TRAITS[lens.edition];
  const { by = '', role = '', organisation = '' } = prepared ?? {};
  return {
    edition: { id: lens.edition, word, compact, named, withheld },
    client: {
      name: client.name,
      legalEntity: client.legalEntity === client.name ? '' : (client.legalEntity ?? ''),
      timeZone: client.timeZone,
    },
    prepared: { line: PHRASES.preparedBy(by, role, organisation), by, role, organisation },
    organisation: brand.organisation ?? organisation,
    watermark: brand.watermark ?? '',
    whiteLabel: brand.whiteLabel ?? false,
    period: { from: period.from, to: period.to },
    asOf,
  };
}

function counts({ findings }: Lens): View['counts'] {
  const { exhibits, facts, practices, gaps, missing } = findings;
  const files = new Set(exhibits.map(({ path }) => outermost(path)));
  const read = exhibits.filter(({ status, excluded }) => status === 'read' && excluded === null);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const records = sum(read.map(({ records: own, duplicates }) => own - duplicates.records));
  const rejected = sum(read.map((each) => each.rejected));
  const setAside = exhibits.length - read.length;
  return {
    exhibits: String(files.size),
    read: String(read.length),
    setAside: String(setAside),
    records: String(records),
    rejected: String(rejected),
    evidenceSum: EVIDENCE_SUMS.evidenceSum(files.size, read.length, records, rejected, setAside),
    handedOver: EVIDENCE_SUMS.handedOver(files.size),
    readFrom: EVIDENCE_SUMS.readFrom(read.length, records, rejected),
    facts: String(facts.filter(({ fact }) => fact.status === 'known').length),
    factsAsked: String(facts.length),
    practices: String(practices.length),
    gaps: String(gaps.length),
    highGaps: String(gaps.filter(({ severity }) => severity === 'high').length),
    contradictions: String(findings.contradictions.length),
    missing: String(missing.length),
  };
}

function contradictions(some: readonly Contradiction[], lens: Lens): View['contradictions'] {
  return some.map(({ kind, control, practice, claimed, ceiling, text, override, places }) => ({
    about: control === null ? lens.practiceTitle(practice ?? '') : lens.controlTitle(control),
    // What a claim says too much is told by the two words; everything else needs the sentence.
    text: kind === 'claim' ? inTwoWords(claimed, ceiling, override) : text,
    citations: [...cite(places, places.length, lens).citations],
  }));
}

function inTwoWords(claimed: string, ceiling: string, override: string | null): string {
  const against = PHRASES.claimAgainst(claimed, ceilingWord(ceiling));
  return override === null ? against : `${against} ${override}`;
}
