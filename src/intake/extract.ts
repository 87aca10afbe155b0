import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Completeness, ProducedBy } from '../model/exhibit.ts';
import type { EvidenceRecord } from '../model/record.ts';
import type { Circumstances } from './circumstances.ts';
import { completenessNotes, completenessOf } from './completeness.ts';
import type { SourceDefinition } from './contract.ts';
import type { TimesSeen } from './dates/observe.ts';
import { orderMatters, type SettledOrder, settle } from './dates/order.ts';
import type { Fit } from './fit.ts';
import { type Pass, startPass } from './pass.ts';
import { type ReadOnce, readerOf } from './read-shapes.ts';
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

/**
 * Nothing is handed over of a file that breaks, and nothing grows with its length. A small file is read once, and its records wait for
 * its end. Of a large one the rows are understood in a second reading, once the first has seen that it holds.
 */
export async function extractText(
  file: TextFile,
  fit: Fit,
  circumstances: Circumstances,
  paging: SourceDefinition['paging'],
  onRecord: (record: EvidenceRecord) => void,
): Promise<Extraction> {
  const read = readerOf(file, fit);
  const { order, pass } = await finalPass({ path: file.path, circumstances, read, onRecord });
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

interface ToRead {
  readonly path: string;
  readonly circumstances: Circumstances;
  readonly read: ReadOnce;
  readonly onRecord: (record: EvidenceRecord) => void;
}

interface Final {
  readonly pass: Pass;
  readonly order: SettledOrder;
}

const OPEN: SettledOrder = { order: undefined, assumed: false };
/** Records that wait for the end of their file. */
const HELD = 10_000;

async function finalPass(file: ToRead): Promise<Final> {
  const { path, circumstances, read, onRecord } = file;
  const held: EvidenceRecord[] = [];
  const first = startPass(path, circumstances, {
    order: OPEN,
    onRecord: (record) => void (held.length <= HELD && held.push(record)),
    // Where dates are written in numbers, every row is needed to tell day from month.
    hasEnough: ({ times }) => held.length > HELD && times.tally.numeric === 0,
  });
  await read(first);
  const order = settle(first.times.tally, circumstances.dateOrder);
  if (held.length <= HELD && !first.isProvisional() && !orderMatters(first.times.tally, order)) {
    held.forEach(onRecord);
    return { pass: first, order };
  }
  held.length = 0;
  return first.times.tally.numeric === 0 ? readInOneOrder(file) : readFor(file, order, onRecord);
}

/** Reads on the word of the first rows that no date needs an order; where a later one does, the file is asked for it after all. */
async function readInOneOrder(file: ToRead): Promise<Final> {
  let handedOver = 0;
  try {
    const pass = startPass(file.path, file.circumstances, {
      order: OPEN,
      onRecord: (record) => {
        handedOver += 1;
        file.onRecord(record);
      },
      beforeHandingOver: ({ times }) => {
        if (times.tally.numeric > 0) throw new OrderNeeded();
      },
    });
    await file.read(pass);
    return { pass, order: settle(pass.times.tally, file.circumstances.dateOrder) };
  } catch (error) {
    if (!(error instanceof OrderNeeded)) throw error;
  }
  const trial = startPass(file.path, file.circumstances, { order: OPEN });
  await file.read(trial);
  const order = settle(trial.times.tally, file.circumstances.dateOrder);
  let again = 0;
  // Those that were handed over hold no such date: they would be the same now.
  return readFor(file, order, (record) => {
    again += 1;
    if (again > handedOver) file.onRecord(record);
  });
}

async function readFor(file: ToRead, order: SettledOrder, onRecord: ToRead['onRecord']): Promise<Final> {
  const pass = startPass(file.path, file.circumstances, { order, onRecord });
  await file.read(pass);
  return { pass, order };
}

class OrderNeeded extends Error {}

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
