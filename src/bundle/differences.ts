import { outermost } from '../kernel/place.ts';

/** One place where two findings.json do not say the same. */
export interface Difference {
  readonly where: string;
  readonly recorded: string;
  readonly derived: string;
}

const MOST_TOLD = 10;

/** Where two findings differ, except in what they say of exhibits that are not in the package (`absent`, by original path). */
export function differences(recorded: unknown, derived: unknown, absent: ReadonlySet<string>): readonly Difference[] {
  const found: Difference[] = [];
  walk(without(recorded, absent), without(derived, absent), '', found);
  return found;
}

function walk(recorded: unknown, derived: unknown, where: string, found: Difference[]): void {
  if (found.length >= MOST_TOLD) return;
  if (Array.isArray(recorded) && Array.isArray(derived)) {
    if (recorded.length !== derived.length) {
      found.push({ where, recorded: `${recorded.length} entries`, derived: `${derived.length} entries` });
    }
    const shared = Math.min(recorded.length, derived.length);
    for (let i = 0; i < shared; i += 1) walk(recorded[i], derived[i], `${where}/${nameOf(recorded[i]) ?? i}`, found);
  } else if (isObject(recorded) && isObject(derived)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(derived)])) {
      walk(recorded[key], derived[key], `${where}/${key}`, found);
    }
  } else if (recorded !== derived) {
    found.push({ where, recorded: shown(recorded), derived: shown(derived) });
  }
}

/** Rows about exhibits that were left out on purpose say nothing that could be checked from inside. */
function without(findings: unknown, absent: ReadonlySet<string>): unknown {
  if (!isObject(findings) || absent.size === 0) return findings;
  const isAbout = (path: unknown) => typeof path === 'string' && absent.has(outermost(path));
  const kept = (row: unknown) =>
    !isObject(row) || !(isAbout(row['path']) || (isObject(row['place']) && isAbout(row['place']['path'])));
  return Object.fromEntries(
    Object.entries(findings).map(([key, value]) => [key, Array.isArray(value) ? value.filter(kept) : value]),
  );
}

function nameOf(row: unknown): string | undefined {
  if (!isObject(row)) return undefined;
  const name = row['id'] ?? row['path'] ?? row['code'];
  return typeof name === 'string' ? name : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
