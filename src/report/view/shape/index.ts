import { z } from 'zod';
import { CitationView, Text, VerdictView } from './common.ts';
import { ExcerptView } from './excerpts.ts';
import { FrameworkView } from './framework.ts';
import { OwnershipView } from './ownership.ts';
import {
  CadenceView,
  ContinuityView,
  ExhibitView,
  GapView,
  MappingView,
  OmissionView,
  PopulationView,
  StatementsView,
} from './registers.ts';

export const IssueView = z.strictObject({
  title: Text,
  text: Text,
  owner: Text,
  due: Text,
  reference: Text,
  tone: Text,
});
export type IssueView = z.output<typeof IssueView>;

export const ContradictionView = z.strictObject({ about: Text, text: Text, citations: z.array(CitationView) });

/** All that templates may print. Its schema is what every path of every template is checked against. */
export const View = z.strictObject({
  edition: z.strictObject({ id: Text, word: Text, compact: z.boolean(), named: z.boolean(), withheld: Text }),
  client: z.strictObject({ name: Text, legalEntity: Text, timeZone: Text }),
  prepared: z.strictObject({ line: Text, by: Text, role: Text, organisation: Text }),
  organisation: Text,
  /** What stands behind each page, for those who do not see it. */
  watermark: Text,
  /** Whether the tool that made it goes unnamed. */
  whiteLabel: z.boolean(),
  period: z.strictObject({ from: Text, to: Text }),
  asOf: Text,
  assurance: Text,
  digest: Text,
  frameworkTitles: Text,
  /** `file` is its name in print, `path` the file beside the page. */
  documents: z.array(z.strictObject({ title: Text, file: Text, path: Text, about: Text, workbook: Text })),
  /** The documents of this edition by what they tell: `04-Gap-Register`, or nothing where it has none. */
  where: z.strictObject({ questions: Text, controls: Text, gaps: Text, evidence: Text, statements: Text }),
  counts: z.strictObject({
    exhibits: Text,
    read: Text,
    setAside: Text,
    records: Text,
    rejected: Text,
    facts: Text,
    factsAsked: Text,
    practices: Text,
    gaps: Text,
    highGaps: Text,
    contradictions: Text,
    missing: Text,
    /** What was handed over, read and set aside, in a sentence. */
    evidenceSum: Text,
    /** The same twice, as whoever prepared the package signs it. */
    handedOver: Text,
    readFrom: Text,
  }),
  issues: z.array(IssueView),
  moreIssues: Text,
  frameworks: z.array(FrameworkView),
  questionnaires: z.array(FrameworkView),
  verdicts: z.array(z.strictObject({ verdict: VerdictView, means: Text })),
  ownership: OwnershipView,
  gaps: z.array(GapView),
  /** Without those of low severity, where an edition is told in short. */
  gravest: z.array(z.strictObject({ severity: Text, verdict: VerdictView, count: z.number(), gaps: z.array(GapView) })),
  milderGaps: Text,
  gapSum: Text,
  /** What the register cites. */
  gapExhibits: z.array(ExhibitView),
  /** What the questionnaires cite. */
  answerExhibits: z.array(ExhibitView),
  gapCounts: z.array(z.strictObject({ severity: Text, count: z.number() })),
  exhibits: z.array(ExhibitView),
  /** The rows that are cited, marked; for editions that may show them. */
  excerpts: z.array(ExcerptView),
  mappings: z.array(MappingView),
  cadence: z.array(CadenceView),
  cadenceFigure: Text,
  gapsFigure: Text,
  coverageFigure: Text,
  /** Where a last package is known. */
  trendFigure: Text,
  evidenceFigure: Text,
  continuity: z.array(ContinuityView),
  populations: z.array(PopulationView),
  freshnessFigure: Text,
  contradictions: z.array(ContradictionView),
  /** Those that no intended answer makes. */
  disagreements: z.array(ContradictionView),
  obtain: z.array(
    z.strictObject({
      party: Text,
      anchor: Text,
      items: z.array(z.strictObject({ practice: Text, anchor: Text, what: Text, ask: Text, exports: z.array(Text) })),
    }),
  ),
  missing: z.array(z.strictObject({ practice: Text, obtain: Text, by: Text, because: Text })),
  omissions: z.array(OmissionView),
  omissionCounts: z.array(z.strictObject({ what: Text, count: z.number() })),
  omissionGroups: z.array(z.strictObject({ what: Text, count: z.number(), omissions: z.array(OmissionView) })),
  statements: StatementsView,
  facts: z.array(z.strictObject({ id: Text, question: Text, answer: Text, newest: Text, remarks: Text })),
  notes: z.array(z.strictObject({ message: Text, hint: Text, where: Text })),
  signatures: z.strictObject({
    provider: z.array(z.strictObject({ role: Text, name: Text })),
    client: z.array(z.strictObject({ role: Text, name: Text })),
    matrix: z.array(z.strictObject({ role: Text, name: Text })),
  }),
});
export type View = z.output<typeof View>;
