import { hexOf, inkOf, mix } from '../kernel/colour.ts';
import type { DeckChart } from '../model/deck.ts';
import { FONT } from './font.ts';
import type { Inks } from './inks.ts';
import type { Canvas, ChartOptions } from './library.ts';

interface Place {
  readonly canvas: Canvas;
  readonly inks: Inks;
  readonly box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

const GROUPING = { bars: 'clustered', 'stacked-bars': 'stacked', 'full-bars': 'percentStacked' } as const;

/** A chart of the program's own, whose numbers open in its sheet. Values stand in the bars, so that no colour has to be told from another. */
export function chart({ kind, alt, labels, series, percent }: DeckChart, { canvas, inks, box }: Place): void {
  const lines = kind === 'lines';
  // Bars are drawn from below: the first label belongs on top.
  const order = lines ? labels.map((_, index) => index) : labels.map((_, index) => labels.length - 1 - index);
  const data = series.map(({ name, values }) => ({
    name,
    labels: order.map((index) => labels[index] ?? ''),
    values: order.map((index) => numberOf(values[index])),
  }));
  const common: ChartOptions = {
    ...box,
    altText: alt,
    chartColors: series.map(({ tone }, index) =>
      shade(inks.tones[tone], series.slice(0, index).filter((each) => each.tone === tone).length),
    ),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: labels.length > 12 ? 9 : 11,
    catAxisLabelColor: inks.text,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 9,
    valAxisLabelColor: inks.soft,
    valGridLine: { color: inks.line, size: 0.5 },
    showLegend: series.length > 1,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: 11,
    legendColor: inks.text,
  };
  if (lines) {
    canvas.addChart('line', data, {
      ...common,
      valAxisMinVal: 0,
      ...(percent ? { valAxisMaxVal: 100 } : {}),
      lineSize: 2.5,
      lineDataSymbolSize: 8,
      displayBlanksAs: 'gap',
      showValue: true,
      dataLabelFontSize: 10,
      dataLabelPosition: 't',
      dataLabelFormatCode: percent ? '0" %"' : '0',
    });
    return;
  }
  canvas.addChart('bar', data, {
    ...common,
    barDir: 'bar',
    barGrouping: GROUPING[kind],
    dataBorder: { pt: 1, color: 'FFFFFF' },
    barGapWidthPct: 45,
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    showValue: true,
    // A bar of nothing is told by no number.
    dataLabelFormatCode: '0;;;',
    dataLabelColor: 'FFFFFF',
    dataLabelFontFace: FONT,
    dataLabelFontSize: 10,
    dataLabelFontBold: true,
  });
}

/** An empty cell in the sheet of the chart: a line has a gap there. */
function numberOf(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

/** Series of one tone get darker shades of it: white numbers stand on all of them. */
function shade(hex: string, before: number): string {
  const ink = inkOf(`#${hex}`);
  return ink === undefined
    ? hex
    : hexOf(mix(ink, [0, 0, 0], Math.min(0.6, 0.28 * before)))
        .slice(1)
        .toUpperCase();
}
