/** What is wrong in a small engagement, and every code that it must raise: these and no other. */
export interface Fault {
  readonly wrong: string;
  readonly says: object;
  readonly codes: readonly string[];
  /** How many issues there are in all; one a code when it is not told. */
  readonly issues?: number;
}

const because = 'A fault that was put here.';
const entry = (says: object): object => ({ ownership: [{ because, ...says }] });
const MSP = ['isolate-devices', 'enforce-mfa', 'deploy-patches', 'restore-backups', 'disable-accounts'];
const INTERNAL_IT = ['enforce-mfa', 'disable-accounts', 'change-configuration', 'change-firewall', 'change-mail-rules'];
const without = (all: readonly string[], ...gone: readonly string[]) => all.filter((each) => !gone.includes(each));

export const FAULTS: readonly Fault[] = [
  {
    wrong: 'nobody is accountable for patching on time',
    says: entry({ practice: 'critical-patch-timeliness', accountable: [] }),
    codes: ['no-accountable'],
  },
  {
    wrong: 'the provider and internal IT both answer for restores',
    says: entry({ practice: 'restore-testing', accountable: ['msp', 'internal-it'] }),
    codes: ['two-accountable'],
  },
  {
    wrong: 'two answer for a whole domain',
    says: entry({ domain: 'finance', accountable: ['client-leadership', 'internal-it'] }),
    codes: ['two-accountable'],
    issues: 4,
  },
  {
    wrong: 'two answered until March, one since',
    says: entry({ practice: 'log-review', accountable: ['msp', 'internal-it'], until: '2026-03-31' }),
    codes: ['two-accountable'],
  },
  {
    wrong: 'two will answer for a single question',
    says: entry({ control: 'INS-BKP-05', accountable: ['msp', 'internal-it'] }),
    codes: ['two-accountable'],
  },
  {
    wrong: 'nobody does the access review',
    says: entry({ practice: 'access-review', responsible: [] }),
    codes: ['nobody-responsible'],
  },
  {
    wrong: 'nobody reviewed logs for a month',
    says: entry({ practice: 'log-review', responsible: [], from: '2026-02-01', until: '2026-02-28' }),
    codes: ['nobody-responsible'],
  },
  {
    wrong: 'the inventory is kept by two without a line between them',
    says: entry({ practice: 'device-inventory', responsible: ['internal-it', 'hr'] }),
    codes: ['shared-without-split'],
  },
  {
    wrong: 'the split forgets one of the two',
    says: entry({
      practice: 'media-disposal',
      responsible: ['internal-it', 'msp'],
      split: { msp: 'erases the disks' },
    }),
    codes: ['shared-without-split'],
  },
  {
    wrong: 'a new third party falls out of the old split',
    says: entry({ practice: 'incident-handling', responsible: ['msp', 'internal-it', 'vciso'] }),
    codes: ['shared-without-split'],
  },
  {
    wrong: 'one control is shared without a split',
    says: entry({ control: 'PR.DS-11', responsible: ['msp', 'vciso'] }),
    codes: ['shared-without-split'],
  },
  {
    wrong: 'the provider patches and may not install patches',
    says: { authority: { msp: without(MSP, 'deploy-patches') } },
    codes: ['responsible-without-authority'],
    issues: 5,
  },
  {
    wrong: 'internal IT runs the firewall and may not change it',
    says: { authority: { 'internal-it': without([...INTERNAL_IT, 'isolate-devices'], 'change-firewall') } },
    codes: ['responsible-without-authority'],
    issues: 7,
  },
  {
    wrong: 'a vendor was given the firewall and no right to touch it',
    says: { operatingModel: 'internal', ...entry({ practice: 'perimeter-firewall', responsible: ['msp'] }) },
    codes: ['responsible-without-authority'],
  },
  {
    wrong: 'HR removes leavers and may not disable accounts',
    says: entry({ practice: 'leaver-removal', responsible: ['hr'] }),
    codes: ['responsible-without-authority'],
  },
  {
    wrong: 'the provider watches incidents and nobody on its side may isolate',
    says: {
      authority: { msp: without(MSP, 'isolate-devices') },
      ownership: ['endpoint', 'logging'].map((domain) => ({
        domain,
        accountable: 'internal-it',
        responsible: ['internal-it'],
        afterHours: 'internal-it',
        consulted: [],
        because,
      })),
    },
    codes: ['watch-without-action'],
  },
  {
    wrong: 'alarms at night go to the owner of the practice',
    says: entry({ practice: 'incident-handling', afterHours: 'client-leadership' }),
    codes: ['alert-routing'],
  },
  {
    wrong: 'alarms at night go to HR',
    says: entry({ practice: 'emergency-access', afterHours: 'hr' }),
    codes: ['alert-routing'],
  },
  {
    wrong: 'the one who is called at night may not isolate',
    says: {
      authority: { 'internal-it': INTERNAL_IT.concat('restore-backups') },
      ...entry({ practice: 'incident-handling', afterHours: 'internal-it' }),
    },
    codes: ['alert-routing'],
  },
  {
    wrong: 'monitoring moved in house, the alarms did not',
    says: entry({
      practice: 'endpoint-monitoring-24x7',
      responsible: ['internal-it'],
      accountable: 'internal-it',
      consulted: [],
    }),
    codes: ['alert-routing'],
  },
  {
    wrong: 'both sides change sign-in policies, one of them approves, and no line is drawn',
    says: entry({ practice: 'mfa-email', responsible: ['msp', 'internal-it'] }),
    codes: ['shared-without-split', 'change-authority-unclear'],
    issues: 2,
  },
  {
    wrong: 'both sides restore, one of them approves, and no line is drawn',
    says: entry({ practice: 'restore-testing', responsible: ['msp', 'internal-it'] }),
    codes: ['shared-without-split', 'change-authority-unclear'],
    issues: 2,
  },
  {
    wrong: 'internal IT judges its own leavers and tells nobody',
    says: {
      operatingModel: 'internal',
      ...entry({ practice: 'leaver-removal', consulted: [], informed: [] }),
    },
    codes: ['judged-by-itself'],
  },
  {
    wrong: 'the provider patches, approves, proves and reports to itself',
    says: entry({ practice: 'patch-cadence', approves: 'msp', consulted: [], informed: ['msp'] }),
    codes: ['judged-by-itself'],
  },
  {
    wrong: 'the evidence comes from somebody who is gone',
    says: entry({ practice: 'backup-scope', evidence: 'old-msp' }),
    codes: ['party-not-in-roster'],
  },
  {
    wrong: 'a consulted party is misspelt',
    says: entry({ practice: 'backup-scope', consulted: ['internal-iit'] }),
    codes: ['party-not-in-roster'],
  },
  {
    wrong: 'the work was given to a party that has neither entry nor person',
    says: entry({ practice: 'visitor-control', responsible: ['building-manager'] }),
    codes: ['party-not-in-roster', 'party-without-person'],
    issues: 2,
  },
  {
    wrong: 'sanctions against staff are to be answered for by the provider',
    says: entry({ practice: 'sanction-policy', accountable: 'msp' }),
    codes: ['legal-duty-moved'],
  },
  {
    wrong: 'all workforce matters are to be answered for by the vCISO of the provider',
    says: entry({ domain: 'workforce', accountable: 'vciso' }),
    codes: ['legal-duty-moved'],
    issues: 4,
  },
  {
    wrong: 'a vCISO whom a provider employs is no party of the client, whatever the model supposes',
    says: { operatingModel: 'internal', ...entry({ practice: 'risk-analysis', accountable: 'vciso' }) },
    codes: ['legal-duty-moved'],
  },
  {
    wrong: 'the provider answered for the risk analysis last winter',
    says: entry({ practice: 'risk-analysis', accountable: 'msp', until: '2025-12-31' }),
    codes: ['legal-duty-moved'],
  },
  {
    wrong: 'one control of a legal duty was moved alone',
    says: entry({ control: '164.308(a)(1)(ii)(C)', accountable: 'msp' }),
    codes: ['legal-duty-moved'],
  },
  {
    wrong: 'the escalation ends with the provider',
    says: entry({ practice: 'central-log-monitoring', escalation: ['msp'] }),
    codes: ['escalation-open-ended'],
  },
  {
    wrong: 'there is no escalation',
    says: entry({ practice: 'central-log-monitoring', escalation: [] }),
    codes: ['escalation-open-ended'],
  },
  {
    wrong: 'nobody knows who internal IT is',
    says: {
      parties: { 'client-leadership': { name: 'D' }, hr: { name: 'R' }, msp: { name: 'N' }, vciso: { name: 'M' } },
    },
    codes: ['party-without-person'],
  },
  {
    wrong: 'two entries of the contract disagree about one practice',
    says: {
      ownership: [
        { practice: 'saas-backup', accountable: 'msp', because },
        { practice: 'saas-backup', accountable: 'internal-it', because },
      ],
    },
    codes: ['overrides-disagree'],
  },
  {
    wrong: 'no model was in force in April',
    says: {
      operatingModel: [
        { model: 'fully-managed', to: '2026-03-31' },
        { model: 'co-managed', from: '2026-05-01' },
      ],
    },
    codes: ['model-span-gap'],
  },
  {
    wrong: 'two models were in force on one day',
    says: {
      operatingModel: [
        { model: 'fully-managed', to: '2026-04-01' },
        { model: 'co-managed', from: '2026-04-01' },
      ],
    },
    codes: ['model-span-overlap'],
  },
  {
    wrong: 'the contract ended before the answers were signed',
    says: { operatingModel: [{ model: 'fully-managed', to: '2026-08-31' }] },
    codes: ['model-span-gap'],
  },
];

