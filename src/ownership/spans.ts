import { addDays, type CivilDate } from '../kernel/civil-date.ts';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Engagement } from '../model/engagement.ts';

/** One operating model in force from one day to another, both included. */
export interface ModelSpan {
  readonly model: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** The models over the period and up to the as-of date, in order of time; days without a model and with two are noted. */
export function modelSpans(engagement: Engagement): {
  readonly spans: readonly ModelSpan[];
  readonly notes: readonly Diagnostic[];
} {
  const end = engagement.asOf > engagement.period.to ? engagement.asOf : engagement.period.to;
  const from = engagement.period.from;
  if (typeof engagement.operatingModel === 'string') {
    return { spans: [{ model: engagement.operatingModel, from, to: end }], notes: [] };
  }
  const dated = engagement.operatingModel
    .map((entry) => ({ model: entry.model, from: entry.from ?? from, to: entry.to ?? end }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const spans: ModelSpan[] = [];
  const notes: Diagnostic[] = [];
  for (const entry of dated) {
    const before = spans.at(-1);
    const expected = before === undefined ? from : addDays(before.to, 1);
    if (entry.from > expected)
      notes.push(diagnostic('model-span-gap', { from: expected, to: addDays(entry.from, -1) }));
    if (before !== undefined && entry.from <= before.to) {
      notes.push(diagnostic('model-span-overlap', { on: entry.from }));
      spans[spans.length - 1] = { ...before, to: addDays(entry.from, -1) };
    }
    spans.push(entry);
  }
  const last = spans.at(-1);
  if (last !== undefined && last.to < end) {
    // The model that ended last is taken to go on until somebody names the next one; the report says so.
    notes.push(diagnostic('model-span-gap', { from: addDays(last.to, 1), to: end }));
    spans[spans.length - 1] = { ...last, to: end };
  }
  return { spans: spans.filter((span) => span.from <= span.to), notes };
}
