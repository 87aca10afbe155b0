import type { Listed } from '../bucket/index.ts';
import type { LeftObject } from '../disk/index.ts';
import { sortedBy } from '../kernel/order.ts';

/** Which objects become files, under which paths; and which do not, with the reason. */
export interface Places {
  readonly files: readonly Listed[];
  readonly left: readonly LeftObject[];
}

const LONGEST_NAME = 255;

/**
 * Names in a bucket are any text; a file gets one only where every system takes it for the same file inside of the folder: so that the copy is the same wherever it
 * is made, and nothing is written elsewhere. What stands for a folder is none of both.
 */
export function placeObjects(objects: readonly Listed[]): Places {
  const named = sortedBy(objects, ({ key }) => key).filter(({ key, size }) => !(size === 0 && key.endsWith('/')));
  const folders = new Set(named.filter(({ key }) => isPath(key)).flatMap(({ key }) => foldersOf(folded(key))));
  const taken = new Set<string>();
  const files: Listed[] = [];
  const left: LeftObject[] = [];
  for (const object of named) {
    const name = folded(object.key);
    const reason = !isPath(object.key) ? 'name' : folders.has(name) ? 'folder' : taken.has(name) ? 'twin' : undefined;
    if (reason !== undefined) left.push({ path: shown(object.key), reason });
    else {
      taken.add(name);
      files.push(object);
    }
  }
  return { files, left };
}

export function isPath(key: string): boolean {
  return key.split('/').every(isName);
}

function isName(name: string): boolean {
  return (
    name !== '' &&
    name !== '.' &&
    name !== '..' &&
    !/[\p{Cc}\p{Cs}\\\u2028\u2029\uFFFD]/u.test(name) &&
    new TextEncoder().encode(name).length <= LONGEST_NAME
  );
}

/** What systems that look at names less closely see. */
export function folded(key: string): string {
  return key.normalize('NFC').toLowerCase().normalize('NFC');
}

function foldersOf(key: string): readonly string[] {
  const steps = key.split('/');
  return steps.slice(1).map((_, i) => steps.slice(0, i + 1).join('/'));
}

/** For people: every name can be printed. */
export function shown(key: string): string {
  return key.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}
