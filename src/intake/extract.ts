import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { ProducedBy } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import type { Circumstances } from './circumstances.ts';
import type { TimesSeen } from './dates/observe.ts';
import { settle } from './dates/order.ts';
import type { Fit } from './fit.ts';
import { type Pass, startPass } from './pass.ts';
import { readerOf } from './read-shapes.ts';
import type { TextFile } from './text-file.ts';

/** What reading one file gave, beside its records. */
export interface Extraction {
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
  readonly produced: ProducedBy;
  readonly tenants: ReadonlySet<string>;
  readonly notes: readonly Diagnostic[];
}

/**
 * Reads the file twice: first to see that it holds to its end and in which order its dates are written, then for good. Nothing is handed
 * over of a file that breaks, and nothing is kept in memory of one that does not.
 */
export async function extractText(
  file: TextFile,
  fit: Fit,
  circumstances: Circumstances,
  onRecord: (record: EvidenceRecord) => void,
): Promise<Extraction> {
  const read = readerOf(file, fit);
  const trial = startPass(file.path, circumstances, { order: undefined, assumed: false });
  await read(trial);
  const order = settle(trial.times.tally, circumstances.dateOrder);
  const pass = startPass(file.path, circumstances, order, onRecord);
  await read(pass);
  const produced = producedBy(fit, pass);
  const notes = [
    ...pass.notes,
    ...timeNotes(pass.times, circumstances.zone, order.order),
    ...countNotes(pass.tally.rows, produced, fit),
  ];
  return {
    ...pass.tally,
    produced,
    tenants: pass.tenants,
    notes: notes.map((note) => ({ ...note, place: note.place ?? { path: file.path } })),
  };
}

function producedBy({ reading }: Fit, pass: Pass): ProducedBy {
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

const PAGE_CAPS = new Set([999, 1000, 5000, 10_000, 50_000]);

/** Lines and elements are not what tools cut pages by; rows, items and JSON lines are. */
function countNotes(rows: number, produced: ProducedBy, fit: Fit): Diagnostic[] {
  if (fit.shape === 'text' || fit.shape === 'xml') return [];
  const notes: Diagnostic[] = [];
  if (PAGE_CAPS.has(rows)) notes.push(diagnostic('page-cap', { rows }));
  const stated = produced.rowsStated;
  if (stated !== undefined && stated !== rows) notes.push(diagnostic('rows-differ', { stated, read: rows }));
  return notes;
}
