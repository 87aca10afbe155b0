import { writeFileSync } from 'node:fs';
import { VERDICTS, type Verdict } from '../../src/model/assessment.ts';
import type { Block, Cell, Document, Tone } from '../../src/model/document.ts';
import { renderPdf } from '../../src/pdf/index.ts';
import { FONT_BYTES } from './fonts.ts';

/** A document that uses every block and every figure, made up but plausible, so that a person can judge the pages. */
export function sampleDocument(change: Partial<Document> = {}): Document {
  return {
    id: 'control-report',
    fileName: '02-Control-Report',
    title: 'Control Report: Smith & Sons Dental',
    subject: 'Evidence per control <NIST CSF 2.0>',
    author: 'Northlake IT & Co.',
    language: 'en-US',
    orientation: 'portrait',
    paper: 'letter',
    density: 'normal',
    running: {
      left: 'Smith & Sons Dental',
      right: 'Control Report',
      footer: 'Prepared by Northlake IT. Factual export of evidence, not a certification.',
    },
    brand: { organisation: 'Northlake IT', colour: '#0B5FA5', classification: 'Confidential' },
    madeOn: '2026-10-15',
    blocks: BLOCKS,
    ...change,
  };
}

const text = (content: string): Cell => ({ content: [{ text: content }] });
const heading = (level: 1 | 2 | 3 | 4, content: string, id: string): Block => ({
  type: 'heading',
  level,
  content: [{ text: content }],
  id,
  bookmark: true,
  contents: true,
});
const paragraph = (content: string, style?: 'lead' | 'small'): Block => ({
  type: 'paragraph',
  content: [{ text: content }],
  ...(style ? { style } : {}),
});

const CONTROLS: readonly (readonly [string, string, Verdict, string, string])[] = [
  ['GV.OC-01', 'The organizational mission is understood', 'attested-only', '1 / 1', 'Client leadership'],
  ['ID.AM-01', 'Inventories of hardware are maintained', 'supported', '214 / 214', 'Internal IT'],
  ['ID.RA-01', 'Vulnerabilities in assets are identified', 'partly-supported', '198 / 214', 'Northlake IT'],
  ['PR.AA-03', 'Users, services and hardware are authenticated', 'contradicted', '38 / 40', 'Northlake IT'],
  ['PR.DS-11', 'Backups of data are created and tested', 'stale', '2 / 4', 'Northlake IT'],
  ['PR.PS-02', 'Software is maintained and replaced', 'accepted-risk', '1 / 9', 'Internal IT'],
  ['DE.CM-09', 'Computing hardware and software are monitored', 'inherited', '12 / 12', 'Northlake IT'],
  ['RS.MA-01', 'The incident response plan is executed', 'not-evidenced', '0 / 1', 'vCISO'],
  ['RC.RP-03', 'The integrity of backups is verified', 'not-applicable', '–', 'Internal IT'],
];

const LONG_CELL = Array.from(
  { length: 70 },
  (_, index) => `restored file ${String(index + 1).padStart(3, '0')} of 070`,
);

