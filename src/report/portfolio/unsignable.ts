import { groupBy } from '../../kernel/order.ts';
import type { PortfolioClient } from '../../model/portfolio-findings.ts';
import { CEILING_WORDS } from '../words.ts';
import type { PortfolioView } from './shape.ts';
import { grouped, PORTFOLIO_WORDS as WORDS } from './words.ts';

/** Each answer that somebody means to give and that the evidence does not carry. */
export function unsignableOf({ name, summary }: PortfolioClient): PortfolioView['unsignable'] {
  return (summary?.unsignable ?? []).map(({ control, title, claimed, by, ceiling }) => {
    const words = Object.entries(CEILING_WORDS).find(([id]) => id === ceiling)?.[1];
    return {
      client: name,
      control: control ?? '',
      title,
      claimed,
      by: by ?? WORDS.nobody,
      ceiling: words?.short ?? ceiling,
      tone: words?.tone ?? 'plain',
    };
  });
}

/** Over all clients: which question is answered more broadly than the evidence allows, the commonest first. */
export function byQuestion(lines: PortfolioView['unsignable']): PortfolioView['unsignableByQuestion'] {
  const tally = (texts: readonly string[]) =>
    [...groupBy(texts, (text) => text)]
      .map(([text, own]) => ({ text, count: own.length }))
      .sort((a, b) => b.count - a.count);
  return [...groupBy(lines, ({ control, title }) => JSON.stringify([control, title]))]
    .map(([, own]) => own)
    .sort((a, b) => b.length - a.length)
    .map((own) => ({
      control: own[0]?.control ?? '',
      title: own[0]?.title ?? '',
      clients: grouped(new Set(own.map(({ client }) => client)).size),
      claimed: tally(own.map(({ claimed }) => claimed))
        .slice(0, 3)
        .map(({ text, count }) => WORDS.meant(text, count))
        .join(', '),
      ceilings: tally(own.map(({ ceiling }) => ceiling))
        .slice(0, 4)
        .map(({ text, count }) => WORDS.carried(text, count)),
    }));
}
