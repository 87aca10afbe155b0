import type { Verdict } from '../model/assessment.ts';
import type { ExhibitStatus } from '../model/exhibit.ts';
import type { Style, Terminal } from './terminal.ts';

/** Colours only underline what the word says already. */
export const VERDICT_STYLE: Readonly<Record<Verdict, Style>> = {
  supported: 'green',
  inherited: 'green',
  'partly-supported': 'yellow',
  'attested-only': 'yellow',
  stale: 'magenta',
  contradicted: 'red',
  'not-evidenced': 'red',
  'not-applicable': 'dim',
  'accepted-risk': 'cyan',
};

export const STATUS_STYLE: Readonly<Record<ExhibitStatus, Style>> = {
  read: 'green',
  ambiguous: 'yellow',
  empty: 'red',
  unrecognised: 'dim',
  unreadable: 'red',
  refused: 'red',
};

export function heading(terminal: Terminal, text: string): void {
  terminal.say(`\n${terminal.style('bold', text)}`);
}

/** The first of many, and how many more there are. */
export function tellFirst<T>(terminal: Terminal, items: readonly T[], most: number, tell: (item: T) => string): void {
  for (const item of items.slice(0, most)) terminal.say(tell(item));
  if (items.length > most) terminal.say(terminal.style('dim', `  and ${items.length - most} more: --json has all`));
}

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** How many of each, in the order of the table's words. */
export function tally<K extends string>(words: readonly K[], values: readonly K[]): readonly (readonly [K, number])[] {
  return words
    .map((word): readonly [K, number] => [word, values.filter((value) => value === word).length])
    .filter(([, count]) => count > 0);
}
