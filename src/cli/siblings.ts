import type { Assessed } from '../client/assess-folder.ts';
import { portfolioAbove } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';

type Opened = Pick<Assessed, 'folder' | 'engagement' | 'exhibits'>;

/** Whoever does one client by hand is the likeliest to have another one's file in its folder: the same look as the fleet's. */
export async function stopForSiblings(opened: Opened): Promise<void> {
  const fleet = await fleetFor(opened);
  fleet?.stopForOthers(await fleet.othersOfPortfolio(opened.folder, opened));
}

/** What would stop it, for who only looks. */
export async function siblingNotes(opened: Opened): Promise<readonly Diagnostic[]> {
  const fleet = await fleetFor(opened);
  const others = (await fleet?.othersOfPortfolio(opened.folder, opened)) ?? [];
  return others.map((other) => diagnostic('other-client-here', other, fleet?.placeOf(other)));
}

/** Loaded only where there are others. */
async function fleetFor({ folder }: Opened): Promise<typeof import('../fleet/index.ts') | undefined> {
  return (await portfolioAbove(folder)) !== undefined ? import('../fleet/index.ts') : undefined;
}
