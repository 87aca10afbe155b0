import { join } from 'node:path';
import { remembering } from '../bundle/index.ts';
import {
  type Assessed,
  type Finisher,
  guardLeaks,
  keepCommitments,
  materialsOf,
  openKeeping,
  SILENT,
} from '../client/index.ts';
import { readLedger } from '../disk/index.ts';
import type { Edition } from '../model/engagement.ts';
import type { BuiltPackage } from '../model/portfolio-client.ts';
import { planEdition } from '../pipeline.ts';
import { type HandOut, handOut } from './hand-out.ts';
import type { Job, RunContext } from './job.ts';

/** Where this client's packages go, and what is to be done to them. */
export async function handingOut({ id }: Job, { out }: RunContext, finisher: Finisher | undefined): Promise<HandOut> {
  const before = (await readLedger(out, id, 'build'))?.packages ?? [];
  const slides = before.flatMap((each) => each.slides ?? []);
  return { folder: join(out, id), finisher, before: slides.map(({ sha256 }) => sha256) };
}

/** A client's packages, one for each edition, under their names. */
export async function buildAll(
  assessed: Assessed,
  editions: readonly Edition[],
  handing: HandOut,
): Promise<BuiltPackage[]> {
  const { finisher } = handing;
  const pdfKey = finisher?.pdfKeyOn(assessed.engagement.asOf);
  const guarded = await guardLeaks(assessed, editions, SILENT);
  const materials = await materialsOf(assessed);
  const asked = {
    ...assessed,
    ...guarded,
    materials,
    signing: finisher?.signing,
    pdfKey: pdfKey && remembering(pdfKey),
  };
  const keeping = await openKeeping('where-kept', asked);
  const built: BuiltPackage[] = [];
  for (const edition of new Set(editions)) {
    const planned = await planEdition({ ...asked, edition, makeDeck: finisher?.makeDeck });
    const plan = finisher === undefined ? planned.value : await finisher.stamp(planned.value);
    const done = await handOut(plan, handing);
    await keeping?.keep(plan, done.bytes);
    built.push(done.built);
  }
  await keeping?.close();
  await keepCommitments(assessed, guarded);
  return built;
}
