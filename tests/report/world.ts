import { readdirSync, readFileSync } from 'node:fs';
import { type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import { diagnostic } from '../../src/kernel/diagnostic.ts';
import type {
  Answer,
  ControlAssessment,
  Gap,
  PracticeAssessment,
  Reason,
  Verdict,
} from '../../src/model/assessment.ts';
import type { Control, Framework } from '../../src/model/control.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { type ExhibitReport, NO_DUPLICATES, NOTHING_SAID } from '../../src/model/exhibit.ts';
import type { Basis, NamedFact } from '../../src/model/fact.ts';
import type { Findings, FrameworkFindings } from '../../src/model/findings.ts';
import type { Assignment } from '../../src/model/ownership.ts';
import type { ExhibitPlacement } from '../../src/model/package.ts';
import { Practice } from '../../src/model/practice.ts';
import type { Templates } from '../../src/report/index.ts';

/** A small world in which every verdict occurs, with names that must not leave it in a reduced edition. */
export const CANARIES = [
  'Dana Cole',
  'Sam Ortiz',
  'Priya Nair',
  'Marta Ruiz',
  'LFD-WS07',
  'lfd-ws07',
  'kim.canary@lakeside.example',
  'Kim Canary',
  'kim-canary',
] as const;

export function day(text: string): CivilDate {
  const date = civilDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

export const TEMPLATES: Templates = {
  documents: templatesIn(new URL('../../templates/', import.meta.url)),
  partials: templatesIn(new URL('../../templates/partials/', import.meta.url)),
};

function templatesIn(folder: URL): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.hbs'));
  return Object.fromEntries(names.map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')]));
}

function basis(path: string, row: number, text: string, subject?: string): Basis {
  return { place: { path, row }, text, ...(subject === undefined ? {} : { subject }) };
}

const WITHOUT_AGENT = basis('edr/hosts.csv', 7, 'LFD-WS07: no agent', 'lfd-ws07');
const WITHOUT_FACTOR = basis('mfa/users.csv', 12, 'Kim Canary has no second factor', 'kim.canary@lakeside.example');

function reason(fact: string, outcome: Reason['outcome'], more: Partial<Reason> = {}): Reason {
  return {
    practice: null,
    fact,
    outcome,
    holds: outcome === 'met' ? true : outcome === 'refuted' || outcome === 'partly' ? false : null,
    bears: 'directly',
    shows: 'operation',
    fallingShort: 'the-contrary',
    text: `${fact} was asked of the exhibits.`,
    because: 'It is the measure that decides.',
    measured: 'yes',
    expected: 'yes',
    newest: day('2026-10-01'),
    places: [],
    placeCount: 0,
    exceptions: [],
    exceptionCount: 0,
    ...more,
  };
}

const MFA = reason('share-of-people-with-a-second-factor', 'partly', {
  text: 'How many people have a second factor? 38 of 40 people; expected: all of them.',
  measured: '38 of 40 people',
  expected: 'all of them',
  share: { n: 38, of: 40 },
  places: [basis('mfa/users.csv', 1, 'a', 'a@lakeside.example'), basis('mfa/users.csv', 2, 'b', 'b@lakeside.example')],
  placeCount: 40,
  exceptions: [WITHOUT_FACTOR],
  exceptionCount: 2,
});
const AGENT = reason('share-of-devices-with-an-agent', 'refuted', {
  text: 'How many devices have an agent that runs? 0 of 12 devices; expected: all of them.',
  measured: '0 of 12 devices',
  expected: 'all of them',
  share: { n: 0, of: 12 },
  places: [WITHOUT_AGENT],
  placeCount: 12,
  exceptions: [WITHOUT_AGENT],
  exceptionCount: 12,
});
const RESTORE = reason('days-since-proven-restore', 'met', {
  text: 'How many days ago was a restore proven? 14 days.',
  measured: '14 days',
  expected: 'within 92 days of the as-of date',
  places: [{ place: { path: 'backup/restore.txt', line: 3 }, text: 'restore finished' }],
  placeCount: 1,
});
const SCAN = reason('days-since-scan', 'stale', {
  text: 'How many days ago was a scan? 200 days; expected: within 31 days.',
  measured: '200 days',
  expected: 'within 31 days of the as-of date',
  newest: day('2026-03-29'),
  places: [basis('scan/old.csv', 4, 'scan of the network')],
  placeCount: 1,
});
const UNKNOWN = reason('log-reviews', 'unknown', {
  text: 'Are logs reviewed? Not known: nothing that was read tells it.',
  measured: 'not known',
  newest: null,
});
const POLICY = reason('policy-in-force', 'attested', {
  shows: 'design',
  text: 'Is there a policy? Yes, by word.',
  newest: day('2026-05-04'),
});

type Row = readonly [id: string, domain: string, duty: Practice['duty'], verdict: Verdict, reasons: readonly Reason[]];

const PRACTICE_ROWS: readonly Row[] = [
  ['restore-testing', 'backup', 'operation', 'supported', [RESTORE]],
  ['mfa-everywhere', 'identity', 'operation', 'partly-supported', [MFA]],
  ['endpoint-agents', 'endpoint', 'operation', 'contradicted', [AGENT]],
  ['vulnerability-scans', 'endpoint', 'operation', 'stale', [SCAN]],
  ['incident-response-plan', 'governance', 'governance', 'attested-only', [POLICY]],
  ['log-review', 'governance', 'operation', 'not-evidenced', [UNKNOWN]],
  ['hosting', 'backup', 'operation', 'inherited', [reason('hosting', 'unknown', { newest: null })]],
  ['risk-analysis', 'governance', 'legal', 'accepted-risk', [reason('risk-analysis', 'unknown', { newest: null })]],
];

const PRACTICES = PRACTICE_ROWS.map(([id, domain, duty]) => ({
  ...Practice.parse({
    id,
    title: id.replaceAll('-', ' '),
    meaning: `That ${id} is done is told here in a sentence.`,
    duty,
    ...(id === 'restore-testing' || id === 'log-review' ? { cadence: 'quarterly' } : {}),
    expects: [
      { fact: 'a-fact', is: { holds: true }, shows: 'operation', bears: 'directly', because: 'It decides it.' },
    ],
    evidence: { best: `the best proof of ${id}`, askFor: `ask for ${id}`, kinds: ['document'] },
    remedy: `do ${id} and keep the record`,
    severity: 'high',
  }),
  domain,
}));

const ASSESSED: readonly PracticeAssessment[] = PRACTICE_ROWS.map(([practice, , , verdict, reasons]) => ({
  practice,
  verdict,
  found:
    verdict === 'accepted-risk' || verdict === 'attested-only' || verdict === 'inherited' ? 'not-evidenced' : verdict,
  extent: verdict === 'partly-supported' ? { n: 38, of: 40, unit: 'people' } : null,
  design: null,
  operation: verdict,
  reasons: reasons.map((each) => ({ ...each, practice })),
  remark: verdict === 'accepted-risk' ? 'Risk accepted by Dana Cole on 2026-06-01 until 2027-03-31: old machine' : null,
}));

function assignment(practice: string, owner: string, responsible: string, more: Partial<Assignment> = {}): Assignment {
  return {
    practice,
    accountable: owner,
    responsible: [responsible],
    evidence: responsible,
    approves: owner,
    consulted: [],
    informed: [],
    afterHours: 'msp',
    escalation: ['msp', 'client-leadership'],
    split: {},
    because: 'The model says so.',
    model: 'co-managed',
    overridden: false,
    ...more,
  };
}

const ASSIGNMENTS = PRACTICES.flatMap(({ id }, index): Assignment[] => {
  const now = assignment(id, index % 2 === 0 ? 'internal-it' : 'client-leadership', 'msp', { from: day('2026-04-01') });
  return id === 'restore-testing'
    ? [now, assignment(id, 'internal-it', 'internal-it', { until: day('2026-03-31'), model: 'internal' })]
    : [now];
});

function control(id: string, group: string, practices: readonly string[], more: Partial<Control> = {}): Control {
  return {
    id,
    title: `Title of ${id}`,
    summary: `What ${id} asks, in one plain sentence.`,
    group,
    practices: practices.map((practice) => ({ practice, bears: 'directly', because: 'It is the same thing.' })),
    own: [],
    ...more,
  };
}

const OUTCOMES: Framework = {
  id: 'small-outcomes',
  title: 'Small Outcomes 1.0',
  shortTitle: 'Outcomes',
  version: '1.0',
  publisher: 'Nobody',
  kind: 'outcomes',
  groupWord: 'Function',
  controlWord: 'outcome',
  notice: 'Ours, for tests.',
  counts: {},
  because: 'A test needs one.',
  mappingNote: '',
  groups: [
    { id: 'A', title: 'Assets', section: 'ID', sectionTitle: 'Identify' },
    { id: 'B', title: 'Recovery', section: 'RC', sectionTitle: 'Recover' },
  ],
  controls: [
    control('A-01', 'A', ['mfa-everywhere']),
    control('A-02', 'A', ['endpoint-agents']),
    control('A-03', 'A', ['vulnerability-scans'], { requirement: 'addressable', citation: '45 CFR 1' }),
    control('B-01', 'B', ['restore-testing']),
    control('B-02', 'B', ['hosting']),
    control('B-03', 'B', ['risk-analysis']),
  ],
};

const QUESTIONS: Framework = {
  ...OUTCOMES,
  id: 'small-questions',
  title: 'Small Questions',
  shortTitle: 'Questions: 2026/27',
  kind: 'questionnaire',
  groupWord: 'Section',
  controlWord: 'question',
  groups: [
    { id: 'M', title: 'Sign-in' },
    { id: 'N', title: 'Other' },
  ],
  controls: [
    control('Q-MFA-01', 'M', ['mfa-everywhere'], { answer: 'yes-no' }),
    control('Q-EDR-01', 'M', ['endpoint-agents'], { answer: 'yes-no' }),
    control('Q-LOG-01', 'N', ['log-review'], { answer: 'yes-no' }),
    control('Q-PLAN-01', 'N', ['incident-response-plan'], { answer: 'yes-no' }),
    control('Q-BAK-01', 'N', ['restore-testing'], { answer: 'yes-no' }),
    control('Q-NA-01', 'N', ['hosting'], { answer: 'yes-no' }),
  ],
};

const CEILING: Partial<Record<Verdict, Answer['ceiling']>> = {
  supported: 'yes',
  'partly-supported': 'partly',
  contradicted: 'no',
};

function assessed(framework: Framework, entry: Control): ControlAssessment {
  const [practice = ''] = entry.practices.map((edge) => edge.practice);
  const below = ASSESSED.find((each) => each.practice === practice);
  const verdict = entry.id === 'Q-NA-01' ? 'not-applicable' : (below?.verdict ?? 'not-evidenced');
  const reasons = below?.reasons ?? [];
  const claimed = entry.id === 'Q-MFA-01' ? { answer: 'yes', by: 'Dana Cole', on: '2026-10-10' } : null;
  return {
    framework: framework.id,
    control: entry.id,
    verdict,
    found: below?.found ?? verdict,
    extent: below?.extent ?? null,
    design: verdict === 'attested-only' ? 'attested-only' : null,
    operation: verdict === 'not-applicable' ? null : verdict,
    answer:
      entry.answer === undefined
        ? null
        : {
            ceiling: CEILING[verdict] ?? 'cannot-say',
            text: reasons.map(({ text }) => text).join(' '),
            exceptions: reasons.flatMap(({ exceptions }) => exceptions),
            exceptionCount: reasons.reduce((sum, { exceptionCount }) => sum + exceptionCount, 0),
            claimed,
            override: null,
          },
    practices: [practice],
    reasons: [...reasons, { ...POLICY, practice, bears: 'as-context' }],
    remark:
      verdict === 'not-applicable' ? 'Not a clearinghouse (approved by client-leadership)' : (below?.remark ?? null),
    disposition: entry.requirement === 'addressable' ? 'Not decided: a written decision is asked for.' : null,
  };
}

function findingsOf(framework: Framework): FrameworkFindings {
  const controls = framework.controls.map((entry) => assessed(framework, entry));
  const applicable = controls.filter(({ verdict }) => verdict !== 'not-applicable');
  return {
    framework,
    controls,
    headline: {
      controls: controls.length,
      applicable: applicable.length,
      supported: applicable.filter(({ verdict }) => verdict === 'supported').length,
      assessed: applicable.filter(({ verdict }) => verdict !== 'not-evidenced').length,
    },
  };
}

function exhibit(path: string, more: Partial<ExhibitReport> = {}): ExhibitReport {
  return {
    path,
    sha256: [...path]
      .map((letter) => letter.charCodeAt(0).toString(16))
      .join('')
      .padEnd(64, '0')
      .slice(0, 64),
    bytes: path.length,
    status: 'read',
    source: 'a-source',
    candidates: [],
    saw: ['header Name'],
    kinds: { document: 1 },
    records: 1,
    rejected: 0,
    encoding: 'utf-8',
    covers: { from: day('2026-09-01'), to: day('2026-10-01') },
    produced: {},
    completeness: NOTHING_SAID,
    duplicates: NO_DUPLICATES,
    said: null,
    foreign: null,
    excluded: null,
    notes: [],
    ...more,
  };
}

const EXHIBITS: readonly ExhibitReport[] = [
  exhibit('backup/restore.txt', { produced: { tool: 'restic', version: '0.16', runBy: 'Priya Nair' } }),
  exhibit('edr/hosts.csv', {
    rejected: 2,
    notes: [diagnostic('row-rejected', { reason: 'LFD-WS07 has no date' }, { path: 'edr/hosts.csv', row: 9 })],
  }),
  exhibit('mfa/users.csv', { records: 40 }),
  exhibit('people/kim-canary.csv', { status: 'unrecognised', source: null, records: 0, kinds: {}, covers: null }),
  exhibit('scan/old.csv'),
  exhibit('scan/other.csv', {
    status: 'empty',
    source: null,
    records: 0,
    notes: [diagnostic('exhibit-empty', { path: 'scan/other.csv' })],
  }),
];

export const PLACEMENTS: readonly ExhibitPlacement[] = EXHIBITS.map(({ path, sha256 }, index) => ({
  number: `E-00${index + 1}`,
  original: path,
  packaged: `data/exhibits/E-00${index + 1}_x`,
  sha256,
  omitted: null,
}));

const FACTS: readonly NamedFact[] = [MFA, AGENT, RESTORE, SCAN, UNKNOWN].map((each): NamedFact => {
  const id = each.fact;
  const question = `${each.text.split('?')[0]}?`;
  if (each.outcome === 'unknown')
    return {
      id,
      question,
      fact: { status: 'unknown', because: 'no-evidence', wouldNeed: ['audit-log-review'], remarks: [], basis: [] },
    };
  const { share, places, placeCount, exceptions, exceptionCount } = each;
  return {
    id,
    question,
    fact: {
      status: 'known',
      measure: share
        ? { kind: 'share', ...share, unit: each.measured.replace(/^\d+ of \d+ /, '') }
        : { kind: 'days', days: Number.parseInt(each.measured, 10) },
      strength: 'R',
      newest: day(each.newest ?? '2026-10-01'),
      oldest: day('2026-01-01'),
      days: [],
      dateAssumed: false,
      basis: places,
      basisCount: placeCount,
      exceptions,
      exceptionCount,
      remarks: ['denominator: people listed in mfa/users.csv'],
      populationKnown: true,
    },
  };
});

const GAPS: readonly Gap[] = ASSESSED.filter(({ verdict }) => verdict !== 'supported' && verdict !== 'inherited').map(
  (each, index) => ({
    id: `GAP-00${index + 1}`,
    practice: each.practice,
    weakness: `${each.practice}: ${each.reasons.map(({ text }) => text).join(' ')}`,
    verdict: each.verdict,
    severity: index < 4 ? 'high' : 'low',
    severityBecause: 'the exports show the contrary',
    owner: 'msp',
    action: `close ${each.practice}`,
    actionBasis: index === 0 ? 'planned' : 'proposed',
    milestones: index === 0 ? ['2026-11-01 order keys'] : [],
    due: '2026-12-01',
    dueBecause: 'high severity: 30 days from the as-of date',
    status: 'open',
    closureEvidence: `the best proof of ${each.practice}`,
    controls: [{ framework: 'small-outcomes', control: 'A-01' }],
    places: each.reasons.flatMap(({ places }) => places),
  }),
);

export const ENGAGEMENT: Engagement = Engagement.parse({
  client: { name: 'Lakeside Family Dental', timeZone: 'America/Chicago' },
  prepared: { by: 'Marta Ruiz', role: 'vCISO', organisation: 'Northlake IT' },
  period: { from: '2025-10-01', to: '2026-09-30' },
  asOf: '2026-10-15',
  frameworks: ['small-outcomes', 'small-questions'],
  operatingModel: 'co-managed',
  parties: {
    'client-leadership': { name: 'Dana Cole' },
    'internal-it': { name: 'Sam Ortiz' },
    msp: { name: 'Northlake IT', contact: 'Priya Nair' },
  },
  claims: [{ control: 'Q-MFA-01', answer: 'yes', by: 'Dana Cole', on: '2026-10-10' }],
  attestations: [
    {
      practice: 'incident-response-plan',
      statement: 'Plan v3 is in force',
      by: 'Dana Cole',
      on: '2026-05-04',
      expires: '2027-05-04',
    },
  ],
  riskAcceptances: [
    { practice: 'risk-analysis', until: '2027-03-31', because: 'old machine', by: 'Dana Cole', on: '2026-06-01' },
  ],
  applicability: [
    { control: 'Q-NA-01', applies: false, because: 'Not a clearinghouse', approvedBy: 'client-leadership' },
  ],
  brand: { organisation: 'Northlake IT', colour: '#0B5FA5' },
  editions: ['auditor', 'insurer'],
});

export const WORLD: Findings = {
  engagement: ENGAGEMENT,
  exhibits: EXHIBITS,
  facts: FACTS,
  practices: PRACTICES,
  practiceAssessments: ASSESSED,
  frameworks: [findingsOf(OUTCOMES), findingsOf(QUESTIONS)],
  ownership: {
    model: 'co-managed',
    modelTitle: 'Co-managed',
    spans: [
      { model: 'internal', title: 'Internal', from: day('2025-10-01'), to: day('2026-03-31') },
      { model: 'co-managed', title: 'Co-managed', from: day('2026-04-01'), to: day('2026-10-15') },
    ],
    parties: [
      { id: 'client-leadership', title: 'Practice owner', name: 'Dana Cole', side: 'client', meaning: 'Decides.' },
      { id: 'internal-it', title: 'IT manager', name: 'Sam Ortiz', side: 'client', meaning: 'Keeps the policies.' },
      { id: 'msp', title: 'Managed service provider', name: 'Northlake IT', side: 'provider', meaning: 'Operates.' },
    ],
    assignments: ASSIGNMENTS,
    controls: [OUTCOMES, QUESTIONS].flatMap((framework) =>
      framework.controls.map((entry) => ({
        framework: framework.id,
        control: entry.id,
        assignment: assignment(entry.practices[0]?.practice ?? '', 'internal-it', 'msp'),
      })),
    ),
    issues: [
      {
        code: 'nobody-after-hours',
        practice: 'log-review',
        message: 'Nobody acts on log review at night.',
        hint: 'Name somebody.',
      },
    ],
  },
  contradictions: [
    {
      kind: 'claim',
      control: 'Q-MFA-01',
      practice: null,
      claimed: 'yes',
      ceiling: 'partly',
      text: 'Dana Cole intends to answer "yes" to Q-MFA-01 (2026-10-10); the evidence allows at most "partly".',
      places: [WITHOUT_FACTOR],
      sides: [
        { says: 'Dana Cole intends to answer "yes" to Q-MFA-01 (2026-10-10).', places: [] },
        { says: 'The evidence allows at most "partly".', places: [WITHOUT_FACTOR] },
      ],
      override: null,
    },
  ],
  gaps: GAPS,
  missing: [
    {
      practice: 'log-review',
      kinds: ['audit-log-review'],
      obtain: 'ask for log-review · the record of reviews',
      by: 'msp',
      because: 'Are logs reviewed? Not known: nothing that was read tells it.',
    },
  ],
  cadence: [
    {
      practice: 'restore-testing',
      fact: 'restores-over-period',
      cadence: 'quarterly',
      found: 2,
      expected: 4,
      occurrences: [
        { on: '2026-01-10', owner: 'internal-it' },
        { on: '2026-07-14', owner: 'msp' },
      ],
      longestGapDays: 185,
    },
  ],
  continuity: [
    {
      framework: 'hipaa-security-rule',
      title: 'Recognised security practices, month by month',
      law: 'Public Law 116-321',
      note: 'It is considered, and no safe harbour.',
      months: [
        { from: day('2026-08-16'), to: day('2026-09-15') },
        { from: day('2026-09-16'), to: day('2026-10-15') },
      ],
      topics: [{ title: 'Data', lines: [{ practice: 'restore-testing', states: ['none', 'shown'] }] }],
    },
  ],
  collect: [
    {
      practice: 'restore-testing',
      on: day('2026-10-15'),
      state: 'stale',
      newest: day('2026-01-10'),
      by: 'msp',
      obtain: 'ask for restore-testing',
    },
  ],
  populations: [
    {
      of: 'people',
      known: true,
      basis: 'mfa.csv',
      rows: 42,
      members: 40,
      duplicates: { count: 0, listed: [] },
      excluded: { count: 2, listed: [WITHOUT_FACTOR] },
      columns: [
        {
          id: 'second-factor',
          title: 'Second factor',
          named: 39,
          matched: 38,
          missing: { count: 2, listed: [WITHOUT_FACTOR] },
          unmatched: { count: 1, listed: [WITHOUT_FACTOR] },
          repeated: { count: 0, listed: [] },
          stale: { count: 0, listed: [] },
          currentFor: 92,
        },
      ],
      leaversEnabled: { count: 1, listed: [WITHOUT_FACTOR] },
    },
  ],
  notes: [diagnostic('attestation-expired', { practice: 'log-review', by: 'Sam Ortiz', expires: '2026-01-01' })],
};
