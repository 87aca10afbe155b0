import { readExhibits } from '../disk/index.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import type { SkippedFile } from '../model/package.ts';
import { assessEngagement, type Request } from '../pipeline.ts';
import { type OpenEngagement, openEngagement } from './open.ts';
import { withPrevious } from './previous.ts';
import type { Terminal } from './terminal.ts';

export interface Assessed extends OpenEngagement, Pick<Request, 'exhibits'> {
  readonly findings: Findings;
  readonly skipped: readonly SkippedFile[];
  /** What the folder itself gave to say; not part of the findings, since it does not change them. */
  readonly folderNotes: readonly Diagnostic[];
}

/** A folder read and judged: what `inspect`, `assess` and `build` begin with. */
export async function assessFolder(folder: string, terminal: Terminal, against?: string): Promise<Assessed> {
  const asWritten = await openEngagement(folder);
  const opened = { ...asWritten, engagement: await withPrevious(asWritten.engagement, folder, against) };
  terminal.progress('Hashing exhibits');
  const { exhibits, skipped, notes } = await readExhibits(folder, opened.engagement);
  terminal.progress(`Reading ${exhibits.length} exhibits`);
  const request = { ...opened, exhibits };
  return { ...request, findings: await assessEngagement(request), skipped, folderNotes: notes };
}
