import type { FleetResult, ToldOutcome } from '../fleet/index.ts';
import { placeText } from '../kernel/place.ts';
import { counted } from '../kernel/text.ts';
import { bytesText } from './tell.ts';
import type { Style, Terminal } from './terminal.ts';

const WORDS = {
  built: ['built', 'green'],
  judged: ['judged', 'green'],
  unchanged: ['unchanged', 'dim'],
  stopped: ['stopped', 'red'],
  failed: ['failed', 'red'],
} as const satisfies Record<ToldOutcome['state'], readonly [string, Style]>;

/** A run, wherever its work was done. */
export interface ToldFleet extends Pick<FleetResult, 'notes' | 'out'> {
  readonly outcomes: readonly ToldOutcome[];
}

/** A line for each client, and what stands in its way below. */
export function tellOutcome(terminal: Terminal, outcome: ToldOutcome): void {
  const [word, style] = WORDS[outcome.state];
  const { id, name, packages, summary, seconds } = outcome;
  const bytes = packages.reduce((sum, each) => sum + each.bytes, 0);
  const locked = packages.some(({ encrypted }) => encrypted !== undefined) ? ', encrypted' : '';
  const facts = [
    ...(packages.length === 0 ? [] : [`${counted(packages.length, 'package')}, ${bytesText(bytes)}${locked}`]),
    ...(summary?.headlines ?? []).map(({ title, supported, applicable }) => `${title} ${supported} of ${applicable}`),
    ...(summary === null || summary.contradictions === 0 ? [] : [counted(summary.contradictions, 'contradiction')]),
    ...(outcome.state === 'built' ? [`${seconds.toFixed(1)} s`] : []),
  ];
  terminal.say(
    `${terminal.style(style, word.padEnd(9))}  ${id}  ${name}${facts.length === 0 ? '' : `  ${facts.join(' · ')}`}`,
  );
  for (const { message, place } of outcome.problems) {
    const at = place === undefined || message.startsWith(place.path) ? '' : `${placeText(place)}  `;
    terminal.say(`           ${at}${message}`);
  }
  for (const hint of new Set(outcome.problems.map((problem) => problem.hint))) terminal.note(`           ${hint}`);
}

export function tellFleet(terminal: Terminal, { outcomes, notes, out }: ToldFleet): void {
  for (const { message, hint } of notes) terminal.warn(`warning  ${message}\n         ${hint}`);
  terminal.say(`\n${countsOf(outcomes)}`);
  if (outcomes.some(({ packages }) => packages.length > 0)) terminal.note(`Packages are in ${out}.`);
  terminal.note('\nNext: proofpack fleet build <folder> --changed, whenever exports came in.');
}

function countsOf(outcomes: readonly ToldOutcome[]): string {
  const states = Object.keys(WORDS).map((state) => ({
    state,
    count: outcomes.filter((outcome) => outcome.state === state).length,
  }));
  const told = states.filter(({ count }) => count > 0).map(({ state, count }) => `${count} ${state}`);
  return `${counted(outcomes.length, 'client')}: ${told.join(', ')}.`;
}

export function outcomeJson({ summary, ...outcome }: ToldOutcome) {
  return {
    schema: 'proofpack.fleet.client/1',
    ...outcome,
    headlines: summary?.headlines ?? null,
    contradictions: summary?.contradictions ?? null,
  };
}

export function fleetJson({ outcomes, notes, out }: ToldFleet, exit: number) {
  const count = (state: ToldOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  return {
    schema: 'proofpack.fleet/1',
    clients: outcomes.length,
    built: count('built'),
    unchanged: count('unchanged'),
    stopped: count('stopped'),
    failed: count('failed'),
    out,
    notes,
    exit,
  };
}
