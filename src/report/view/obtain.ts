import { groupBy } from '../../kernel/order.ts';
import { slug } from '../../kernel/text.ts';
import { OBTAIN_APART } from '../../model/findings.ts';
import type { Lens } from './lens.ts';
import type { View } from './shape/index.ts';

/** Where it is told what to obtain for a practice: once, however many controls rest on it. */
export function obtainAnchor(practice: string): string {
  return slug(`obtain ${practice}`, 90);
}

/** What is missing, by the party that owes it; who owes most comes first. */
export function obtainView(lens: Lens): View['obtain'] {
  return [...groupBy(lens.findings.missing, ({ by }) => by)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([party, owed]) => ({
      party: lens.partyInFull(party),
      anchor: slug(`owed by ${party}`, 90),
      items: owed.map(({ practice, obtain }) => {
        const [ask = '', ...exports] = obtain.split(OBTAIN_APART);
        return {
          practice: lens.practiceTitle(practice),
          anchor: obtainAnchor(practice),
          what: obtain,
          ask,
          // Blanks that set a remark apart in a terminal are gaps on paper.
          exports: exports.map((text) => text.replace(/ {2,}/g, ' ')),
        };
      }),
    }));
}
