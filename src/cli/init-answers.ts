import { addDays, addMonths } from '../kernel/civil-date.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, ProofpackError } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { zoneExists } from '../kernel/zone.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Asker } from './ask.ts';
import type { Answers } from './init-files.ts';
import type { Lent } from './init-portfolio.ts';
import type { Terminal } from './terminal.ts';
import { dayFrom, today } from './today.ts';
import type { Given } from './verb.ts';

interface Asking {
  readonly given: Given;
  readonly catalog: Catalog;
  readonly asker: Asker | undefined;
  readonly terminal: Terminal;
  /** What the portfolio says is not asked. */
  readonly lent: Lent;
}

interface Question<T> {
  readonly flag: string;
  readonly asks: string;
  readonly otherwise?: string;
  readonly lent?: T | undefined;
  /** Throws with the cure when the answer cannot be taken. */
  readonly read: (said: string) => T;
}

/** By flags, and at a terminal by questions; one whose answer cannot be taken is asked again, so that no earlier answer is lost. */
export async function answersOf({ given, catalog, asker, terminal, lent }: Asking): Promise<Answers> {
  const ask = <T>(question: Question<T>) => answerTo(question, { given, asker, terminal });
  const known = { frameworks: idsOf(catalog.frameworks), models: idsOf(catalog.models) };
  const client = await ask({ flag: 'client', asks: 'Client, as it shall be printed', read: nameOfClient });
  const asOf = await ask({
    flag: 'asOf',
    asks: 'As-of day',
    otherwise: today(),
    lent: lent.asOf,
    read: (said) => dayFrom('--as-of', said),
  });
  const periodTo = await ask({
    flag: 'periodTo',
    asks: 'Last day of the period',
    otherwise: asOf,
    lent: lent.period?.to,
    read: (said) => dayFrom('--period-to', said),
  });
  const periodFrom = await ask({
    flag: 'periodFrom',
    asks: 'First day of the period',
    otherwise: addDays(addMonths(periodTo, -12), 1),
    lent: lent.period?.from,
    read: (said) => dayFrom('--period-from', said),
  });
  const frameworks = await ask({
    flag: 'framework',
    asks: `Frameworks, with commas between them (${known.frameworks.join(', ')})`,
    otherwise: 'nist-csf-2.0',
    lent: lent.frameworks,
    read: (said) => words(said).map((word) => knownOf(word, known.frameworks, 'framework-unknown')),
  });
  const model = await ask({
    flag: 'model',
    asks: `Operating model (${known.models.join(', ')})`,
    otherwise: 'co-managed',
    lent: lent.operatingModel,
    read: (said) => knownOf(said, known.models, 'model-unknown'),
  });
  const timeZone = await ask({
    flag: 'timeZone',
    asks: 'Time zone of the client, for times that carry none',
    otherwise: ownZone(),
    lent: lent.timeZone,
    read: zoneNamed,
  });
  const domains = await ask({ flag: 'domain', asks: 'Internet domains of the client', read: words });
  const preparedBy = await ask({ flag: 'preparedBy', asks: 'Prepared by', lent: lent.prepared?.by, read: orNothing });
  const editions = given.texts('edition');
  return {
    ...{ client, timeZone, domains, preparedBy, periodFrom, periodTo, asOf, frameworks, model, lent },
    organisation: given.text('organisation'),
    editions: editions.length > 0 ? editions : (lent.editions ?? ['auditor']),
  };
}

async function answerTo<T>(
  { flag, asks, otherwise = '', lent, read }: Question<T>,
  { given, asker, terminal }: Pick<Asking, 'given' | 'asker' | 'terminal'>,
): Promise<T> {
  const flagged = given.texts(flag).length > 0 ? given.texts(flag).join(',') : given.text(flag);
  if (flagged === undefined && lent !== undefined) return lent;
  if (flagged !== undefined || asker === undefined) return read(flagged ?? otherwise);
  for (;;) {
    const said = (await asker.ask(asks, otherwise === '' ? undefined : otherwise)) ?? otherwise;
    try {
      return read(said);
    } catch (error) {
      if (!(error instanceof ProofpackError)) throw error;
      terminal.warn(`${error.message}\n  ${error.hint}`);
    }
  }
}

function nameOfClient(said: string): string {
  if (said.trim() === '') throw failure(diagnostic('init-needs', { flags: ['--client'] }));
  return said;
}

function knownOf(word: string, known: readonly string[], code: 'framework-unknown' | 'model-unknown'): string {
  if (!known.includes(word)) throw failure(diagnostic(code, { word, nearest: nearest(word, known) }));
  return word;
}

function zoneNamed(said: string): string {
  if (!zoneExists(said)) throw failure(diagnostic('init-zone-unknown', { word: said }));
  return said;
}

function ownZone(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zoneExists(zone) ? zone : 'UTC';
}

function orNothing(said: string): string | undefined {
  return said === '' ? undefined : said;
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map(({ id }) => id);
}

function words(said: string): readonly string[] {
  return said.split(/[\s,]+/).filter((word) => word !== '');
}
