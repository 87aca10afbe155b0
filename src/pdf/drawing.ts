import type { Drawing } from '../model/document.ts';
import type { Mark } from '../model/page.ts';

/** Plain shapes at a place, in their own colours; what leaves the frame of the drawing is left to its author. */
export function drawingMarks(
  { shapes }: Drawing,
  { x, y, scale, tag }: { readonly x: number; readonly y: number; readonly scale: number; readonly tag: number },
): readonly Mark[] {
  const at = (number: number): string => String(Math.round(number * scale * 1000) / 1000);
  return shapes.map(({ steps, fill, stroke, weight, evenOdd }): Mark => {
    const d = steps.map(([command, ...numbers]) => command + numbers.map(at).join(' ')).join('');
    return {
      mark: 'path',
      d,
      x,
      y,
      tag,
      evenOdd,
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke, weight: weight * scale }),
    };
  });
}
