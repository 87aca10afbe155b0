import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Transition, TransitionRules } from '../../src/model/transition.ts';
import { planTransition } from '../../src/ownership/index.ts';
import { day, engagement } from '../assessment/world.ts';
import { MODELS, PEOPLE, PRACTICES } from './shipped.ts';

const FILE = new URL('../../frameworks/operating-models/rules/transition.yaml', import.meta.url);
const SHIPPED = TransitionRules.parse(parse(readFileSync(FILE, 'utf8')));

function plan(says: object = {}, over: object = {}): Transition {
  return planTransition({
    from: 'fully-managed',
    to: 'co-managed',
    on: day('2026-04-01'),
    practices: PRACTICES,
    engagement: engagement({ parties: PEOPLE, ...says }),
    models: MODELS,
    rules: SHIPPED,
    ...over,
  });
}

const PLAN = plan();
const handover = (practice: string, transition = PLAN) =>
  transition.handovers.find((each) => each.practice === practice);
const rulesOf = (practice: string, transition = PLAN) => handover(practice, transition)?.items.map(({ rule }) => rule);
const itemOf = (practice: string, rule: string, transition = PLAN) =>
  handover(practice, transition)?.items.find((each) => each.rule === rule);

describe('what moves', () => {
  it('is told hat by hat, with who goes and who comes', () => {
    expect(handover('restore-testing')?.moves).toEqual([
      { hat: 'accountable', from: ['msp'], to: ['internal-it'], leaves: ['msp'], joins: ['internal-it'] },
      {
        hat: 'approves',
        from: ['client-leadership'],
        to: ['internal-it'],
        leaves: ['client-leadership'],
        joins: ['internal-it'],
      },
      {
        hat: 'escalation',
        from: ['msp', 'vciso', 'client-leadership'],
        to: ['msp', 'internal-it', 'client-leadership'],
        leaves: ['vciso'],
        joins: ['internal-it'],
      },
    ]);
  });

  it('leaves out what stays, and every practice is in one of the two lists', () => {
    expect(PLAN.staying).toContain('sanction-policy');
    expect(handover('sanction-policy')).toBeUndefined();
    expect(PLAN.staying.length + PLAN.handovers.length).toBe(PRACTICES.length);
  });

  it('is nothing when the model stays', () => {
    const same = plan({}, { to: 'fully-managed' });
    expect(same.handovers).toEqual([]);
    expect(same.plan.flatMap(({ steps }) => steps)).toEqual([]);
  });

  it('says nothing of the night where nobody is needed at night', () => {
    const nightly = new Set(PRACTICES.filter(({ afterHours }) => afterHours).map(({ id }) => id));
    const moving = PLAN.handovers.filter(({ moves }) => moves.some(({ hat }) => hat === 'after-hours'));
    expect(moving.filter(({ practice }) => !nightly.has(practice))).toEqual([]);
  });

  it('takes overrides that begin that day', () => {
    const override = {
      practice: 'sanction-policy',
      evidence: 'vciso',
      from: '2026-04-01',
      because: 'The vCISO keeps the file.',
    };
    expect(handover('sanction-policy', plan({ ownership: [override] }))?.moves.map(({ hat }) => hat)).toEqual([
      'evidence',
    ]);
  });

  it('begins with the model that was in force the day before', () => {
    const operatingModel = [
      { model: 'internal', to: '2026-03-31' },
      { model: 'co-managed', from: '2026-04-01' },
    ];
    expect(plan({ operatingModel }, { from: undefined }).from).toEqual({ model: 'internal', title: 'Internal IT' });
  });
});

