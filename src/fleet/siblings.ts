import { basename, dirname, resolve } from 'node:path';
import type { OtherClient } from '../kernel/messages/fleet.ts';
import { type Looked, othersHere } from './others-here.ts';
import { jobOf, planRun } from './run.ts';

/** The same look for one client by itself: of the others in the portfolio above it only the engagement files are read. */
export async function othersOfPortfolio(folder: string, looked: Looked): Promise<readonly OtherClient[]> {
  const whole = resolve(folder);
  const plan = await planRun({ folder: dirname(whole), editions: [], only: [] });
  const client = plan.clients.find(({ id }) => id === basename(whole));
  return client === undefined ? [] : othersHere(jobOf(client, plan, 'judge'), plan.run, looked);
}