const BLOCKS: readonly Block[] = [
  {
    type: 'cover',
    title: 'Control Report',
    subtitle: 'What the evidence shows, control by control, under NIST CSF 2.0 and the HIPAA Security Rule',
    client: 'Smith & Sons Family Dental, P.C.',
    lines: [
      'Period: 1 October 2025 to 30 September 2026',
      'As of: 15 October 2026',
      'Operating model: co-managed since 1 April 2026',
      'Prepared by Marta Ruiz, vCISO, Northlake IT',
    ],
    notice:
      'This report states what the exhibits in this package show on the as-of date. It is a factual export of evidence, not a certification, an audit opinion or legal advice.',
  },
  { type: 'contents', title: 'Contents', depth: 2 },
  { type: 'break', to: 'page' },
  heading(1, 'Where we stand', 'summary'),
  paragraph(
    'Of 104 applicable controls, 31 are supported by evidence and 58 could be assessed. Seven issues need a decision before the policy is bound; they are listed first.',
    'lead',
  ),
  {
    type: 'figure',
    id: 'f-headline',
    caption: '',
    figure: {
      kind: 'headline',
      alt: '31 of 104 applicable controls are supported; 58 are assessed; 7 issues are open; 3 exhibits are stale.',
      tiles: [
        { value: '31 of 104', caption: 'applicable controls supported by evidence', tone: 'good' },
        { value: '58 of 104', caption: 'applicable controls assessed', tone: 'accent' },
        { value: '7', caption: 'open issues that need a decision', tone: 'bad' },
        { value: '3', caption: 'exhibits stale on the as-of date', tone: 'stale' },
      ],
    },
  },
  {
    type: 'paragraph',
    content: [
      { text: 'Every number resolves to rows of exhibits in this package. See ' },
      { text: 'the register of exhibits', to: '#exhibits' },
      { text: ', the ' },
      { text: 'NIST Cybersecurity Framework', to: 'https://www.nist.gov/cyberframework' },
      { text: ', or write to ' },
      { text: 'evidence@northlake.example', to: 'mailto:evidence@northlake.example' },
      { text: '. A link such as ' },
      { text: 'javascript:alert(1)', to: 'javascript:alert(1)', code: true },
      { text: ' is printed as text. ' },
      { text: 'Bold', bold: true },
      { text: ', ' },
      { text: 'italic', italic: true },
      { text: ', ' },
      { text: 'Get-HotFix | Export-Csv', code: true },
      { text: ' and ' },
      { text: 'muted', colour: 'muted' },
      { text: ' words keep their places.' },
    ],
  },
  {
    type: 'callout',
    tone: 'bad',
    title: 'Contradiction: the answer to INS-MFA-01 goes beyond the evidence',
    blocks: [
      paragraph(
        'Claimed: yes. The exhibits allow at most “partly”: 38 of 40 people have a second factor; two break-glass accounts have none.',
      ),
      {
        type: 'list',
        ordered: false,
        items: [[{ text: 'Enrol both accounts, or' }], [{ text: 'change the answer to “yes, except” and name them.' }]],
      },
    ],
  },
  {
    type: 'figure',
    id: 'f-functions',
    caption: 'Verdicts by CSF function',
    figure: {
      kind: 'stacked-bars',
      alt: 'Protect has the most supported controls, 9 of 22; Respond has none that is supported and 8 of 13 without evidence.',
      legend: [
        { label: 'Supported', tone: 'good', verdict: 'supported' },
        { label: 'Partly', tone: 'part', verdict: 'partly-supported' },
        { label: 'Contradicted', tone: 'bad', verdict: 'contradicted' },
        { label: 'Stale', tone: 'stale', verdict: 'stale' },
        { label: 'Not evidenced', tone: 'unknown', verdict: 'not-evidenced' },
      ],
      rows: [
        { label: 'Govern', values: [7, 5, 0, 1, 18], note: '7 of 31' },
        { label: 'Identify', values: [8, 4, 1, 2, 6], note: '8 of 21' },
        { label: 'Protect', values: [9, 6, 1, 2, 4], note: '9 of 22' },
        { label: 'Detect', values: [5, 2, 0, 1, 3], note: '5 of 11' },
        { label: 'Respond', values: [0, 3, 1, 1, 8], note: '0 of 13' },
        { label: 'Recover', values: [2, 1, 0, 2, 3], note: '2 of 8' },
      ],
    },
  },
  {
    type: 'figure',
    id: 'f-fresh',
    caption: 'Age of the evidence on 15 October 2026, against what each practice allows',
    figure: {
      kind: 'freshness',
      alt: 'Restore tests and access reviews are older than allowed; everything else is fresh.',
      asOf: '2026-10-15',
      legend: { current: 'no older than allowed', late: 'older than allowed', beyond: 'longer than there is room for' },
      rows: [
        { label: 'Restore test', ageDays: 193, allowedDays: 90, note: '193 of 90 days' },
        { label: 'Vulnerability scan', ageDays: 12, allowedDays: 30, note: '12 of 30 days' },
        { label: 'Access review', ageDays: 120, allowedDays: 90, note: '120 of 90 days' },
        { label: 'MFA registration', ageDays: 3, allowedDays: 30, note: '3 of 30 days' },
        { label: 'Security awareness training', ageDays: 341, allowedDays: 365, note: '341 of 365 days' },
        { label: 'Risk analysis', ageDays: 900, allowedDays: 365, note: '900 of 365 days' },
      ],
    },
  },
  heading(2, 'Who owns what', 'owners'),
  paragraph(
    'Every control has exactly one accountable party. Under co-management, internal IT keeps policy and applications, while the provider keeps what needs scale.',
  ),
  {
    type: 'figure',
    id: 'f-owners',
    caption: 'Controls by function and accountable party, with the share that current evidence supports',
    figure: {
      kind: 'heat-map',
      alt: 'Northlake IT holds most controls of Protect and Detect; Govern rests with client leadership and has the thinnest evidence.',
      columns: ['Client leadership', 'Internal IT', 'Northlake IT', 'vCISO (fractional)'],
      rows: [
        {
          label: 'Govern',
          cells: [
            { count: 14, share: 0.14 },
            { count: 3, share: 0.67 },
            { count: 4, share: 0.5 },
            { count: 10, share: 0.3 },
          ],
        },
        {
          label: 'Identify',
          cells: [
            { count: 0, share: null },
            { count: 9, share: 0.55 },
            { count: 8, share: 0.62 },
            { count: 4, share: 0.25 },
          ],
        },
        {
          label: 'Protect',
          cells: [
            { count: 1, share: 0 },
            { count: 6, share: 0.5 },
            { count: 15, share: 0.8 },
            { count: 0, share: null },
          ],
        },
        {
          label: 'Detect',
          cells: [
            { count: 0, share: null },
            { count: 1, share: 1 },
            { count: 10, share: 0.9 },
            { count: 0, share: null },
          ],
        },
        {
          label: 'Respond and recover',
          cells: [
            { count: 2, share: 0 },
            { count: 4, share: 0.25 },
            { count: 12, share: 0.42 },
            { count: 3, share: 0.33 },
          ],
        },
      ],
    },
  },
  {
    type: 'figure',
    id: 'f-strip',
    caption: 'Recurring duties over the period',
    figure: {
      kind: 'strip',
      alt: 'Scans ran every month; of four expected restore tests two took place, none after April.',
      from: '2025-10-01',
      to: '2026-09-30',
      legend: { day: 'a day', close: 'days close together', outside: 'none of the period' },
      rows: [
        {
          label: 'Vulnerability scan',
          dates: Array.from(
            { length: 12 },
            (_, month) => `${month < 3 ? 2025 : 2026}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-04`,
          ),
          note: '12 of 12',
        },
        { label: 'Restore test', dates: ['2025-11-20', '2026-04-05'], note: '2 of 4' },
        { label: 'Access review', dates: ['2025-12-15', '2026-03-14', '2026-06-17'], note: '3 of 4' },
        { label: 'Log review', dates: [], note: '0 of 52' },
      ],
    },
  },
  heading(1, 'Controls', 'controls'),
  {
    type: 'table',
    id: 'control-table',
    caption: 'Verdicts, with their extent and accountable party',
    columns: [
      { title: 'Control' },
      { title: 'Expectation', weight: 3 },
      { title: 'Verdict' },
      { title: 'Extent', align: 'right' },
      { title: 'Accountable' },
    ],
    rows: [
      [{ content: [{ text: 'Nine of the 106 subcategories' }], header: true, span: 5 }],
      ...CONTROLS.map(([id, title, verdict, extent, owner]): readonly Cell[] => [
        { content: [{ text: id }], header: true },
        text(title),
        { content: [], verdict },
        text(extent),
        text(owner),
      ]),
    ],
    empty: 'No controls apply.',
  },
  heading(2, 'PR.DS-11: backups are created, protected, maintained and tested', 'pr-ds-11'),
  heading(3, 'Facts about this control', 'pr-ds-11-facts'),
  {
    type: 'key-values',
    columns: 2,
    rows: [
      { key: 'Verdict', value: [{ text: 'Stale', bold: true, colour: 'stale' }] },
      { key: 'Accountable', value: [{ text: 'Northlake IT' }] },
      { key: 'Design', value: [{ text: 'Supported: policy BCP-03 of 2026-02-01' }] },
      { key: 'Operation', value: [{ text: '2 of 4 restore tests, the newest 193 days old' }] },
      { key: 'Evidence by', value: [{ text: 'Northlake IT, Priya Nair' }] },
    ],
  },
  {
    type: 'key-values',
    rows: [
      { key: 'Exhibit', value: [{ text: 'backup/restore-verify.txt', code: true }] },
      {
        key: 'SHA-256',
        value: [{ text: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', code: true }],
      },
    ],
  },
  heading(4, 'What was restored', 'pr-ds-11-restored'),
  {
    type: 'table',
    columns: [{ title: 'Exhibit' }, { title: 'Rows, wholly printed' }, { title: 'Outcome' }],
    rows: [
      [text('PR-DS-11_restore-log'), text(LONG_CELL.join('\n')), text('restored')],
      [text('PR-DS-11_check'), text('no errors were found'), text('ok')],
    ],
    empty: 'Nothing was restored.',
    size: 'small',
  },
  {
    type: 'table',
    caption: 'Risk acceptances',
    columns: [{ title: 'Risk' }],
    rows: [],
    empty: 'No risk was accepted in the period.',
  },
  { type: 'rule' },
  {
    type: 'list',
    ordered: true,
    items: [
      [{ text: 'Ask Northlake IT for the restore protocol of the second quarter.' }],
      [
        {
          text: 'Repeat the test for the imaging server, whose last proven restore is 193 days old, and sign the result on the day.',
        },
      ],
      [{ text: 'Update the register.' }],
    ],
  },
  ...(['good', 'part', 'stale', 'unknown', 'accent', 'plain'] as const satisfies readonly Tone[]).map(
    (tone): Block => ({
      type: 'callout',
      tone,
      title: `A remark in the tone “${tone}”`,
      blocks: [paragraph('Told by its words first, by its colour only then.')],
    }),
  ),
  heading(1, 'Exhibits', 'exhibits'),
  paragraph(
    'Żółć, Ελληνικά, Кириллица, Việt Nam, x̱ and ﬁ are drawn; \u202Eevil\u202C, \u200B and 漢字 are shown by number.',
    'small',
  ),
  {
    type: 'table',
    id: 'exhibit-table',
    columns: [
      { title: 'No.', align: 'right' },
      { title: 'Path' },
      { title: 'Source' },
      { title: 'Rows', align: 'right' },
      { title: 'SHA-256' },
    ],
    rows: Array.from({ length: 60 }, (_, index) => [
      text(String(index + 1)),
      {
        content: [
          {
            text: `backup/2026-${String((index % 12) + 1).padStart(2, '0')}/veeam-session-report-${index + 1}.csv`,
            code: true,
          },
        ],
      },
      text(index % 7 === 0 ? 'Microsoft Entra user registration details' : 'Veeam session report'),
      text(String(index * 137)),
      { content: [{ text: `${(index * 2654435761).toString(16).padStart(12, '0')}…`, code: true }] },
    ]),
    empty: 'No exhibits.',
  },
  { type: 'anchor', id: 'signing' },
  heading(2, 'Statement of technical facts', 'statement'),
  paragraph('The signatories confirm the facts stated above as of 15 October 2026.'),
  {
    type: 'signature',
    lines: [
      { role: 'vCISO, Northlake IT', name: 'Marta Ruiz' },
      { role: 'Practice owner, Smith & Sons Family Dental, P.C.', name: 'Dana Cole' },
    ],
  },
  {
    type: 'table',
    columns: [{ title: 'Verdict' }],
    rows: VERDICTS.map((verdict) => [{ content: [], verdict }]),
    empty: '',
  },
];

// `npx vite-node tests/pdf/sample.ts out.pdf [a4] [landscape]` writes it for looking.
const [, script, target, ...options] = process.argv;
if (script && /sample\.[jt]s$/.test(script) && target) {
  const made = await renderPdf(
    sampleDocument({
      paper: options.includes('a4') ? 'a4' : 'letter',
      orientation: options.includes('landscape') ? 'landscape' : 'portrait',
    }),
    { fonts: FONT_BYTES, mark: '9f86d081884c' },
  );
  writeFileSync(target, made.bytes);
  console.log(`${made.pages} pages, ${made.bytes.length} bytes, shown by number: ${made.undrawn.join(' ')}`);
}
