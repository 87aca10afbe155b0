import {
  ComparedFindings,
  type Comparison,
  compareFindings,
  FINDINGS_FILE,
  jsonOf,
  readArchive,
  verifyPackage,
} from '../bundle/index.ts';
import { type Entry, entryNamed, readPackage } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { heading } from './tell.ts';
import type { Terminal } from './terminal.ts';

interface Side {
  readonly path: string;
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
}

export interface Compared extends Comparison {
  readonly client: string;
  readonly before: Side;
  readonly after: Side;
}

export async function comparePackages(beforePath: string, afterPath: string): Promise<Compared> {
  const [before, after] = [await findingsIn(beforePath), await findingsIn(afterPath)];
  if (before.client !== after.client) {
    throw failure(diagnostic('packages-of-two-clients', { before: before.client, after: after.client }));
  }
  const side = (path: string, { asOf, period }: ComparedFindings): Side => ({ path, asOf, period });
  return {
    client: after.client,
    before: side(beforePath, before),
    after: side(afterPath, after),
    ...compareFindings(before, after),
  };
}

/** Nothing is said about a package that was changed since it was made. `folder@2026-10-15` names one that a store keeps. */
async function findingsIn(path: string): Promise<ComparedFindings> {
  const entry = await entryNamed(path);
  if (entry) return storedFindings(entry);
  const bytes = await readPackage(path);
  if (!(await verifyPackage(bytes)).holds) throw failure(diagnostic('package-not-verified', { path }), { exit: 3 });
  const parsed = ComparedFindings.safeParse(jsonOf(readArchive(bytes)?.files ?? [], FINDINGS_FILE));
  if (!parsed.success) throw failure(diagnostic('package-unreadable', { path }));
  return parsed.data;
}

async function storedFindings(entry: Entry): Promise<ComparedFindings> {
  const { comparedIn, withEntry } = await import('../store/index.ts');
  return withEntry(entry, { wanted: 'findings' }, async (store, build) => {
    if (!build) throw failure(diagnostic('store-entry-unknown', { ...entry, known: [] }));
    return comparedIn(store, build);
  });
}

export function tellComparison(terminal: Terminal, compared: Compared): void {
  const { before, after, headlines, verdicts, opened, closed, owners } = compared;
  terminal.say(`${terminal.style('bold', compared.client)}, as of ${before.asOf} and as of ${after.asOf}`);
  for (const { framework, before: was, after: is } of headlines) {
    const told = (headline: typeof was) =>
      headline
        ? `supported ${headline.supported}, assessed ${headline.assessed} of ${headline.applicable}`
        : 'not asked';
    terminal.say(`  ${framework}: ${told(was)} → ${told(is)}`);
  }
  for (const direction of ['worse', 'better', 'other'] as const) {
    const changes = verdicts.filter((change) => change.direction === direction);
    if (changes.length > 0) heading(terminal, `Verdicts ${direction} (${changes.length})`);
    for (const { framework, control, before: was, after: is } of changes) {
      terminal.say(`  ${framework} ${control}: ${was} → ${is}`);
    }
  }
  for (const [title, gaps] of [
    ['Gaps opened', opened],
    ['Gaps closed', closed],
  ] as const) {
    if (gaps.length > 0) heading(terminal, `${title} (${gaps.length})`);
    for (const { practice, severity, owner } of gaps) terminal.say(`  ${practice}  ${severity}, ${owner}`);
  }
  if (owners.length > 0) heading(terminal, `Owners changed (${owners.length})`);
  for (const { practice, hats } of owners) {
    const moves = hats.map(({ hat, before: was, after: is }) => `${hat} ${was ?? 'nobody'} → ${is ?? 'nobody'}`);
    terminal.say(`  ${practice}: ${moves.join('; ')}`);
  }
  if (verdicts.length + opened.length + closed.length + owners.length === 0) terminal.say('\nNothing changed.');
}
