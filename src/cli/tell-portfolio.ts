import { counted } from '../kernel/text.ts';
import type { PortfolioFindings } from '../model/portfolio-findings.ts';
import { portfolioView } from '../report/index.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

const CLIENTS = 25;
const FILES = 4;
const TROUBLES = 20;

/** What to do first, then who renews next; the report has the rest. */
export function tellPortfolio(terminal: Terminal, findings: PortfolioFindings, written: readonly string[]): void {
  const view = portfolioView(findings);
  for (const warning of view.warnings) terminal.warn(`warning  ${warning}`);
  terminal.say(`${terminal.style('bold', view.client.name)}, ${view.asOf}: ${view.lead}\n`);
  for (const [i, { title, text }] of view.monday.entries()) {
    terminal.say(`${i + 1}. ${terminal.style('bold', title)}`);
    terminal.say(`   ${text}`);
  }
  if (view.troubles.length > 0) terminal.say('');
  for (const { name, text, cure } of view.troubles.slice(0, TROUBLES)) {
    terminal.say(`${terminal.style('red', 'not assessed')}  ${terminal.style('bold', name)}  ${text}`);
    terminal.say(`              ${cure}`);
  }
  if (view.troubles.length > TROUBLES) terminal.note(`and ${view.troubles.length - TROUBLES} more, in the report`);
  const clients = view.clientGroups.flatMap((group) => group.clients);
  const rows = clients
    .slice(0, CLIENTS)
    .map(({ name, renewsOn, days, headlines, unsignable, missing, stale }) => [
      name,
      renewsOn,
      days,
      unsignable,
      missing,
      stale,
      headlines.join('; '),
    ]);
  const head = ['client', 'renews on', 'in', 'may not be signed', 'missing', 'not current', ''];
  terminal.say(`\n${table(head, rows, (text) => terminal.style('bold', text))}`);
  if (clients.length > CLIENTS) terminal.note(`and ${clients.length - CLIENTS} more`);
  for (const path of written.slice(0, FILES)) terminal.say(`${terminal.style('green', 'written')}  ${path}`);
  if (written.length > FILES) terminal.say(`         and ${counted(written.length - FILES, 'file')} more beside them`);
  if (written.length === 0)
    terminal.note('\nNext: --report <folder> writes it as PDF, workbook and page, with a table for each owner.');
}
