import type { Measure } from '../../model/fact.ts';
import type { Findings } from '../../model/findings.ts';
import type { Entry, FormCell } from '../../model/questionnaire.ts';
import type { Judged } from './judged.ts';

/** A figure or a day for a cell that takes one, out of the facts that decide; null when none of them is of that kind, or two are. */
export function valueFor(judged: Judged, cell: FormCell, findings: Findings): Entry | null {
  const { kind, format } = cell.takes;
  if (kind === 'date' || format === 'date') {
    const day = only(judged.reasons.flatMap(({ newest }) => (newest === null ? [] : [newest])));
    return day === undefined ? null : { kind: 'date', date: day };
  }
  const measures = judged.reasons.flatMap(({ fact }) => measureOf(fact, findings) ?? []);
  if (format === 'percent') {
    const shares = measures.flatMap((measure) =>
      measure.kind === 'share' && measure.of > 0 ? [measure.n / measure.of] : [],
    );
    const share = only(shares);
    // Rounded down: 99.6 % is not all of them.
    return share === undefined ? null : { kind: 'number', number: Math.floor(share * 100) / 100 };
  }
  const figure = only(measures.flatMap((measure) => figureOf(measure)));
  return kind === 'number' && figure !== undefined ? { kind: 'number', number: figure } : null;
}

function measureOf(id: string, { facts }: Findings): Measure | undefined {
  const fact = facts.find((each) => each.id === id)?.fact;
  return fact?.status === 'known' ? fact.measure : undefined;
}

function figureOf(measure: Measure): readonly number[] {
  if (measure.kind === 'count') return [measure.count];
  return measure.kind === 'days' ? [measure.days] : [];
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0] : undefined;
}
