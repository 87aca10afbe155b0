import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Completeness, ProducedBy } from '../model/exhibit.ts';
import type { Circumstances } from './circumstances.ts';
import { completenessNotes, completenessOf } from './completeness.ts';
import type { SourceDefinition } from './contract.ts';
import type { TimesSeen } from './dates/observe.ts';
import { finalPass, type ToRead } from './final-pass.ts';
import type { Fit } from './fit.ts';
import type { Pass } from './pass.ts';
import { readerOf } from './read-shapes.ts';
import type { TextFile } from './text-file.ts';

/** What reading one file gave, beside its records. */
export interface Extraction {
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
  readonly produced: ProducedBy;
  readonly tenants: ReadonlySet<string>;
  readonly repeated: number;
  readonly unchecked: number;
  readonly completeness: Completeness;
  readonly notes: readonly Diagnostic[];
}

export interface Handing extends Pick<ToRead, 'onRecord' | 'isCareful' | 'product'> {
  readonly paging: SourceDefinition['paging'];
}

/**
 * Nothing grows with the length of the file. Of a small one all is handed over at its end, of a large one from the first rows on, unless
 * `isCareful`: then only once a first reading has seen that it holds.
 */
export async function extractText(
  file: TextFile,
  fit: Fit,
  circumstances: Circumstances,
  { paging, ...handing }: Handing,
): Promise<Extraction> {
  const read = readerOf(file, fit);
  const { order, pass } = await finalPass({ path: file.path, circumstances, read, ...handing });
  const produced = producedBy(fit, pass);
  const { rows, repeated } = pass.tally;
  const counted = { fit, rows, cutOff: pass.cutOff, produced, said: circumstances.produced, paging };
  const completeness = completenessOf(counted);
  const notes = [
    ...pass.notes,
    ...timeNotes(pass.times, circumstances.zone, order.order),
    ...completenessNotes(completeness, counted),
    ...(repeated > 0 ? [diagnostic('rows-repeated', { count: repeated, rows })] : []),
  ];
  return {
    ...pass.tally,
    produced,
    completeness,
    tenants: pass.tenants,
    notes: notes.map((note) => ({ ...note, place: note.place ?? { path: file.path } })),
  };
}

/** What the source reads of the making of its file, and what files say in the same way whatever their source. */
function producedBy(fit: Fit, pass: Pass): ProducedBy {
  const [tenant, another] = pass.tenants;
  const context = fit.shape === 'json' ? pass.file.document.text('@odata.context') : undefined;
  return {
    ...(tenant !== undefined && another === undefined && { tenant }),
    ...(context !== undefined && { report: context }),
    ...ownProduced(fit, pass),
  };
}

function ownProduced({ reading }: Fit, pass: Pass): ProducedBy {
  try {
    return reading.produced?.(pass.file) ?? {};
  } catch {
    // As with a row: what a reading fails to understand stays unknown.
    return {};
  }
}

function timeNotes(times: TimesSeen, zone: string, order: string | undefined): Diagnostic[] {
  const notes: Diagnostic[] = [];
  if (times.zonesAssumed > 0) notes.push(diagnostic('zone-assumed', { zone, count: times.zonesAssumed }));
  if (times.ordersAssumed > 0 && order) notes.push(diagnostic('date-order-assumed', { order }));
  if (times.ordersUnknown > 0) notes.push(diagnostic('date-order-unknown', { count: times.ordersUnknown }));
  if (times.unreadable > 0) {
    const raw = (times.firstUnreadable ?? '').slice(0, 60);
    notes.push(diagnostic('time-unreadable', { raw, count: times.unreadable }));
  }
  return notes;
}
