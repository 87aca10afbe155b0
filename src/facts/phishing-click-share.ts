import { isDated } from '../model/observed.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { decide } from './kit/ballot.ts';
import { known, unknown } from './kit/known.ts';
import { personKey, thingKey } from './kit/names.ts';
import { judgeSimulation, type Simulation } from './kit/phishing.ts';
import { leftOut } from './kit/remarks.ts';
import type { Row } from './kit/row.ts';
import { whyUndecided } from './kit/share.ts';
import { type Entry, refutes, type Subjects, subjectFold, supports, undecided } from './kit/subjects.ts';
import { bestDay } from './kit/time.ts';

const KINDS = ['phishing-simulation'] as const;

/** A share that should be small. Rows of single recipients are used where a campaign has them, else its own counts. */
export default defineFact({
  question: 'What share of simulated phishing messages was clicked?',
  from: KINDS,
  measures: 'share',
  means:
    'Clicks or submitted data of delivered messages since the start of the period. A campaign in error is left out and named. Mail filters that open links count as clicks.',
  start: (scope) => {
    const delivered = startCounting(({ delivered: count }) => count, scope);
    const clicked = startCounting(({ clicked: count, submitted }) => count ?? submitted, scope);
    const recipients = startRecipients(scope);
    return {
      add(simulation: Simulation) {
        if (simulation.recipient !== undefined) return recipients.add(simulation);
        delivered.add(simulation);
        clicked.add(simulation);
      },
      result: () => ({ delivered: delivered.result(), clicked: clicked.result(), recipients: recipients.result() }),
    };
  },
  answer: ({ delivered, clicked, recipients }, scope) => {
    const single = rowsOf(recipients, scope);
    const withRecipients = new Set(recipients.entries.map((entry) => entry.per));
    const isWhole = ({ more }: Entry) => !more.some((campaign) => withRecipients.has(thingKey(campaign)));
    const sent = rowsOf({ ...delivered, entries: delivered.entries.filter(isWhole) }, scope).told;
    const hits = new Map(rowsOf(clicked, scope).told.map((row) => [row.subject ?? '', row]));
    const counted = sent.filter((row) => hits.has(row.subject ?? ''));
    const of = single.told.length + total(counted);
    const failed = [...rowsOf(delivered, scope).failed, ...single.failed];
    const remarks = leftOut(delivered);
    if (of === 0) {
      const because = whyUndecided(sent.length, delivered);
      return unknown(because, { wouldNeed: KINDS, remarks, basis: [...sent, ...failed, ...delivered.unusable] });
    }
    const clicks = counted.flatMap((row) => hits.get(row.subject ?? '') ?? []);
    const clickers = single.told.filter((row) => row.amount === 1);
    const people = new Set(single.told.map((row) => row.subject));
    const reached = Math.max(people.size, ...counted.map((row) => row.amount ?? 0));
    const isEverybody = scope.people.known && reached >= scope.people.members.length;
    return known(
      { kind: 'share', n: Math.min(of, clickers.length + total(clicks)), of, unit: 'message' },
      {
        clock: scope,
        deciding: [...single.told, ...counted],
        exceptions: [...clickers, ...clicks.filter((row) => (row.amount ?? 0) > 0), ...failed],
        // One row tells of a whole campaign: what was clicked are its messages.
        exceptionCount: clickers.length + total(clicks) + failed.length,
        remarks: [
          ...remarks,
          ...(isEverybody ? [] : [`At most ${reached} people were reached; ${scope.people.basis}.`]),
        ],
        populationKnown: isEverybody,
      },
    );
  },
});

function campaignKey(simulation: Simulation, scope: Scope): string {
  const day = isDated(simulation.observed) ? bestDay(simulation.observed, scope) : 'undated';
  return `${thingKey(simulation.campaign)} ${day}`;
}

function startCounting(count: (simulation: Simulation) => number | undefined, scope: Scope) {
  return subjectFold<'phishing-simulation'>(
    {
      span: 'happening',
      subject: (simulation) => ({
        name: campaignKey(simulation, scope),
        more: [simulation.campaign],
        per: 'campaign',
      }),
      judge: (simulation) => {
        const ran = judgeSimulation(simulation);
        if (ran.side !== 'supports') return ran;
        const amount = count(simulation);
        const text = `${ran.text}, ${simulation.clicked ?? simulation.submitted ?? '?'} of ${simulation.delivered ?? '?'} clicked`;
        return amount === undefined ? undecided(text) : supports(text, { amount });
      },
    },
    'thing',
    scope,
  );
}

function startRecipients(scope: Scope) {
  return subjectFold<'phishing-simulation'>(
    {
      span: 'happening',
      subject: (simulation) => ({ name: simulation.recipient ?? '', per: thingKey(simulation.campaign) }),
      judge: (simulation) => {
        const ran = judgeSimulation(simulation);
        if (ran.side !== 'supports') return refutes(`${personKey(simulation.recipient ?? '')}: ${ran.text}`);
        const isHit = (simulation.clicked ?? 0) > 0 || (simulation.submitted ?? 0) > 0;
        const text = `${simulation.recipient}: ${isHit ? 'clicked' : 'did not click'} in "${simulation.campaign}"`;
        return supports(text, { amount: isHit ? 1 : 0 });
      },
    },
    'person',
    scope,
  );
}

function rowsOf(subjects: Subjects, scope: AnswerScope) {
  const decisions = subjects.entries.flatMap(({ ballot }) => decide(ballot, 'ever', scope.zone) ?? []);
  return {
    told: decisions.filter(({ side }) => side === 'supports').map(({ row }) => row),
    failed: decisions.filter(({ side }) => side === 'refutes').map(({ row }) => row),
  };
}

function total(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
}
