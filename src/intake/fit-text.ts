import type { JsonLinesReading, TextReading } from './contract.ts';
import { type JsonLinesFit, LOOK_ROWS, type TextFit, valueFits } from './fit.ts';
import { findAll, holdsPath, scalarText } from './json-path.ts';
import type { Sample } from './sample.ts';

export function fitText(reading: TextReading, sample: Sample): TextFit | undefined {
  const lines = sample.phrases();
  const saw: string[] = [];
  for (const anchor of reading.anchors) {
    const line = lines.find((text) => text.search(anchor) >= 0);
    if (line === undefined) return undefined;
    saw.push(`line "${line.trim().slice(0, 60)}"`);
  }
  if (reading.forbidden?.some((pattern) => lines.some((text) => text.search(pattern) >= 0))) return undefined;
  return { shape: 'text', reading, saw, empty: false };
}

export function fitJsonLines(
  reading: JsonLinesReading,
  lines: readonly Record<string, unknown>[],
): JsonLinesFit | undefined {
  const look = lines.slice(0, LOOK_ROWS);
  if (look.some((line) => reading.forbidden?.some((path) => holdsPath(line, path)))) return undefined;
  const wanted = Object.entries(reading.required);
  const fits = look.some((line) =>
    wanted.every(([path, value]) => holdsPath(line, path) && valueFits(textsAt(line, path), value)),
  );
  return fits ? { shape: 'json-lines', reading, saw: wanted.map(([path]) => `key ${path}`), empty: false } : undefined;
}

export function textsAt(value: unknown, path: string): readonly string[] {
  return findAll(value, path)
    .flatMap((found) => [found.value].flat())
    .flatMap((entry) => scalarText(entry) ?? []);
}
