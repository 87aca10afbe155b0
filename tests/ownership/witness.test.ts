import { describe, expect, it } from 'vitest';
import type { EvidenceRecord } from '../../src/model/record.ts';
import type { Topic } from '../../src/model/topic.ts';
import { lintNamedOwners, lintPeople, startWitness } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { account, day, document, incident } from '../facts/records.ts';
import { owners, PEOPLE, PRACTICES } from './shipped.ts';

/** As the pipeline has it from the facts: here one fact is known to ask for the rules on access. */
const topicOf = (fact: string): Topic | undefined =>
  fact === 'access-control-policy-in-force' ? 'access-control' : undefined;

function issues(records: readonly EvidenceRecord[], says: object = {}) {
  const told = engagement({ operatingModel: 'co-managed', parties: PEOPLE, ...says });
  const witness = startWitness({ engagement: told, practices: PRACTICES, topicOf });
  for (const record of records) witness.see(record);
  const { people, named } = witness.finish();
  const ownership = owners(says);
  return [...lintPeople(ownership, people), ...lintNamedOwners(ownership, named)];
}
const codes = (records: readonly EvidenceRecord[], says: object = {}) => [
  ...new Set(issues(records, says).map(({ code }) => code)),
];

const sam = (over: object) => account({ user: 'sortiz@lakeside.example', displayName: 'Sam Ortiz', ...over });

describe('a person who wears a hat', () => {
  it.each<[string, EvidenceRecord[], string[]]>([
    ['left by the staff list', [sam({ directory: 'hr', left: day('2026-08-31') })], ['hat-held-by-leaver']],
    ['is inactive on the staff list', [sam({ directory: 'hr', enabled: false })], ['hat-held-by-leaver']],
    ['leaves after the as-of date', [sam({ directory: 'hr', left: day('2027-01-31') })], []],
    ['has an account that is switched off', [sam({ directory: 'ad', enabled: false })], ['hat-holder-disabled']],
    [
      'has one off and one on: an old account of somebody who is here',
      [sam({ directory: 'ad', enabled: false }), sam({ directory: 'entra', enabled: true })],
      [],
    ],
    ['has an account of which nobody says whether it is on', [sam({ enabled: undefined })], []],
    ['shares nothing with somebody else who left', [sam({ displayName: 'Lou Ellis', left: day('2026-08-31') })], []],
  ])('%s', (_, records, expected) => {
    expect(codes(records)).toEqual(expected);
  });
});

describe('an owner whom an exhibit names', () => {
  const rules = (over: object) => document({ topic: 'access-control', status: 'in-force', ...over });
  const ticket = (over: object) => incident({ security: true, opened: day('2026-05-02'), ...over });

  it.each<[string, EvidenceRecord[], string[]]>([
    ['of the policy is the one of the matrix', [rules({ owner: 'Sam Ortiz' })], []],
    ['of the policy is another party', [rules({ owner: 'Ruth Adler' })], ['owner-differs']],
    ['of the policy is nobody of the matrix', [rules({ owner: 'Lou Ellis' })], ['named-owner-not-in-matrix']],
    ['of a draft binds nobody', [rules({ owner: 'Ruth Adler', status: 'draft' })], []],
    ['of a document about something else', [document({ topic: 'encryption', owner: 'Ruth Adler' })], []],
    ['of a security ticket handles incidents', [ticket({ owner: 'Northlake IT' })], []],
    ['of a security ticket does not', [ticket({ owner: 'Ruth Adler' })], ['owner-differs']],
    ['of a printer jam says nothing', [ticket({ owner: 'Ruth Adler', security: false })], []],
    ['of a ticket before the period', [ticket({ owner: 'Ruth Adler', opened: day('2025-03-01') })], []],
  ])('%s', (_, records, expected) => {
    expect(codes(records)).toEqual(expected);
  });

  it('of a ticket is held against whoever owned the practice on its day', () => {
    const says = {
      operatingModel: [
        { model: 'internal', to: '2026-03-31' },
        { model: 'fully-managed', from: '2026-04-01' },
      ],
    };
    const by = (opened: string) => codes([ticket({ owner: 'Sam Ortiz', opened: day(opened) })], says);
    expect([by('2026-01-10'), by('2026-07-10')]).toEqual([[], ['owner-differs']]);
  });

  it('of a repair that is planned in the engagement', () => {
    const plan = { practice: 'critical-patch-timeliness', action: 'Patch', due: '2026-12-01' };
    const remediation = (owner: string, status: string) => ({ remediation: [{ ...plan, owner, status }] });
    expect(codes([], remediation('msp', 'planned'))).toEqual([]);
    expect(codes([], remediation('hr', 'planned'))).toEqual(['owner-differs']);
    expect(codes([], remediation('hr', 'done'))).toEqual([]);
  });

  it('is told with the name, so that an edition without names can take it out', () => {
    expect(issues([rules({ owner: 'Lou Ellis' })])[0]?.names).toEqual(['Lou Ellis']);
  });
});
