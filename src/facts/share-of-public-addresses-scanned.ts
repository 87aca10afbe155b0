import type { Population } from '../model/population.ts';
import type { RecordOf } from '../model/record.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import type { Among } from './kit/among.ts';
import { thingKey } from './kit/names.ts';
import { populationOf } from './kit/population.ts';
import { isPenetrationTest, judgeScan } from './kit/scans.ts';
import { answerShare } from './kit/share.ts';
import { type Judgement, refutes, subjectFold, supports } from './kit/subjects.ts';
import { agoText, isWithin } from './kit/time.ts';

const KINDS = ['network-exposure', 'vulnerability-scan'] as const;
type Seen = RecordOf<(typeof KINDS)[number]>;

// A quarter and the days that a quarterly run may be late, as for every look from outside.
const LOOKED_AT_WITHIN_DAYS = 100;

const ADDRESSES: Among = {
  title: 'public addresses',
  one: 'address',
  picks: ({ members }) => members,
  alone: () => true,
  leavesOutUnknownRoles: false,
};

export default defineFact({
  question: 'What share of the public addresses was looked at from outside within 100 days of the as-of date?',
  from: KINDS,
  measures: 'share',
  means:
    'Addresses that the engagement names (client.identifiers.publicAddresses) and a run from outside names that ended. Without that list nobody can tell whether an address was forgotten.',
  start: (scope) => {
    const addresses = subjectFold<(typeof KINDS)[number]>({ subject: addressOf, judge }, 'thing', scope);
    return {
      add(record: Seen) {
        if (record.kind === 'network-exposure') addresses.add(record);
        // One run, many addresses: each is its own subject.
        else for (const target of record.targets ?? []) addresses.add({ ...record, targets: [target] });
      },
      result: () => addresses.result(),
    };
  },
  answer: (addresses, scope) =>
    answerShare(
      {
        from: KINDS,
        among: ADDRESSES,
        rule: 'ever',
        silent: 'no run from outside that ended names it',
        needsPopulation: true,
      },
      addresses,
      { whole: declared(scope), scope },
    ),
});

/** What the engagement file says: the list has no row in an exhibit. */
function declared({ publicAddresses }: AnswerScope): Population {
  const place = { path: 'engagement.yaml' };
  const members = publicAddresses.map((name) => ({ key: thingKey(name), name, aliases: [], place }));
  const isListed = members.length > 0;
  const basis = isListed ? 'the engagement file' : 'no public address of the client is named';
  return populationOf(members, { known: isListed, basis, keys: (name) => [thingKey(name)] });
}

function addressOf(record: Seen) {
  if (record.kind === 'network-exposure') return { name: record.host, more: [record.address] };
  const target = record.targets?.[0];
  return target === undefined ? undefined : { name: target };
}

function judge(record: Seen, scope: Scope): Judgement | undefined {
  if (record.perspective !== 'external') return undefined;
  const seen = seenBy(record, scope);
  return seen?.side === 'supports' && !isWithin(record.observed, LOOKED_AT_WITHIN_DAYS, scope)
    ? refutes(seen.text)
    : seen;
}

function seenBy(record: Seen, scope: Scope): Judgement | undefined {
  if (record.kind === 'network-exposure') {
    const text = `${record.host}: looked at from outside ${agoText(record.observed, scope)}`;
    return record.complete ? supports(text) : refutes(`${text}, did not finish`);
  }
  return isPenetrationTest(record) ? undefined : judgeScan(record);
}
