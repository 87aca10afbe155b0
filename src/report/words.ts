import { plural } from '../kernel/text.ts';
import type { Ceiling, Outcome, Reason, Verdict } from '../model/assessment.ts';
import type { Tone } from '../model/document.ts';
import type { ExhibitStatus } from '../model/exhibit.ts';
import type { Practice } from '../model/practice.ts';

export { EDITION_TRAITS } from './edition-traits.ts';

/** The words that documents, workbooks and the page share; a new verdict or status without words does not compile. */
export const VERDICT_WORDS = {
  supported: { word: 'Supported', tone: 'good', means: 'Exports show it, in scope and up to date.' },
  'partly-supported': {
    word: 'Partly supported',
    tone: 'part',
    means:
      'Exports show it for some of those that should be covered, or cannot show that these are all; n of d is always told.',
  },
  contradicted: { word: 'Contradicted', tone: 'bad', means: 'Exports show the contrary.' },
  stale: {
    word: 'Stale',
    tone: 'stale',
    means:
      'There is evidence, but it is older than the practice allows at the as-of date, outside the period, or undated.',
  },
  'attested-only': {
    word: 'Attested only',
    tone: 'muted',
    means: 'A named person says so, or a plan does; no machine shows it.',
  },
  inherited: { word: 'Inherited', tone: 'good', means: 'A named provider does it, and the proof is named.' },
  'not-evidenced': {
    word: 'Not evidenced',
    // Unknown is kept apart from failed: red says that the contrary is shown.
    tone: 'unknown',
    means: 'Nothing that was handed over decides it. That is neither a yes nor a no.',
  },
  'not-applicable': { word: 'Not applicable', tone: 'muted', means: 'Excluded with a reason and a named approver.' },
  'accepted-risk': {
    word: 'Accepted risk',
    tone: 'part',
    means: 'A named person accepted the gap until a date; what was found is told beside it.',
  },
} as const satisfies Record<Verdict, { word: string; tone: Tone; means: string }>;

export const CEILING_WORDS = {
  yes: { word: 'Yes', short: 'Yes', tone: 'good' },
  'yes-except': { word: 'Yes, with the exceptions named', short: 'Yes, except', tone: 'part' },
  partly: { word: 'Partly', short: 'Partly', tone: 'part' },
  no: { word: 'No', short: 'No', tone: 'bad' },
  'cannot-say': { word: 'Cannot be said from the evidence', short: 'Cannot be said', tone: 'unknown' },
} as const satisfies Record<Ceiling, { word: string; short: string; tone: Tone }>;

export const OUTCOME_WORDS = {
  met: { word: 'As expected', tone: 'good' },
  partly: { word: 'In part', tone: 'part' },
  refuted: { word: 'Contrary', tone: 'bad' },
  short: { word: 'Falls short', tone: 'part' },
  stale: { word: 'Not current', tone: 'stale' },
  attested: { word: 'By word only', tone: 'muted' },
  unknown: { word: 'Not known', tone: 'unknown' },
} as const satisfies Record<Outcome, { word: string; tone: Tone }>;

/** What a row shows whatever weight it has; in part: of some it is shown, and the others show the contrary. */
export const BY_ITSELF_WORDS = {
  contrary: OUTCOME_WORDS.refuted,
  'contrary-in-part': { word: 'Contrary in part', tone: 'bad' },
} as const satisfies Record<NonNullable<Reason['byItself']>, { word: string; tone: Tone }>;

export const LINE_WORDS = { design: 'Design', operation: 'Operation' } as const satisfies Record<
  Reason['shows'],
  string
>;

export const BEARS_WORDS = {
  directly: 'directly',
  partly: 'in part',
  'as-context': 'as context',
} as const satisfies Record<Reason['bears'], string>;

export const STATUS_WORDS = {
  read: { word: 'Read', tone: 'good' },
  ambiguous: { word: 'Fits several sources; not used', tone: 'part' },
  empty: { word: 'Empty; proves nothing', tone: 'bad' },
  unrecognised: { word: 'Kept as a plain exhibit', tone: 'muted' },
  unreadable: { word: 'Could not be read', tone: 'bad' },
  refused: { word: 'Refused', tone: 'bad' },
} as const satisfies Record<ExhibitStatus, { word: string; tone: Tone }>;

export const SEVERITY_WORDS = {
  high: { word: 'High', tone: 'bad' },
  moderate: { word: 'Moderate', tone: 'part' },
  low: { word: 'Low', tone: 'muted' },
} as const satisfies Record<'high' | 'moderate' | 'low', { word: string; tone: Tone }>;

