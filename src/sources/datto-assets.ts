import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { isDated } from '../model/observed.ts';

const SECONDS = { epoch: 'seconds' } as const;
const REQUIRED = ['lastSnapshot', 'lastScreenshotAttempt', 'isPaused', 'isArchived'];

export default defineSource({
  product: 'Datto BCDR',
  title: 'Datto BCDR assets (API)',
  kinds: ['backup-point', 'backup-coverage', 'restore-test', 'backup-integrity-check'],
  obtain: 'Datto REST API > GET /v1/bcdr/device/{serial}/asset',
  proves:
    'When each system was last backed up on site and off site, whether its last screenshot test booted, and what is paused or left out.',
  cannotProve:
    'That data opens: a screenshot shows that a system booted. A failed screenshot is not told apart from a slow one.',
  reads: [{ shape: 'json', items: ['', 'items', 'assets', 'agents'], required: REQUIRED, item: asset, produced }],
});

function asset(item: Fields, file: FileContext): Yield {
  const system = item.text('name') ?? item.text('fqdn');
  if (system === undefined) return { reject: 'no name' };
  const left = item.integer('unprotectedVolumesCount') ?? 0;
  const [archived, paused] = [item.flag('isArchived') === true, item.flag('isPaused') === true];
  const common = { strength: 'R', system } as const;
  const last = item.time('lastSnapshot', SECONDS);
  const offsite = item.time('latestOffsite', SECONDS);
  const screenshot = item.time('lastScreenshotAttempt', SECONDS);
  const booted = item.flag('lastScreenshotAttemptStatus');
  return [
    {
      kind: 'backup-coverage' as const,
      strength: 'C' as const,
      observed: file.asStated,
      system,
      covered: isDated(last) && !archived && !paused,
      reason: archived ? 'archived' : paused ? 'paused' : left > 0 ? `${left} volumes left out` : undefined,
    },
    // Zero in any of these fields means that it never happened.
    ...(isDated(last) ? [{ kind: 'backup-point' as const, ...common, observed: last }] : []),
    ...(isDated(offsite) ? [{ kind: 'backup-point' as const, ...common, observed: offsite, offsite: true }] : []),
    ...(isDated(screenshot)
      ? [
          {
            kind: 'restore-test' as const,
            ...common,
            observed: screenshot,
            level: 'boots' as const,
            outcome: booted === undefined ? ('unknown' as const) : booted ? ('restored' as const) : ('failed' as const),
            verbatim: `lastScreenshotAttemptStatus ${item.text('lastScreenshotAttemptStatus') ?? 'not told'}`,
          },
        ]
      : []),
    ...item.children('backups').flatMap((backup) => verification(backup, system)),
  ];
}

function verification(backup: Fields, system: string) {
  const verbatim = backup.text('localVerification.status');
  if (verbatim === undefined) return [];
  const errors = backup.children('localVerification.errors').length;
  return [
    {
      kind: 'backup-integrity-check' as const,
      strength: 'R' as const,
      observed: backup.time('timestamp'),
      target: system,
      depth: 'sample' as const,
      outcome:
        errors > 0 ? ('errors' as const) : /^success/i.test(verbatim) ? ('clean' as const) : ('unknown' as const),
      verbatim,
      errors: errors > 0 ? errors : undefined,
      at: backup.place,
    },
  ];
}

function produced(file: FileContext) {
  const rowsStated = file.document.integer('pagination.count');
  return { tool: 'Datto BCDR', ...(rowsStated === undefined ? {} : { rowsStated }) };
}
