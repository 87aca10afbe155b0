import type { Delimiter } from '../delimited.ts';
import { findAll, isObject } from '../json-path.ts';

export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Dotted paths to the values that any of the items has. */
export function keysHeld(items: readonly unknown[]): readonly string[] {
  return [...new Set(items.flatMap((item) => pathsIn(item)))];
}

const DEEPEST = 3;

/** Paths to what can fill a field: scalars and lists of them. Lists of objects are rows of their own. */
export function pathsIn(value: unknown, before = '', depth = 0): readonly string[] {
  if (!isObject(value) || depth >= DEEPEST) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const path = before === '' ? key : `${before}.${key}`;
    if (isObject(below)) return pathsIn(below, path, depth + 1);
    const ofObjects = Array.isArray(below) && below.some(isObject);
    return ofObjects || findAll(value, key).length === 0 ? [] : [path];
  });
}