export const DUTY_WORDS = {
  operation: 'Operation',
  governance: 'Governance',
  legal: 'Legal duty of the client',
} as const satisfies Record<Practice['duty'], string>;

export const SIDE_WORDS = { client: 'Client', provider: 'Provider' } as const;
export const REQUIREMENT_WORDS = { required: 'Required', addressable: 'Addressable' } as const;
export const BASIS_WORDS = { planned: 'Planned', proposed: 'Proposed' } as const;

export const DECISION_WORDS = {
  implemented: 'Implemented',
  alternative: 'Alternative measure',
  'not-reasonable': 'Not reasonable and appropriate',
} as const;

export const WITHHELD = {
  person: 'a named person',
  subject: '[name withheld]',
  row: 'withheld in this edition',
  /** Of further addresses, which somebody wrote by their last numbers alone. */
  ends: '[and more, withheld]',
  reason: 'the reason is withheld in this edition',
} as const;

export const OMISSION_WORDS = {
  excluded: 'Excluded by the engagement',
  'not-used': 'Handed over, not used as evidence',
  'not-delivered': 'Expected, not delivered',
  'rows-rejected': 'Rows left out',
  skipped: 'In the folder, no exhibit',
  withheld: 'Original withheld from this edition',
} as const;
export type OmissionKind = keyof typeof OMISSION_WORDS;

