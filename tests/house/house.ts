import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** `intake/contract.ts`, below `src`. */
  readonly path: string;
  /** `intake`; for a file that lies in `src` itself, its name. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path below `src`, or the name of a package. */
  readonly to: string;
  readonly package: boolean;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export const FILES: readonly SourceFile[] = readdirSync(join(ROOT, 'src'), { recursive: true })
  .map(String)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    return {
      path,
      room: path.includes('/') ? path.slice(0, path.indexOf('/')) : path,
      text,
      imports: importsOf(path, text),
    };
  });

function importsOf(path: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const statics = [...code.matchAll(/^\s*(?:import|export)\s+(type\s)?([^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm)].map(
    ([, type, names, to]) => ({ to, typeOnly: type !== undefined || onlyTypes(names ?? ''), dynamic: false }),
  );
  const dynamics = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map(([, to]) => ({
    to,
    typeOnly: false,
    dynamic: true,
  }));
  return [...statics, ...dynamics].map(({ to = '', typeOnly, dynamic }) =>
    to.startsWith('.')
      ? { to: normalize(join(dirname(path), to)).replaceAll('\\', '/'), package: false, typeOnly, dynamic }
      : { to: packageName(to), package: true, typeOnly, dynamic },
  );
}

function onlyTypes(names: string): boolean {
  const inner = /\{([\s\S]*)\}/.exec(names)?.[1];
  if (inner === undefined || /^\s*\w/.test(names)) return false;
  return inner.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type '));
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
