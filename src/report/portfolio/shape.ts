import { z } from 'zod';
import { Text } from '../view/shape/common.ts';

/** A number as it is printed. */
const Count = Text;
const Unsignable = z.strictObject({
  client: Text,
  control: Text,
  title: Text,
  claimed: Text,
  by: Text,
  ceiling: Text,
  tone: Text,
});
const Offer = z.strictObject({ product: Text, title: Text, had: Text, elsewhere: Text, obtain: Text });

/** All that `templates/portfolio/*.hbs` may print. */
export const PortfolioView = z.strictObject({
  client: z.strictObject({ name: Text }),
  edition: z.strictObject({ word: Text, compact: z.boolean() }),
  asOf: Text,
  lead: Text,
  renewals: Text,
  unsignableCounted: Text,
  evidence: Text,
  trend: Text,
  /** Nothing where no store keeps earlier builds. */
  quarters: z.array(
    z.strictObject({
      title: Text,
      rows: z.array(
        z.strictObject({ quarter: Text, clients: Text, supported: Text, assessed: Text, same: Text, broken: Text }),
      ),
    }),
  ),
  monday: z.array(z.strictObject({ title: Text, text: Text })),
  clientGroups: z.array(
    z.strictObject({
      title: Text,
      clients: z.array(
        z.strictObject({
          name: Text,
          renewsOn: Text,
          days: Text,
          tone: Text,
          headlines: z.array(Text),
          unsignable: Count,
          missing: Count,
          stale: Count,
          highGaps: Count,
          trend: Text,
        }),
      ),
    }),
  ),
  /** The name of the picture, where enough clients renew. */
  weeksFigure: Text,
  /** Whether any client has an earlier build to compare with. */
  trended: z.boolean(),
  troubles: z.array(z.strictObject({ name: Text, text: Text, cure: Text })),
  warnings: z.array(Text),
  unsignable: z.array(Unsignable),
  unsignableByQuestion: z.array(
    z.strictObject({ control: Text, title: Text, clients: Count, claimed: Text, ceilings: z.array(Text) }),
  ),
  unsignableSoon: z.array(z.strictObject({ title: Text, lines: z.array(Unsignable) })),
  moreUnsignable: Text,
  best: z.array(z.strictObject({ title: Text, text: Text, basis: z.array(Text), more: Text })),
  exports: z.array(Offer),
  registers: z.array(Offer),
  tools: z.array(z.strictObject({ product: Text, missing: Count, stale: Count, clients: Count })),
  owners: z.array(z.strictObject({ who: Text, missing: Count, stale: Count, clients: Count, first: Text })),
  moreOwners: Text,
  duties: z.array(
    z.strictObject({ title: Text, severity: Text, tone: Text, missing: Count, stale: Count, clients: Count }),
  ),
});
export type PortfolioView = z.output<typeof PortfolioView>;