describe('what must be there', () => {
  it.each<[string, readonly string[]]>([
    [
      'perimeter-firewall',
      [
        'acceptance',
        'runbook',
        'inventory',
        'change-log',
        'credentials',
        'access-granted',
        'escalation-path',
        'approval',
        'access-removed',
        'first-round',
      ],
    ],
    ['endpoint-monitoring-24x7', ['escalation-path', 'approval']],
    [
      'incident-handling',
      [
        'acceptance',
        'runbook',
        'inventory',
        'change-log',
        'credentials',
        'split-confirmed',
        'views',
        'escalation-path',
        'first-round',
      ],
    ],
    [
      'leaver-removal',
      [
        'acceptance',
        'runbook',
        'inventory',
        'change-log',
        'credentials',
        'access-granted',
        'escalation-path',
        'approval',
        'evidence-handed-over',
        'first-evidence',
        'first-round',
      ],
    ],
  ])('for %s follows from its duty, its needs and its night', (practice, rules) => {
    expect(rulesOf(practice)).toEqual(rules);
  });

  it('names the parties, the authority and the day', () => {
    const granted = itemOf('perimeter-firewall', 'access-granted');
    expect(granted?.text).toBe(
      'Internal IT (Sam Ortiz) receives, in writing and in the systems, the right to change-firewall for "A firewall guards the border and its rules are reviewed".',
    );
    expect(granted?.due).toBe('2026-03-25');
    expect(granted?.by).toEqual(['internal-it']);
  });

  it('takes away only what the old party needs for nothing else', () => {
    expect(itemOf('perimeter-firewall', 'access-removed')?.text).toContain('loses the right to change-firewall');
    // Settings are changed by internal IT alone from then on, although the provider is called at night for other practices of the domain.
    expect(itemOf('session-lock', 'access-removed')?.text).toContain('change-configuration');
    // The provider goes on disabling accounts when an incident asks for it.
    expect(itemOf('leaver-removal', 'access-removed')).toBeUndefined();
  });

  it('grants nothing that is held already', () => {
    const authority = { 'internal-it': ['change-firewall'] };
    expect(itemOf('perimeter-firewall', 'access-granted', plan({ authority }))).toBeUndefined();
  });

  it('asks for a line where two do it and nothing says who does what', () => {
    const shared = {
      practice: 'log-review',
      responsible: ['msp', 'internal-it'],
      because: 'As agreed.',
      from: '2026-04-01',
    };
    expect(rulesOf('log-review', plan({ ownership: [shared] }))).toContain('split-drawn');
    expect(itemOf('device-inventory', 'split-confirmed')?.text).toContain('keeps the list with owners');
  });

  it('shows the alarms to the one who wakes up, and tries them at night', () => {
    const inside = plan({}, { to: 'internal' });
    expect(rulesOf('security-monitoring-24x7', inside)).toEqual(expect.arrayContaining(['views', 'alert-routing']));
    expect(itemOf('security-monitoring-24x7', 'alert-routing', inside)?.due).toBe('2026-04-01');
  });

  it('is done when the engagement says so, for one practice, a domain or everything', () => {
    const done = plan({
      handover: [
        {
          prerequisite: 'runbook',
          practice: 'perimeter-firewall',
          on: '2026-03-20',
          by: 'Priya Nair',
          source: 'NL-77',
        },
        { prerequisite: 'credentials', domain: 'network', on: '2026-03-22', by: 'Priya Nair' },
        { prerequisite: 'approval', on: '2026-04-01', by: 'Dana Cole' },
      ],
    });
    expect(itemOf('perimeter-firewall', 'runbook', done)?.done).toEqual({
      on: '2026-03-20',
      by: 'Priya Nair',
      source: 'NL-77',
    });
    expect(itemOf('network-segmentation', 'runbook', done)?.done).toBeUndefined();
    expect(itemOf('network-segmentation', 'credentials', done)?.done?.by).toBe('Priya Nair');
    expect(itemOf('leaver-removal', 'approval', done)?.done?.by).toBe('Dana Cole');
    expect(done.unclear).toEqual([]);
  });

  it('is not done by what lies after the as-of date', () => {
    const later = [{ prerequisite: 'runbook', on: '2026-11-01', by: 'Priya Nair' }];
    expect(itemOf('perimeter-firewall', 'runbook', plan({ handover: later }))?.done).toBeUndefined();
  });

  it.each([
    ['a prerequisite that there is not', { prerequisite: 'run-book' }],
    ['a practice that stays', { prerequisite: 'runbook', practice: 'sanction-policy' }],
  ])('complains of %s', (_, entry) => {
    const { unclear } = plan({ handover: [{ on: '2026-03-20', by: 'Priya Nair', ...entry }] });
    expect(unclear.map(({ code }) => code)).toEqual(['handover-names-nothing']);
  });
});

