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

/** Reads the times of one file. The same text is understood once: exports repeat their times. */
export function observer(zone: string, settled: SettledOrder, seen: TimesSeen): Observe {
  const plainly = new Map<string, Reading>();
  const otherwise = new Map<string, Map<string, Reading>>();
  const knownFor = (options: TimeOptions | undefined): Map<string, Reading> => {
    if (options === undefined) return plainly;
    const key = `${options.zone}|${options.order}|${options.epoch}|${options.never?.join()}`;
    const known = otherwise.get(key) ?? new Map<string, Reading>();
    otherwise.set(key, known);
    return known;
  };
  return (raw, options) => {
    const text = raw?.trim();
    if (text === undefined || text === '') return UNDATED;
    const known = knownFor(options);
    let found = known.get(text);
    if (!found) {
      found = read(text, options ?? {}, { zone, settled, tally: seen.tally });
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, found);
    }
    count(found, text, seen);
    return found.observed;
  };
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
