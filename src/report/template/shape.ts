import { z } from 'zod';

/** What a path of a template can lead to: a part of the view's schema, or the counter of a loop. */
export type Shape = z.ZodType | 'counter';

export function fieldsOf(shape: Shape): ReadonlyMap<string, z.ZodType> | undefined {
  if (!(shape instanceof z.ZodObject)) return undefined;
  return new Map(Object.entries(shape.shape as Record<string, z.ZodType>));
}

export function elementOf(shape: Shape): z.ZodType | undefined {
  const list = unread(shape);
  return list instanceof z.ZodArray ? (list.element as z.ZodType) : undefined;
}

/** What `with` opens: an object, also one that may be absent. */
export function insideOf(shape: Shape): z.ZodType | undefined {
  const inner = shape instanceof z.ZodNullable ? (shape.unwrap() as z.ZodType) : shape;
  return inner instanceof z.ZodObject ? inner : undefined;
}

export function printable(shape: Shape): boolean {
  return (
    shape === 'counter' || shape instanceof z.ZodString || shape instanceof z.ZodNumber || shape instanceof z.ZodEnum
  );
}

export function describe(shape: Shape): string {
  if (printable(shape)) return 'a word or number';
  if (elementOf(shape) !== undefined) return 'a list';
  if (shape instanceof z.ZodNullable) return 'a group that may be absent (open it by "with")';
  return shape instanceof z.ZodBoolean ? 'a yes or no' : 'a group of fields';
}

function unread(shape: Shape): Shape {
  return shape instanceof z.ZodReadonly ? (shape.unwrap() as z.ZodType) : shape;
}
