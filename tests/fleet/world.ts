import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SMALL_FRAMEWORK } from '../../bench/small-framework.mjs';
import { openFinisher } from '../../src/client/index.ts';
import type { FleetRequest, Outcome } from '../../src/fleet/index.ts';
import { startFleet, workOn } from '../../src/fleet/index.ts';
import { folderWith } from '../disk/world.ts';

export const PORTFOLIO = `defaults:
  period: { from: 2025-10-01, to: 2026-09-30 }
  asOf: 2026-10-15
  frameworks: [small]
  operatingModel: co-managed
  parties: { msp: { name: Northlake IT } }
`;

type Files = Readonly<Record<string, string>>;

/** A portfolio of small clients by the names of their folders, each with its files beside its engagement. */
export function portfolioOf(clients: Readonly<Record<string, Files>>, portfolio = PORTFOLIO): string {
  const files: Record<string, string> = { 'portfolio.yaml': portfolio };
  for (const [id, own] of Object.entries(clients)) {
    const all: Files = { 'engagement.yaml': engagementOf(id), ...SMALL_FRAMEWORK, ...own };
    for (const [path, text] of Object.entries(all)) files[`${id}/${path}`] = text;
  }
  return folderWith(files);
}

export function engagementOf(id: string): string {
  return `client: { name: The ${id}, identifiers: { domains: [${id}.example], hostPrefixes: [${id.slice(0, 3)}-] } }\n`;
}

export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A run in this process, told as `lakeside built`. */
export async function runHere(folder: string, more: Partial<FleetRequest> = {}) {
  const order: string[] = [];
  const told: Outcome[] = [];
  const { result } = startFleet({
    folder,
    task: 'build',
    changed: false,
    only: [],
    editions: [],
    jobs: 1,
    start: (run, _, finish) => {
      const finisher = finish && openFinisher(finish);
      return { work: async (job) => workOn(job, run, await finisher), stop: () => undefined };
    },
    onOutcome: (outcome) => {
      told.push(outcome);
      order.push(`${outcome.id} ${outcome.state}`);
    },
    ...more,
  });
  const done = await result;
  return { ...done, told, states: done.outcomes.map(({ id, state }) => `${id} ${state}`) };
}
