import type { Document } from '../../model/document.ts';
import type { PortfolioFindings } from '../../model/portfolio-findings.ts';
import type { Workbook } from '../../model/workbook.ts';
import { OWN_COLOUR } from '../brand.ts';
import { writeDocument } from '../document.ts';
import { htmlPage } from '../html/page.ts';
import { prepareTemplates } from '../template/engine.ts';
import type { Templates } from '../template/source.ts';
import { type NamedText, ownerFiles, renewalCalendar } from './files.ts';
import { PortfolioView } from './shape.ts';
import { portfolioSheets } from './sheets.ts';
import { portfolioView } from './view.ts';
import { WEEKS_FIGURE, weeksOf } from './weeks.ts';
import { PORTFOLIO_WORDS } from './words.ts';

export interface Portfolio {
  readonly document: Document;
  readonly workbook: Workbook;
  /** The page, a table for each owner, and the calendar of renewals. */
  readonly files: readonly NamedText[];
}

/** The report on all clients of a portfolio. Pure: the same findings give the same report. */
export function composePortfolio(
  findings: PortfolioFindings,
  { templates }: { readonly templates: Templates },
): Portfolio {
  const view = portfolioView(findings);
  const { organisation, colour = OWN_COLOUR } = findings.brand;
  const weeks = weeksOf(findings.clients, findings.today);
  const setting = {
    view,
    figures: new Map(weeks === undefined ? [] : [[WEEKS_FIGURE, weeks]]),
    brand: { organisation, colour },
    paper: 'a4' as const,
    footer: organisation,
  };
  // Partials are those of packages: none of them knows this view.
  const only: Templates = { documents: templates.documents, partials: {} };
  const written = prepareTemplates(only, PortfolioView).map((template) => ({
    output: template.front.output,
    document: writeDocument(template, setting).value,
  }));
  const document = written.find(({ output }) => output === 'pdf')?.document;
  if (document === undefined) throw new RangeError('no template makes the report');
  const pages = written.filter(({ output }) => output === 'html');
  return {
    document,
    workbook: {
      fileName: document.fileName,
      title: PORTFOLIO_WORDS.title(findings.name),
      author: organisation,
      madeOn: findings.today,
      sheets: portfolioSheets(findings),
    },
    files: [
      ...pages.map(({ document: page }) => ({ path: `${page.fileName}.html`, text: htmlPage(page) })),
      ...ownerFiles(findings),
      { path: 'renewals.ics', text: renewalCalendar(findings) },
    ],
  };
}