/** Short phrases that a value is set into. */
export const PHRASES = {
  share: (n: number, of: number, percent: string) => `${n} of ${of} (${percent} %)`,
  nothingToCount: 'none to count',
  under: (percent: number) => `under ${percent}`,
  extent: (n: number, of: number, unit: string, percent: string) => `${n} of ${of} ${unit} (${percent} %)`,
  /** All of what was counted, and the verdict is partial all the same: a hundred per cent would say that nothing is open. */
  extentOfMore: (n: number, of: number, unit: string) => `${n} of ${of} ${unit}, and more is asked`,
  percent: (text: string, percent: string) => `${text} (${percent} %)`,
  saidOf: (names: string, said: string) => `${names}: ${said}`,
  /** Of the name that was told just before. */
  sameAgain: (said: string) => `the same: ${said}`,
  rows: (rows: string) => `rows ${rows}`,
  row: (row: string) => `row ${row}`,
  lines: (lines: string) => `lines ${lines}`,
  line: (line: string) => `line ${line}`,
  items: (items: string) => `items ${items}`,
  item: (item: string) => `item ${item}`,
  itemsOf: (items: string, list: string) => `${list} ${items}`,
  elements: (element: string, numbers: string) => `${element} ${numbers}`,
  ellipsis: (list: string) => `${list}\u00a0…`,
  moreRows: (count: number) => `and ${count} more`,
  moreRowsOf: (counts: readonly { readonly number: string; readonly count: number }[]) =>
    `and ${counts.map(({ number, count }) => `${count} more of ${number}`).join(', ')}`,
  moreExceptions: (count: number) => `and ${count} more`,
  control: (id: string, title: string) => `${id} ${title}`.trim(),
  byWordOnly: 'By word only.',
  byWordAgainst: (rows: number) => `By word only; ${rows === 1 ? '1 row speaks' : `${rows} rows speak`} against it.`,
  notCurrent: 'Not current.',
  notApplicable: (because: string, by: string) => `${because}; approved by ${by}`,
  unseen: (what: string) => `Not measured: ${what}`,
  exceptions: (count: number) => `${count} ${count === 1 ? 'exception' : 'exceptions'}`,
  milderGaps: (count: number) =>
    count === 1
      ? '1 item of low severity is in the workbook and on index.html.'
      : `${count} items of low severity are in the workbook and on index.html.`,
  named: (name: string, title: string) => `${name} (${title})`,
  nobody: 'nobody',
  unknown: 'not said',
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  claim: (answer: string, by: string, on: string) => `${answer}, by ${by} on ${on}`,
  override: (answer: string, by: string, on: string, because: string) =>
    `${answer}, by ${by} on ${on}, against the evidence: ${because}`,
  model: (title: string, from: string, to: string) => `${title}, ${from} to ${to}`,
  preparedBy: (by: string, role: string, organisation: string) =>
    [by, role, organisation].filter((part) => part !== '').join(', '),
  monthsShown: (shown: number, of: number) => `${shown} of ${of}`,
  found: (found: number, expected: number) => `${found} of ${expected} expected`,
  expectedTail: (expected: string) => `; expected: ${expected}.`,
  headline: (supported: string, assessed: string, applicable: number, controls: string) =>
    `${supported} of ${applicable} applicable ${controls} are supported by evidence; ${assessed} could be assessed.`,
  withPercent: (n: number, percent: string) => `${n} (${percent} %)`,
  claimAgainst: (claimed: string, ceiling: string) => `Claimed: "${claimed}". The evidence allows: "${ceiling}".`,
  recordsBefore: (records: number, before: number) => `${records}, ${before} of them counted before`,
  seen: (kind: string, names: readonly string[]) =>
    `the ${names.length === 1 ? kind : plural(kind)} ${names.join(', ')}`,
  foundByWord: (found: string) => `${found}, by word only`,
  byWord: (question: string, found: string) => `${question} ${found}, by word only.`,
  gapsByOwner: (decided: number, proposed: number, owners: readonly string[]) =>
    `${decided} ${decided === 1 ? 'is' : 'are'} decided (planned, begun or accepted), ${proposed} ${proposed === 1 ? 'is' : 'are'} proposed. ${owners.join(', ')}.`,
  ownsGaps: (party: string, count: number) => `${party} owns ${count}`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  bytes: (bytes: number) => (bytes === 1 ? '1 byte' : `${bytes} bytes`),
  quoted: (title: string) => `"${title}"`,
  sourceTitle: (product: string, title: string) => `${product}: ${title}`,
  mapping: (name: string, version: number, by: string) => `mapping ${name} v${version} by ${by}`,
  kind: (kind: string, count: number) => `${kind.replaceAll('-', ' ')} (${count})`,
  kindFact: (count: number, unit: string) => `${count} ${unit}`,
  owned: (owner: string, days: number) => `${owner} on ${days === 1 ? '1 day' : `${days} days`}`,
  countedIn: (count: number, path: string) => `${count} in ${path}`,
  total: (of: string, stated: number, read: number) =>
    stated === read ? `${stated} ${of}, as its rows come to` : `${stated} ${of} stated, ${read} by its rows`,
  ranAt: (raw: string, instant: string) => `${raw} (${instant})`,
  rowsRead: (rows: number) => `${rows} read; how many there should be, nobody states`,
  rowsStated: (rows: number, stated: number, by: 'file' | 'person') =>
    `${rows} read of ${stated} that ${by === 'file' ? 'the file' : 'a person'} states`,
  labelled: (label: string, text: string) => `${label} ${text}`,
  personStates: (by: string, what: string, because: string) => `${what}; by the word of ${by} (${because})`,
  rejected: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'} could not be read`,
  excludedBecause: (word: string, because: string) => `${word}: ${because}`,
  foreign: (foreign: string) => `it speaks of ${foreign}, which is not this client`,
  candidates: (sources: string) => `it fits ${sources}`,
  hats: (responsible: string, accountable: string) =>
    responsible === accountable ? responsible : `${responsible}; accountable: ${accountable}`,
  owes: (owed: number, of: number) => `${owed} of ${of}`,
  yes: 'yes',
  no: 'no',
  groupSummary: (supported: number, applicable: number) => `${supported} of ${applicable} applicable supported`,
  accountableSentence: (party: string, count: number, of: number) =>
    `${party} answers for ${count} of ${of} practices.`,
  responsibleSentence: (party: string, count: number, of: number) =>
    `${party} carries out ${count} of ${of} practices.`,
  owesSentence: (party: string, count: number, of: number) =>
    `${party} must prove ${of} practices and has sent nothing for ${count} of them.`,
  referenced: (title: string, ids: string) => `${title}: ${ids}`,
  standing: (word: string, note: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}. ${note}`,
  published: (from: { title: string; version: string; file: string; sha256: string; controls: number }) =>
    `Sentences in quotation marks are the publisher's own, verbatim from ${from.title}, ${from.version} (${from.file}, SHA-256 ${from.sha256}), in which ${from.controls} of the controls here have theirs.`,
  yesInFull: 'Yes',
  noInFull: 'No',
  inScope: 'In the scope of this engagement',
  outOfScope: (because: string) => `Out of scope: ${because}`,
  noTier: 'Not said by a named person',
  tier: (tier: number, name: string) => `${tier} ${name}`,
  saidBy: (by: string, on: string) => `${by}, ${on}`,
  keepFrom: (years: number, day: string) => `${day} and ${years} years`,
  alsoOf: (message: string, count: number, subjects: string) => `${message} ${count} more of this kind: ${subjects}.`,
  asOf: (asOf: string) => `as of ${asOf}`,
} as const;

export const OMISSION_COLUMNS = ['What', 'Subject', 'Reason', 'What to obtain or do', 'By'] as const;

export const PAGE_WORDS = {
  skip: 'Skip to the content',
  contents: 'Contents',
  search: 'Search (press /)',
  shown: '# rows shown',
} as const;
