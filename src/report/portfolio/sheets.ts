import type { PortfolioFindings } from '../../model/portfolio-findings.ts';
import type { Sheet } from '../../model/workbook.ts';
import { column, dayCell, sheetOf, textCell } from '../sheets/sheet.ts';
import { SEVERITY_WORDS } from '../words.ts';
import { unsignableOf } from './unsignable.ts';
import { ownerText, trendOf } from './view.ts';
import { PORTFOLIO_WORDS as WORDS } from './words.ts';

/** The portfolio in seven sheets, whole: what the document shows the first of stands here in full. */
export function portfolioSheets(findings: PortfolioFindings): readonly Sheet[] {
  return [
    clientsSheet(findings),
    unsignableSheet(findings),
    evidenceSheet(findings),
    exportsSheet(findings),
    basisSheet(findings),
    ownersSheet(findings),
    dutiesSheet(findings),
  ];
}

function clientsSheet({ clients }: PortfolioFindings): Sheet {
  return sheetOf('Clients', 'Clients by the day of their renewal', clients, [
    column('Client', 34, ({ name }) => name),
    column('Folder', 22, ({ id }) => id),
    column('Renews on', 12, ({ renewsOn }) => dayCell(renewsOn ?? '')),
    column('Days left', 10, ({ daysLeft }) => daysLeft),
    column('As of', 12, ({ summary }) => dayCell(summary?.asOf ?? '')),
    column('Model', 22, ({ summary }) => textCell(summary?.model ?? '')),
    column('Supported, assessed, of applicable', 60, ({ summary }) =>
      textCell(
        (summary?.headlines ?? [])
          .map((each) => WORDS.headline(each.title, each.supported, each.assessed, each.applicable))
          .join('\n'),
      ),
    ),
    column('May not be signed', 12, (client) => client.summary?.unsignable.length ?? null),
    column('Missing', 10, ({ summary }) => summary?.wanting.filter(({ state }) => state === 'missing').length ?? null),
    column(
      'Not current',
      10,
      ({ summary }) => summary?.wanting.filter(({ state }) => state === 'stale').length ?? null,
    ),
    column('High gaps', 10, ({ summary }) => summary?.gaps.high ?? null),
    column('Contradictions', 12, ({ summary }) => summary?.contradictions ?? null),
    column('Exports read', 10, ({ summary }) => summary?.exhibits.read ?? null),
    column('Trend', 34, (client) => textCell(trendOf(client))),
    column('What stands in its way', 60, ({ trouble }) => textCell(trouble ?? '')),
    column('What to do about it', 60, ({ cure }) => textCell(cure ?? '')),
  ]);
}

function unsignableSheet({ clients }: PortfolioFindings): Sheet {
  const rows = clients.flatMap((client) =>
    unsignableOf(client).map((line, i) => ({ client, line, text: client.summary?.unsignable[i]?.text ?? '' })),
  );
  return sheetOf('May not be signed', 'Answers that the evidence does not carry', rows, [
    column('Renews on', 12, ({ client }) => dayCell(client.summary?.renewsOn ?? '')),
    column('Client', 34, ({ client }) => client.name),
    column('Question', 14, ({ line }) => textCell(line.control)),
    column('Title', 44, ({ line }) => line.title),
    column('Meant', 30, ({ line }) => line.claimed),
    column('Said by', 20, ({ line }) => line.by),
    column('Carried at most', 18, ({ line }) => line.ceiling),
    column('Why', 90, ({ text }) => textCell(text)),
  ]);
}

function evidenceSheet({ owners }: PortfolioFindings): Sheet {
  const rows = owners.flatMap((owner) => owner.wanting.map((line) => ({ owner, line })));
  return sheetOf('Evidence to bring', 'What is missing or no longer current, by owner', rows, [
    column('Owner', 34, ({ owner }) => ownerText(owner)),
    column('Client', 34, ({ line }) => line.client),
    column('Renews on', 12, ({ line }) => dayCell(line.renewsOn ?? '')),
    column('Practice', 44, ({ line }) => line.title),
    column('State', 12, ({ line }) => WORDS.states[line.state]),
    column('Newest', 12, ({ line }) => dayCell(line.newest ?? '')),
    column('Severity', 10, ({ line }) => SEVERITY_WORDS[line.severity].word),
    column('What to bring', 70, ({ line }) => line.obtain),
  ]);
}

function exportsSheet({ exports: offers }: PortfolioFindings): Sheet {
  return sheetOf('Exports', 'Exports by what they would bring evidence for', offers, [
    column('Tool', 30, ({ product }) => product),
    column('Export', 44, ({ title }) => title),
    column('Gaps where it is in use', 14, ({ gaps }) => gaps),
    column('Clients', 10, ({ clients }) => clients),
    column('Gaps elsewhere', 14, ({ gapsElsewhere }) => gapsElsewhere),
    column('Clients elsewhere', 14, ({ clientsElsewhere }) => clientsElsewhere),
    column('How to obtain it', 80, ({ obtain }) => obtain),
  ]);
}

function basisSheet({ exports: offers }: PortfolioFindings): Sheet {
  const rows = offers.slice(0, 10).flatMap((offer) => offer.basis.map((line) => ({ offer, line })));
  return sheetOf('Basis', 'On what the count of the first ten exports rests', rows, [
    column('Tool', 30, ({ offer }) => offer.product),
    column('Export', 40, ({ offer }) => offer.title),
    column('Client', 34, ({ line }) => line.client),
    column('Gaps', 8, ({ line }) => line.practices.length),
    column('Practices', 90, ({ line }) => line.practices.join('; ')),
  ]);
}

function ownersSheet({ owners }: PortfolioFindings): Sheet {
  return sheetOf('Owners', 'Who has to bring how much', owners, [
    column('Owner', 40, (owner) => ownerText(owner)),
    column('Party', 22, ({ who }) => textCell(who?.title ?? '')),
    column('Clients', 10, ({ wanting }) => new Set(wanting.map(({ client }) => client)).size),
    column('Missing', 10, ({ wanting }) => wanting.filter(({ state }) => state === 'missing').length),
    column('Not current', 12, ({ wanting }) => wanting.filter(({ state }) => state === 'stale').length),
  ]);
}

function dutiesSheet({ duties }: PortfolioFindings): Sheet {
  return sheetOf('Own duties', 'What the provider does or proves and has not shown', duties, [
    column('Practice', 50, ({ title }) => title),
    column('Severity', 10, ({ severity }) => SEVERITY_WORDS[severity].word),
    column('Missing', 10, ({ missing }) => missing),
    column('Not current', 12, ({ stale }) => stale),
    column('Clients', 90, ({ clients }) => clients.join('; ')),
  ]);
}