describe('the first day', () => {
  it('is in order between shipped models when everybody has a name', () => {
    expect([PLAN.unowned, PLAN.unclear]).toEqual([[], []]);
  });

  it('names what nobody would own or could do', () => {
    const { unowned } = plan({
      authority: { 'internal-it': [] },
      ownership: [{ practice: 'access-review', responsible: [], from: '2026-04-01', because: 'Left open.' }],
    });
    expect(unowned.map(({ code, practice }) => [code, practice])).toEqual(
      expect.arrayContaining([
        ['nobody-responsible', 'access-review'],
        ['responsible-without-authority', 'perimeter-firewall'],
      ]),
    );
  });

  it('says when the new owner has no person', () => {
    const { 'internal-it': _, ...parties } = PEOPLE;
    const { unowned, unclear } = plan({ parties });
    expect(unowned).toEqual([]);
    expect(unclear.map(({ code, party }) => [code, party])).toEqual([['party-without-person', 'internal-it']]);
  });
});

describe('the plan', () => {
  const gravity = ['high', 'moderate', 'low'];

  it('goes from before the day to its ninetieth, the grave first', () => {
    expect(PLAN.plan.map(({ id, until }) => [id, until])).toEqual([
      ['before', '2026-04-01'],
      ['thirty', '2026-05-01'],
      ['sixty', '2026-05-31'],
      ['ninety', '2026-06-30'],
    ]);
    for (const { steps } of PLAN.plan) {
      const order = steps.map(({ severity }) => gravity.indexOf(severity));
      expect(order).toEqual([...order].sort());
      expect(steps.length).toBeGreaterThan(0);
    }
  });

  it('holds every item once, inside its phase', () => {
    const steps = PLAN.plan.flatMap(({ steps: inside, until }) => inside.map((step) => ({ ...step, until })));
    const planned = steps.flatMap(({ rule, practices }) => practices.map((practice) => `${rule} ${practice}`));
    const items = PLAN.handovers.flatMap((each) => each.items.map(({ rule }) => `${rule} ${each.practice}`));
    expect([...planned].sort()).toEqual([...items].sort());
    expect(steps.filter(({ due, until }) => due > until)).toEqual([]);
  });

  it('gathers what differs by its practice only, and counts what is open', () => {
    const done = plan({ handover: [{ prerequisite: 'change-log', domain: 'network', on: '2026-03-20', by: 'Priya' }] });
    const step = done.plan[0]?.steps.find(({ rule, severity }) => rule === 'change-log' && severity === 'high');
    expect(step?.practices).toContain('perimeter-firewall');
    expect(step?.open).not.toContain('perimeter-firewall');
    expect(step?.open).toContain('leaver-removal');
    expect(step?.text).toContain(`${step?.practices.length} practices`);
  });

  it('leaves no word unfilled', () => {
    const texts = [...PLAN.plan.flatMap(({ steps }) => steps), ...PLAN.handovers.flatMap(({ items }) => items)];
    expect(texts.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});

describe('the rules', () => {
  it('refuse a word that nobody fills in', () => {
    const [rule] = SHIPPED.rules;
    const broken = { ...SHIPPED, rules: [{ ...rule, says: 'The {weather} is fine today.' }] };
    expect(TransitionRules.safeParse(broken).error?.issues[0]?.message).toContain('{practice}');
  });

  it('each apply somewhere between the shipped models', () => {
    const models = MODELS.map(({ id }) => id);
    const shared = {
      practice: 'log-review',
      responsible: ['msp', 'internal-it'],
      because: 'As agreed.',
      from: '2026-04-01',
    };
    const used = models.flatMap((from) =>
      models.flatMap((to) =>
        plan({ ownership: [shared] }, { from, to }).handovers.flatMap(({ items }) => items.map(({ rule }) => rule)),
      ),
    );
    expect(SHIPPED.rules.map(({ id }) => id).filter((id) => !used.includes(id))).toEqual([]);
  });
});
