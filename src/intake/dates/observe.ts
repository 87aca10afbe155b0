import { zoneExists } from '../../kernel/zone.ts';
import type { Observed } from '../../model/observed.ts';
import { UNDATED } from '../../model/observed.ts';
import type { TimeOptions } from '../contract.ts';
import { observedAt, observedByClock, observedOnDay } from './bounds.ts';
import { newTally, type OrderTally, type SettledOrder } from './order.ts';
import { isSentinelDay, isSentinelInstant, saysNever } from './sentinels.ts';
import { type DateOrder, readWritten, type Written } from './written.ts';

export type Observe = (raw: string | undefined, options?: TimeOptions) => Observed;

/** What reading the times of one file has shown so far. */
export interface TimesSeen {
  readonly tally: OrderTally;
  zonesAssumed: number;
  ordersAssumed: number;
  ordersUnknown: number;
  unreadable: number;
  firstUnreadable: string | undefined;
}

export function newTimesSeen(): TimesSeen {
  return {
    tally: newTally(),
    zonesAssumed: 0,
    ordersAssumed: 0,
    ordersUnknown: 0,
    unreadable: 0,
    firstUnreadable: undefined,
  };
}

const REMEMBERED = 20_000;

interface Reading {
  readonly observed: Observed;
  readonly trouble?: 'order-unknown' | 'unreadable';
}

/** What was understood of the texts of one file so far. */
interface Memory {
  readonly known: Map<string, Reading>;
  found: number;
  read: number;
  /** False once the file has shown that hardly a time comes twice: then remembering costs more than reading. */
  pays: boolean;
}

/** Reads the times of one file. The same text is understood once: exports repeat their times. */
export function observer(zone: string, settled: SettledOrder, seen: TimesSeen): Observe {
  const plainly = newMemory();
  const otherwise: { readonly options: TimeOptions; readonly memory: Memory }[] = [];
  const memoryFor = (options: TimeOptions | undefined): Memory => {
    if (options === undefined) return plainly;
    for (const each of otherwise) if (isSame(each.options, options)) return each.memory;
    const memory = newMemory();
    otherwise.push({ options, memory });
    return memory;
  };
  const understand = (text: string, options: TimeOptions | undefined, memory: Memory): Reading => {
    const known = memory.pays ? memory.known.get(text) : undefined;
    if (known) {
      memory.found += 1;
      return known;
    }
    const made = read(text, options ?? NO_OPTIONS, { zone, settled, tally: seen.tally });
    if (memory.pays) remember(memory, text, made);
    return made;
  };
  return (raw, options) => {
    const text = raw?.trim();
    if (text === undefined || text === '') return UNDATED;
    const found = understand(text, options, memoryFor(options));
    count(found, text, seen);
    return found.observed;
  };
}

const NO_OPTIONS: TimeOptions = {};

function newMemory(): Memory {
  return { known: new Map(), found: 0, read: 0, pays: true };
}

function remember(memory: Memory, text: string, reading: Reading): void {
  memory.read += 1;
  if (memory.known.size >= REMEMBERED) {
    memory.known.clear();
    memory.pays = memory.found > memory.read;
  }
  if (memory.pays) memory.known.set(text, reading);
}

/** Readings write their options in place, a new object for each row. */
function isSame(a: TimeOptions, b: TimeOptions): boolean {
  if (a === b) return true;
  if (a.zone !== b.zone || a.order !== b.order || a.epoch !== b.epoch) return false;
  return a.never === b.never || a.never?.join() === b.never?.join();
}

function count({ observed, trouble }: Reading, raw: string, seen: TimesSeen): void {
  if (observed.zoneAssumed) seen.zonesAssumed += 1;
  if (observed.orderAssumed) seen.ordersAssumed += 1;
  if (trouble === 'order-unknown') seen.ordersUnknown += 1;
  if (trouble !== 'unreadable') return;
  seen.unreadable += 1;
  seen.firstUnreadable ??= raw;
}

interface Circumstances {
  readonly zone: string;
  readonly settled: SettledOrder;
  readonly tally: OrderTally;
}

function read(raw: string, options: TimeOptions, file: Circumstances): Reading {
  const undated = { observed: { ...UNDATED, raw } };
  if (saysNever(raw, options.never)) return undated;
  const instant = instantWritten(raw, options);
  if (instant !== undefined) {
    if (isSentinelInstant(instant.ms)) return undated;
    return { observed: observedAt(raw, instant.ms, instant.precision) };
  }
  const written = readWritten(raw);
  if (!written) return { ...undated, trouble: 'unreadable' };
  const chosen = chooseDay(written, options.order ?? 'infer', file);
  if (chosen === undefined) return { ...undated, trouble: 'order-unknown' };
  if (isSentinelDay(chosen.day)) return undated;
  const observed = place(raw, { written, day: chosen.day, options, zone: file.zone });
  // The epoch, written in another zone: the 31st of December 1969 in America.
  if (observed.instant === 0) return undated;
  return { observed: chosen.assumed ? { ...observed, orderAssumed: true } : observed };
}

function place(raw: string, at: { written: Written; day: number; options: TimeOptions; zone: string }): Observed {
  const { written, day, options, zone } = at;
  const fixed = options.zone !== undefined && options.zone !== 'client' ? options.zone : undefined;
  if (written.precision === 'day')
    return observedOnDay(raw, day, fixed !== undefined && zoneExists(fixed) ? fixed : zone);
  const clock = { raw, day, clockMs: written.clockMs, precision: written.precision };
  return observedByClock(clock, { told: written.zone ?? fixed, assumed: zone });
}

/** The day that is meant. In a file's first reading it also tells the file's order. */
function chooseDay(
  { days }: Written,
  order: NonNullable<TimeOptions['order']>,
  { settled, tally }: Circumstances,
): { day: number; assumed: boolean } | undefined {
  if (days.any !== undefined) return { day: days.any, assumed: false };
  if (order !== 'infer') return chosenBy(days, order);
  tally.numeric += 1;
  const { mdy, dmy } = days;
  if (mdy !== undefined && dmy === undefined) {
    tally.monthFirst += 1;
    return { day: mdy, assumed: false };
  }
  if (dmy !== undefined && mdy === undefined) {
    tally.dayFirst += 1;
    return { day: dmy, assumed: false };
  }
  if (dmy !== undefined && dmy === mdy && settled.order !== 'ymd') return { day: dmy, assumed: false };
  tally.open += 1;
  const day = settled.order === undefined ? undefined : days[settled.order];
  return day === undefined ? undefined : { day, assumed: settled.assumed };
}

function chosenBy(days: Written['days'], order: DateOrder): { day: number; assumed: boolean } | undefined {
  const day = days[order];
  return day === undefined ? undefined : { day, assumed: false };
}

const EPOCH_TEXT = /^-?\d+(?:\.\d+)?$/;
/** `/Date(1614612345678)/`, as Windows PowerShell writes into JSON. */
const DATE_CALL = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;

function instantWritten(
  raw: string,
  options: TimeOptions,
): { ms: number; precision: 'second' | 'fraction' } | undefined {
  const call = DATE_CALL.exec(raw);
  if (call) return { ms: Number(call[1]), precision: 'fraction' };
  if (options.epoch === undefined || !EPOCH_TEXT.test(raw)) return undefined;
  if (options.epoch === 'milliseconds') return { ms: Math.trunc(Number(raw)), precision: 'fraction' };
  return { ms: Math.round(Number(raw) * 1000), precision: raw.includes('.') ? 'fraction' : 'second' };
}
