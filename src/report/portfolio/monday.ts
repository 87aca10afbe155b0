import type { ExportOffer, PortfolioClient, PortfolioFindings } from '../../model/portfolio-findings.ts';
import { HORIZONS, PORTFOLIO_WORDS } from './words.ts';

const WORDS = PORTFOLIO_WORDS.monday;
const [NEAR, NEXT] = HORIZONS;

interface Step {
  readonly title: string;
  readonly text: string;
}

/** What the owner of the portfolio does first: whatever stands in the way of a signature, then what brings most for one request. */
export function mondayOf({ clients, exports: offers, owners, duties }: PortfolioFindings): readonly Step[] {
  const failed = clients.filter(({ trouble }) => trouble !== null);
  const past = clients.filter(({ daysLeft }) => daysLeft !== null && daysLeft < 0);
  const dayless = clients.filter(({ summary }) => summary !== null && summary.renewsOn === null);
  const best = offers.find(({ anybody, gaps }) => !anybody && gaps > 0);
  const register = offers.find(({ anybody, gaps }) => anybody && gaps > 0);
  const chased = owners.find(({ client, who }) => client !== null && who !== null);
  const steps = [
    ...step(failed.length > 0, WORDS.trouble.title(failed.length), WORDS.trouble.text(failed.map(withDay))),
    ...renewing(clients),
    ...step(past.length > 0, WORDS.overdue.title(past.length), WORDS.overdue.text(names(past))),
    ...(best === undefined ? [] : [exportStep(best)]),
    ...(register === undefined ? [] : [exportStep(register)]),
    ...step(
      duties.length > 0,
      WORDS.duty.title(duties.length, new Set(duties.flatMap(({ clients: at }) => at)).size),
      WORDS.duty.text(duties.map(({ title }) => title)),
    ),
    ...(chased === undefined
      ? []
      : [
          {
            title: WORDS.owner.title(
              PORTFOLIO_WORDS.of(chased.who?.name ?? chased.who?.title ?? '', chased.client ?? ''),
              chased.wanting.length,
            ),
            text: WORDS.owner.text(chased.wanting.map(({ title }) => title)),
          },
        ]),
    ...step(dayless.length > 0, WORDS.unknown.title(dayless.length), WORDS.unknown.text()),
  ];
  return steps.length > 0 ? steps : [{ title: WORDS.nothing.title(), text: WORDS.nothing.text() }];
}

/** The nearer horizon first; the next one only when nobody is that near. */
function renewing(clients: readonly PortfolioClient[]): readonly Step[] {
  for (const days of [NEAR, NEXT]) {
    const near = clients.filter(
      ({ daysLeft, summary }) =>
        daysLeft !== null && daysLeft >= 0 && daysLeft <= days && (summary?.unsignable.length ?? 0) > 0,
    );
    if (near.length > 0)
      return [{ title: WORDS.renewing.title(near.length, days), text: WORDS.renewing.text(names(near)) }];
  }
  return [];
}

function step(wanted: boolean, title: string, text: string): readonly Step[] {
  return wanted ? [{ title, text }] : [];
}

/** Of whom nothing is known but that it renews soon, comes first. */
function withDay({ name, daysLeft }: PortfolioClient): string {
  const near = daysLeft !== null && daysLeft >= 0 && daysLeft <= NEAR;
  return near ? WORDS.trouble.near(name, PORTFOLIO_WORDS.days(daysLeft)) : name;
}

function names(clients: readonly PortfolioClient[]): readonly string[] {
  return clients.map(({ name }) => name);
}

/** An export of a tool is a machine's word; a register is as good as what it lists. */
export function exportStep(offer: ExportOffer): Step {
  const { anybody, product, title, obtain, gaps, clients, alternatives } = offer;
  return anybody
    ? { title: WORDS.register.title(title), text: WORDS.register.text(gaps, clients, obtain) }
    : { title: WORDS.export.title(product, title), text: WORDS.export.text({ gaps, clients, alternatives, obtain }) };
}
