import { defaultsAbove, readExhibits } from '../disk/index.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Engagement } from '../model/engagement.ts';
import type { Findings } from '../model/findings.ts';
import type { SkippedFile } from '../model/package.ts';
import type { EvidenceRecord } from '../model/record.ts';
import { assessEngagement, type Request } from '../pipeline.ts';
import { type OpenEngagement, openEngagement } from './open.ts';
import { withPrevious } from './previous.ts';
import type { Progress } from './progress.ts';

export interface Assessed extends OpenEngagement, Pick<Request, 'exhibits'> {
  readonly findings: Findings;
  readonly skipped: readonly SkippedFile[];
  /** What the folder itself gave to say; not part of the findings, since it does not change them. */
  readonly folderNotes: readonly Diagnostic[];
}

interface Manner {
  /** The package of last year. */
  readonly against?: string | undefined;
  /** Makes whoever listens to the records as well. */
  readonly listen?: (engagement: Engagement) => () => (record: EvidenceRecord) => void;
}

/** A folder read and judged: what `inspect`, `assess` and `build` begin with. */
export async function assessFolder(folder: string, progress: Progress, against?: string): Promise<Assessed> {
  return assess(folder, progress, { against });
}

/** The same for whoever listens to the records; the listener is begun anew when the reading begins anew. */
export async function assessListening<L extends { see(record: EvidenceRecord): void }>(
  folder: string,
  progress: Progress,
  start: (engagement: Engagement) => L,
): Promise<Assessed & { readonly heard: L }> {
  const heard: L[] = [];
  const listen = (engagement: Engagement) => () => {
    const listener = start(engagement);
    heard.push(listener);
    return (record: EvidenceRecord) => listener.see(record);
  };
  const assessed = await assess(folder, progress, { listen });
  return { ...assessed, heard: heard.at(-1) ?? start(assessed.engagement) };
}

async function assess(folder: string, progress: Progress, { against, listen }: Manner): Promise<Assessed> {
  const asWritten = await openEngagement(folder);
  const opened = { ...asWritten, engagement: await withPrevious(asWritten.engagement, folder, against) };
  progress.progress('Hashing exhibits');
  const { exhibits, skipped, notes } = await readExhibits(folder, opened.engagement);
  const above = await portfolioNotes(folder);
  progress.progress(`Reading ${exhibits.length} exhibits`);
  const request = { ...opened, exhibits };
  const listening = listen === undefined ? request : { ...request, listen: listen(opened.engagement) };
  return { ...request, findings: await assessEngagement(listening), skipped, folderNotes: [...above, ...notes] };
}

/** Whoever reads an engagement file must know that it is not all that goes. */
async function portfolioNotes(folder: string): Promise<readonly Diagnostic[]> {
  const above = await defaultsAbove(folder);
  const keys = Object.keys(above?.defaults ?? {});
  return above === undefined || keys.length === 0 ? [] : [diagnostic('portfolio-used', { path: above.path, keys })];
}
