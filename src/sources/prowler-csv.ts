import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { cell, named } from './kit/columns.ts';

const OUTCOMES = {
  pass: 'passed',
  fail: 'failed',
  manual: 'not-reviewed',
  info: 'not-reviewed',
  warning: 'warning',
  muted: 'failed',
} as const;

const WHEN = ['TIMESTAMP', 'ASSESSMENT_START_TIME', 'ASSESSMENT_TIME', 'Timestamp', 'AssessmentStartTime'];
const ACCOUNT = ['ACCOUNT_UID', 'ACCOUNT_ID', 'ACCOUNT_NUM', 'ACCOUNT_NAME', 'Account Number', 'AccountId'];
const RESOURCE = [
  'RESOURCE_UID',
  'RESOURCE_ID',
  'Resource ID',
  'ResourceArn',
  'ResourceId',
  'CHECK_ASFF_RESOURCE_TYPE',
];

export default defineSource({
  product: 'Prowler',
  title: 'Prowler findings (CSV, or JSON of versions 2 and 3)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'prowler aws --output-formats csv (or azure, gcp, m365, kubernetes); the file in output/',
  proves: 'Which checks each cloud resource passed and failed on the day of the scan.',
  cannotProve:
    'Checks marked MANUAL, accounts and regions that were not scanned, or that a muted failure is acceptable.',
  reads: [
    {
      shape: 'table',
      required: [['FINDING_UID', 'FINDING_UNIQUE_ID'], 'PROVIDER', 'CHECK_ID', 'STATUS', 'SEVERITY'],
      row: (row, file) =>
        readRow(row, file, { rule: 'CHECK_ID', title: 'CHECK_TITLE', status: 'STATUS', severity: 'SEVERITY' }),
      end: tell,
    },
    {
      shape: 'table',
      required: ['TITLE_ID', 'CHECK_RESULT', 'ITEM_SCORED', 'TITLE_TEXT'],
      row: (row, file) =>
        readRow(row, file, {
          rule: 'TITLE_ID',
          title: 'TITLE_TEXT',
          status: 'CHECK_RESULT',
          severity: 'CHECK_SEVERITY',
        }),
      end: tell,
    },
    {
      shape: 'json',
      items: '',
      required: ['Account Number', 'Control', 'Control ID', 'Status', 'Region'],
      item: (finding, file) =>
        readRow(finding, file, { rule: 'Control ID', title: 'Control', status: 'Status', severity: 'Severity' }),
      end: tell,
    },
    {
      shape: 'json',
      items: '',
      required: ['AssessmentStartTime', 'FindingUniqueId', 'Provider', 'CheckID', 'Status', 'Severity'],
      item: (finding, file) =>
        readRow(finding, file, { rule: 'CheckID', title: 'CheckTitle', status: 'Status', severity: 'Severity' }),
      end: tell,
    },
  ],
});

interface Columns {
  readonly rule: string;
  readonly title: string;
  readonly status: string;
  readonly severity: string;
}

function readRow(row: Fields, file: FileContext, columns: Columns): Placed {
  const of = cell(row, ACCOUNT);
  return counted(
    file,
    {
      kind: 'configuration-check',
      strength: 'R',
      observed: row.time(named(row, WHEN)),
      tool: 'Prowler',
      rule: row.text(columns.rule) ?? '',
      title: row.text(columns.title),
      target: cell(row, RESOURCE) ?? of,
      outcome: row.word(columns.status, OUTCOMES) ?? 'unknown',
      verbatim: row.text(columns.status) ?? '',
      severity: severityOf(row, columns.severity),
      muted: row.flag('MUTED') === true || row.text(columns.status)?.toUpperCase() === 'MUTED' ? true : undefined,
    },
    { of },
  );
}

function tell(file: FileContext): Placed | undefined {
  return runOf(file, { tool: 'Prowler', complete: undefined });
}
