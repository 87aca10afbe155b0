/** A value with the JSON pointer to it. */
export interface Found {
  readonly value: unknown;
  readonly at: string;
}

/**
 * All values under a dotted path. Keys may hold dots themselves (`@odata.context`): the longest key that exists wins. Lists on the
 * way are entered, so that `Results.Vulnerabilities` finds all of them. PowerShell prints what an interface calls `displayName` as
 * `DisplayName`: a key that is not there is also looked for with its first letter in the other case.
 */
export function findAll(value: unknown, path: string, at = ''): readonly Found[] {
  if (path === '' || path === '$') return value === undefined ? [] : [{ value, at }];
  if (typeof value !== 'object' || value === null) return [];
  const whole = keyIn(value, path);
  if (whole !== undefined) return [{ value: property(value, whole), at: `${at}/${escaped(whole)}` }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => findAll(entry, path, `${at}/${index}`));
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const head = keyIn(value, path.slice(0, dot));
    if (head !== undefined) return findAll(property(value, head), path.slice(dot + 1), `${at}/${escaped(head)}`);
  }
  return [];
}

function keyIn(value: object, key: string): string | undefined {
  if (Object.hasOwn(value, key)) return key;
  const first = key.charAt(0);
  const lower = first.toLowerCase();
  const other = `${first === lower ? first.toUpperCase() : lower}${key.slice(1)}`;
  return Object.hasOwn(value, other) ? other : undefined;
}

/** Whether the path leads anywhere, be it to null. */
export function holdsPath(value: unknown, path: string): boolean {
  return findAll(value, path).length > 0;
}

export function property(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

/** A key as a step of a JSON pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a scalar. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}
