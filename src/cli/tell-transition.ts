import { groupBy } from '../kernel/order.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Practice } from '../model/practice.ts';
import type { Transition } from '../model/transition.ts';
import { transitionSummary } from '../report/index.ts';
import { wrap } from './table.ts';
import { heading, tellFirst } from './tell.ts';
import type { Terminal } from './terminal.ts';

const MOST_STEPS = 12;
const MOST_DEBTS = 15;
const SEVERITY_STYLE = { high: 'red', moderate: 'yellow', low: 'dim' } as const;

/** The handover as a person reads it: the sum first, then what is missing, the plan, and practice by practice what moves. */
export function tellTransition(
  terminal: Terminal,
  transition: Transition,
  { engagement, practices }: { readonly engagement: Engagement; readonly practices: readonly Practice[] },
): void {
  const { from, to, on, unowned, unclear, debt, assessed } = transition;
  terminal.say(terminal.style('bold', `${engagement.client.name}: from ${from.title} to ${to.title} on ${on}`));
  for (const sentence of transitionSummary(transition)) terminal.say(`  ${sentence}`);
  for (const [title, issues] of [
    [`Without an owner on ${on}`, unowned],
    [`Unclear on ${on}`, unclear],
  ] as const) {
    if (issues.length > 0) heading(terminal, `${title} (${issues.length})`);
    for (const { message, hint } of issues) say(terminal, `${message} ${hint}`);
  }
  if (assessed && debt.length > 0) tellDebt(terminal, transition);
  tellPlan(terminal, transition);
  tellMoves(terminal, transition, practices);
  terminal.note(
    '\nSay what is done under "handover" in engagement.yaml. -o handover.pdf or .xlsx writes the whole plan.',
  );
}

/** What is said of many practices in the same words is said once. */
function tellDebt(terminal: Terminal, { debt }: Transition): void {
  heading(terminal, `Evidence owed by whoever goes (${debt.length})`);
  for (const [text, same] of groupBy(debt, (each) => each.text)) {
    say(terminal, terminal.style('cyan', text));
    tellFirst(terminal, same, MOST_DEBTS, ({ title, severity, missed }) => {
      const spans = missed.map((span) => `${span.from} to ${span.to}`).join(', ');
      return entry(
        terminal,
        `  ${terminal.style(SEVERITY_STYLE[severity], severity.padEnd(8))}  ${title}${spans ? `: nothing for ${spans}` : ''}`,
      );
    });
  }
}

function tellPlan(terminal: Terminal, { plan }: Transition): void {
  for (const { title, until, steps } of plan) {
    if (steps.length === 0) continue;
    heading(terminal, `${title} (until ${until})`);
    tellFirst(terminal, steps, MOST_STEPS, ({ due, severity, text, open, practices }) => {
      const state = open.length === 0 ? terminal.style('green', 'done') : `${open.length} of ${practices.length} open`;
      return entry(terminal, `${due}  ${terminal.style(SEVERITY_STYLE[severity], severity)}  ${state}  ${text}`);
    });
  }
}

function tellMoves(terminal: Terminal, { handovers, staying }: Transition, practices: readonly Practice[]): void {
  heading(terminal, `What moves (${handovers.length}); ${staying.length} of ${practices.length} practices stay`);
  for (const [domain, inside] of groupBy(handovers, ({ domain: each }) => each)) {
    terminal.say(`  ${terminal.style('cyan', domain)}`);
    for (const { title, moves } of inside) {
      const hats = moves.map(
        ({ hat, from, to }) => `${hat} ${from.join('+') || 'nobody'} → ${to.join('+') || 'nobody'}`,
      );
      say(terminal, `  ${title}: ${hats.join('; ')}`);
    }
  }
}

function entry(terminal: Terminal, text: string): string {
  return `  ${wrap(text, terminal.width - 2, '    ')}`;
}

function say(terminal: Terminal, text: string): void {
  terminal.say(entry(terminal, text));
}
