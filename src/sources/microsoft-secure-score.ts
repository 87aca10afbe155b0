import { defineSource, type Fields, type FileContext, type Placed, type Yield } from '../intake/contract.ts';
import { isDated, type Observed } from '../model/observed.ts';
import type { ConfigurationCheck } from '../model/records/index.ts';
import { counted, runOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

interface Newest {
  observed: Observed | undefined;
  checks: readonly Placed[];
}

const TOOL = 'Microsoft Secure Score';
/** Of these words the points decide nothing; of the others they do. */
const STATED = {
  'risk accepted': 'waived',
  'resolved through third party': 'not-reviewed',
  'resolved through alternate mitigation': 'not-reviewed',
} as const;
const MEASURED = /^(completed|to address|planned)$/i;

const newestDay = perFile<Newest>(() => ({ observed: undefined, checks: [] }));

export default defineSource({
  product: 'Microsoft Secure Score',
  title: 'Secure Score with its controls (Graph JSON), or recommended actions (CSV)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain:
    'Graph Explorer: GET https://graph.microsoft.com/v1.0/security/secureScores?$top=1; or Defender portal > Secure score > Recommended actions > Export',
  proves: "The tenant's score on a day, and for each control whether Microsoft counts it as met.",
  cannotProve:
    'That a control marked as done elsewhere, or its risk as accepted, is in force: the score counts those too.',
  // Each further page holds the scores of older days.
  paging: { older: true },
  reads: [
    {
      shape: 'json',
      items: ['value', 'secureScore.value', ''],
      required: ['currentScore', 'maxScore', 'controlScores'],
      item: readDay,
      produced: ({ document }) => producedBy({ tool: 'Microsoft Graph', tenant: document.text('value.azureTenantId') }),
      // A reply may hold 90 days: each is an assessment, but only the newest day's controls are how things stand.
      end: (file) => newestDay(file).checks,
    },
    {
      shape: 'table',
      required: ['Rank', 'Recommended action', 'Score impact', 'Points achieved', 'Status'],
      row: readAction,
      end: (file) => runOf(file, { tool: TOOL, complete: undefined }),
    },
  ],
});

/** What the organisation says of itself (accepted, planned, done by another product) is no result of Microsoft's. */
function readAction(row: Fields, file: FileContext): Yield {
  const title = row.text('Recommended action');
  if (title === undefined) return { reject: 'no recommended action' };
  const status = row.text('Status') ?? '';
  const [achieved, possible] = (row.text('Points achieved') ?? '').split('/').map(Number);
  const share =
    achieved === undefined || possible === undefined || !(possible > 0) ? undefined : (100 * achieved) / possible;
  return counted(file, {
    kind: 'configuration-check',
    strength: 'R',
    observed: file.asStated,
    tool: TOOL,
    rule: title,
    outcome: MEASURED.test(status) ? outcomeOf(share) : (row.word('Status', STATED) ?? 'unknown'),
    verbatim: `${status}, ${row.text('Points achieved') ?? 'no points told'}`,
  });
}

function readDay(day: Fields, file: FileContext): Placed {
  const observed = firstDated(day.time('createdDateTime'), file.asStated);
  const target = day.text('azureTenantId');
  const checks = day.children('controlScores').map((control) => ({
    kind: 'configuration-check' as const,
    strength: 'R' as const,
    observed,
    tool: TOOL,
    rule: control.text('controlName') ?? '',
    target,
    outcome: outcomeOf(control.number('scoreInPercentage')),
    verbatim: control.text('implementationStatus') ?? `${control.text('scoreInPercentage') ?? 'no'} %`,
    at: control.place,
  }));
  const newest = newestDay(file);
  if (
    newest.observed === undefined ||
    (isDated(observed) && isDated(newest.observed) && observed.instant > newest.observed.instant)
  ) {
    newest.observed = observed;
    newest.checks = checks;
  }
  const number = (outcome: string) => checks.filter((check) => check.outcome === outcome).length;
  return {
    kind: 'configuration-assessment',
    strength: 'R',
    observed,
    tool: TOOL,
    target,
    passed: number('passed'),
    failed: number('failed') + number('warning'),
    skipped: number('unknown'),
    score: day.number('currentScore'),
    scoreMaximum: day.number('maxScore'),
    complete: undefined,
  };
}

function outcomeOf(percentage: number | undefined): ConfigurationCheck['outcome'] {
  if (percentage === undefined) return 'unknown';
  if (percentage >= 100) return 'passed';
  return percentage > 0 ? 'warning' : 'failed';
}
