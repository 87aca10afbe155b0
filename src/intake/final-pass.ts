import type { EvidenceRecord } from '../model/record.ts';
import type { Circumstances } from './circumstances.ts';
import { orderMatters, type SettledOrder, settle } from './dates/order.ts';
import { type Pass, startPass } from './pass.ts';
import type { ReadOnce } from './read-shapes.ts';

export interface ToRead {
  readonly path: string;
  readonly circumstances: Circumstances;
  readonly read: ReadOnce;
  readonly product: string;
  readonly onRecord: (record: EvidenceRecord) => void;
  /** Hand over nothing before the file is known to hold to its end. */
  readonly isCareful: boolean;
}

export interface Final {
  readonly pass: Pass;
  readonly order: SettledOrder;
}

const OPEN: SettledOrder = { order: undefined, assumed: false };
/** Records that wait for the end of their file. */
const HELD = 10_000;

/**
 * The reading of a file whose records count. One is enough where no date has to be told from others of the file, and no row asks for what
 * stands behind it: the records of a small file wait for its end, those of a large one go on.
 */
export async function finalPass(file: ToRead): Promise<Final> {
  const held: EvidenceRecord[] = [];
  let handedOver = 0;
  let isTrial = false;
  const handOver = (record: EvidenceRecord): void => {
    handedOver += 1;
    file.onRecord(record);
  };
  const first: Pass = startPass(file.path, file.circumstances, {
    order: OPEN,
    product: file.product,
    onRecord: (record) => {
      if (isTrial) return;
      if (handedOver > 0) return handOver(record);
      held.push(record);
      if (held.length <= HELD) return;
      isTrial = file.isCareful || first.isProvisional() || first.times.tally.numeric > 0;
      if (!isTrial) held.forEach(handOver);
      held.length = 0;
    },
    // Where dates are written in numbers, every row is needed to tell day from month.
    hasEnough: ({ times }) => isTrial && times.tally.numeric === 0,
    beforeHandingOver: ({ times, isProvisional }) => {
      if (handedOver > 0 && (times.tally.numeric > 0 || isProvisional())) throw new AllNeeded();
    },
  });
  if (!(await finished(file, first))) return readOn(file, handedOver);
  const { tally } = first.times;
  const order = settle(tally, file.circumstances.dateOrder);
  if (isTrial || first.isProvisional() || orderMatters(tally, order)) {
    return tally.numeric === 0 ? readInOneOrder(file) : readFor(file, order, file.onRecord);
  }
  held.forEach(file.onRecord);
  return { pass: first, order };
}

/** Reads on the word of the first rows that no date needs an order. */
async function readInOneOrder(file: ToRead): Promise<Final> {
  let handedOver = 0;
  const pass = startPass(file.path, file.circumstances, {
    order: OPEN,
    product: file.product,
    onRecord: (record) => {
      handedOver += 1;
      file.onRecord(record);
    },
    beforeHandingOver: ({ times }) => {
      if (times.tally.numeric > 0) throw new AllNeeded();
    },
  });
  if (!(await finished(file, pass))) return readOn(file, handedOver);
  return { pass, order: settle(pass.times.tally, file.circumstances.dateOrder) };
}

/**
 * A row further down needs the order of dates, or what stands at the end, after all: the file is asked for it, and what was handed over is not
 * handed over again.
 */
async function readOn(file: ToRead, handedOver: number): Promise<Final> {
  const first = await tried(file);
  // What stands at the end may be dated as well.
  const trial = first.isProvisional() ? await tried(file) : first;
  let again = 0;
  // No row of those needed more than was known: they would be the same now.
  return readFor(file, settle(trial.times.tally, file.circumstances.dateOrder), (record) => {
    again += 1;
    if (again > handedOver) file.onRecord(record);
  });
}

async function tried(file: ToRead): Promise<Pass> {
  const trial = startPass(file.path, file.circumstances, { order: OPEN });
  await file.read(trial);
  return trial;
}

async function readFor(file: ToRead, order: SettledOrder, onRecord: ToRead['onRecord']): Promise<Final> {
  const pass = startPass(file.path, file.circumstances, { order, onRecord, product: file.product });
  await file.read(pass);
  return { pass, order };
}

class AllNeeded extends Error {}

/** False when it was broken off because a row needs to know of all of the file. */
async function finished(file: ToRead, pass: Pass): Promise<boolean> {
  try {
    await file.read(pass);
    return true;
  } catch (error) {
    if (error instanceof AllNeeded) return false;
    throw error;
  }
}
