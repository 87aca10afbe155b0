import { describe, expect, it } from 'vitest';
import { lintNamedOwners, lintPeople, type NamedOwner } from '../../src/ownership/index.ts';
import { day } from '../assessment/world.ts';
import { owners, PEOPLE } from './shipped.ts';

const LAKESIDE = owners();
const place = { path: 'hr/staff.csv', row: 7 };

describe('a hat that is held by somebody who left', () => {
  it('is told with the person, the party, the day and the place', () => {
    const left = [{ name: 'Sam Ortiz', on: day('2026-08-31'), place }];
    const [issue, ...more] = lintPeople(LAKESIDE, { left, here: ['Dana Cole'] });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ code: 'hat-held-by-leaver', party: 'internal-it', place });
    expect(issue?.message).toMatch(/^Sam Ortiz left on 2026-08-31 and still stands for Internal IT, .* \d+ practices/);
  });

  it.each([
    ['in reverse order', 'Ortiz, Sam', 1],
    ['without accents', 'SAM ÓRTIZ', 1],
    ['the contact of an organisation', 'Priya Nair', 1],
    ['a namesake of the first name only', 'Sam', 0],
    ['another person', 'Samuel Ortiz', 0],
  ])('is found by the whole name: %s', (_, name, issues) => {
    expect(lintPeople(LAKESIDE, { left: [{ name }], here: [] }).length).toBe(issues);
  });

  it('is not claimed when somebody of that name is still here', () => {
    expect(lintPeople(LAKESIDE, { left: [{ name: 'Sam Ortiz' }], here: ['Ortiz, Sam'] })).toEqual([]);
  });

  it('is not claimed of a party without a hat', () => {
    const ownership = [{ practice: 'log-review', consulted: ['msp'], because: 'It is asked and does nothing.' }];
    const internal = owners({ operatingModel: 'internal', ownership });
    expect(internal.parties.map(({ id }) => id)).toContain('msp');
    expect(lintPeople(internal, { left: [{ name: 'Priya Nair' }], here: [] })).toEqual([]);
  });
});

const named = (over: Partial<NamedOwner>): NamedOwner => ({
  practice: 'critical-patch-timeliness',
  title: 'Critical patches within their time',
  namedOwner: 'Sam Ortiz',
  what: 'document',
  place: { path: 'policies/register.csv', row: 21 },
  ...over,
});
const codes = (entries: readonly NamedOwner[], ownership = LAKESIDE) =>
  lintNamedOwners(ownership, entries).map(({ code }) => code);

describe('an owner whom a document names', () => {
  it('differs from the matrix, and both are told', () => {
    const [issue] = lintNamedOwners(LAKESIDE, [named({})]);
    expect(issue).toMatchObject({ code: 'owner-differs', practice: 'critical-patch-timeliness' });
    expect(issue?.message).toBe(
      'policies/register.csv row 21 names Sam Ortiz as owner of a document on "Critical patches within their time"; ' +
        'the matrix has Northlake IT (Managed service provider) accountable and responsible.',
    );
    const of = (what: NamedOwner['what']) => lintNamedOwners(LAKESIDE, [named({ what })])[0]?.message;
    expect(of('ticket')).toMatch('as owner of a security ticket, and so of "Critical');
    expect(of('repair')).toMatch('as owner of the repair of "Critical');
  });

  it('is nobody of the matrix, and the sentence begins with what that is: his name may be withheld', () => {
    const [issue] = lintNamedOwners(LAKESIDE, [named({ namedOwner: 'Robin Falk' })]);
    expect(issue?.message).toBe(
      'An owner who is none of the parties of the matrix is named in 1 place, policies/register.csv row 21: Robin Falk.',
    );
  });

  it.each<[string, Partial<NamedOwner>, string[]]>([
    ['is the accountable party', { namedOwner: 'Northlake IT' }, []],
    ['is the contact of the accountable party', { namedOwner: 'Nair, Priya' }, []],
    ['is the beginning of its name', { namedOwner: 'Northlake' }, []],
    ['is the title of the party', { namedOwner: 'managed service provider' }, []],
    ['employs the responsible party', { practice: 'risk-register', namedOwner: 'Northlake IT' }, []],
    ['works for the accountable party', { namedOwner: 'Marta Ruiz' }, []],
    ['is only consulted', { practice: 'patch-cadence', namedOwner: 'Sam Ortiz' }, ['owner-differs']],
    ['is responsible without being accountable', { practice: 'restore-testing', namedOwner: 'Northlake IT' }, []],
    ['is not said', { namedOwner: ' ' }, []],
    ['is of a practice that nobody knows', { practice: 'pizza' }, []],
    ['is nobody of the matrix', { namedOwner: 'Robin Falk' }, ['named-owner-not-in-matrix']],
  ])('%s', (_, over, expected) => {
    expect(codes([named(over)])).toEqual(expected);
  });

  it('was right on the day of the ticket', () => {
    const changed = owners({
      operatingModel: [
        { model: 'internal', to: '2026-03-31' },
        { model: 'co-managed', from: '2026-04-01' },
      ],
    });
    expect(codes([named({ on: day('2026-02-03') })], changed)).toEqual([]);
    expect(codes([named({ on: day('2026-05-03') })], changed)).toEqual(['owner-differs']);
  });

  it('is one person of two parties', () => {
    const one = owners({
      operatingModel: 'internal',
      parties: { ...PEOPLE, vciso: { name: 'Sam Ortiz', side: 'client' } },
    });
    expect(codes([named({})], one)).toEqual([]);
  });

  it('is told once a practice, and a stranger once in all', () => {
    const entries = [
      named({}),
      named({ place: { path: 'tickets.csv', row: 3 } }),
      named({ namedOwner: 'Robin Falk' }),
      named({ namedOwner: 'Robin Falk', practice: 'log-review' }),
    ];
    const issues = lintNamedOwners(LAKESIDE, entries);
    expect(issues.map(({ code }) => code)).toEqual(['owner-differs', 'named-owner-not-in-matrix']);
    expect(issues[1]?.message).toContain('in 2 places');
  });
});