/** Unusual and in order: nothing may be said of these. */
export const IN_ORDER: readonly (readonly [what: string, says: object])[] = [
  ['each model as it is shipped', {}],
  ['everything with the provider', { operatingModel: 'fully-managed' }],
  ['everything inside', { operatingModel: 'internal' }],
  [
    'the restore test of the engagement that PRODUCT shows',
    entry({
      practice: 'restore-testing',
      accountable: 'internal-it',
      responsible: ['msp'],
      evidence: 'msp',
      split: { 'internal-it': 'chooses the systems and signs the result', msp: 'runs the restore' },
    }),
  ],
  [
    'both sides may restore, and a line is drawn between them',
    entry({
      practice: 'restore-testing',
      responsible: ['internal-it', 'msp'],
      split: { 'internal-it': 'runs the restore', msp: 'keeps the backup system ready' },
      source: 'Schedule B of the contract',
    }),
  ],
  [
    'a party of the engagement’s own',
    {
      parties: {
        'client-leadership': { name: 'D' },
        'internal-it': { name: 'S' },
        hr: { name: 'R' },
        msp: { name: 'N' },
        vciso: { name: 'M' },
        'building-manager': { name: 'K', side: 'client' },
      },
      ...entry({ practice: 'visitor-control', responsible: ['building-manager'], evidence: 'building-manager' }),
    },
  ],
  [
    'entries that follow one another',
    {
      ownership: [
        { practice: 'saas-backup', accountable: 'msp', until: '2026-03-31', because },
        { practice: 'saas-backup', accountable: 'internal-it', from: '2026-04-01', because },
      ],
    },
  ],
  [
    'a practice that differs from its domain',
    {
      ownership: [
        { domain: 'patching', evidence: 'msp', because },
        { practice: 'patch-process', evidence: 'vciso', because },
      ],
    },
  ],
  [
    'models that follow one another day by day',
    {
      operatingModel: [
        { model: 'fully-managed', to: '2026-03-31' },
        { model: 'internal', from: '2026-04-01' },
      ],
    },
  ],
  ['a legal duty that another party of the client answers for', entry({ domain: 'workforce', accountable: 'hr' })],
];
