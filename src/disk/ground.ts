import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontBytes, RoleFont } from '../model/page.ts';
import { errno, onDisk } from './trouble.ts';

/** The root of the package, from `src/disk` and from `dist/disk` alike: data files stand beside both. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

const require = createRequire(import.meta.url);
const FONT_FILES: Readonly<Record<RoleFont, string>> = {
  regular: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  mono: 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  monobold: 'source-code-pro/600SemiBold/SourceCodePro_600SemiBold.ttf',
};

export async function readFonts(): Promise<FontBytes> {
  return {
    regular: await readFont('regular'),
    italic: await readFont('italic'),
    semibold: await readFont('semibold'),
    bold: await readFont('bold'),
    mono: await readFont('mono'),
    monobold: await readFont('monobold'),
  };
}

async function readFont(name: RoleFont): Promise<Uint8Array> {
  const path = require.resolve(`@expo-google-fonts/${FONT_FILES[name]}`);
  return onDisk(path, () => readFile(path));
}

/** Templates of the registers that no tool exports: `init` writes them for the client to fill. */
export async function readRegisters(): Promise<Readonly<Record<string, string>>> {
  return textsIn(join(PACKAGE_ROOT, 'templates', 'registers'), '');
}

/** The texts that `init` fills in: the engagement file and the collection guide. */
export async function readInitTexts(): Promise<{ readonly engagement: string; readonly collect: string }> {
  const folder = join(PACKAGE_ROOT, 'templates', 'init');
  const read = (name: string) => onDisk(join(folder, name), () => readFile(join(folder, name), 'utf8'));
  return { engagement: await read('engagement.yaml'), collect: await read('COLLECT.md') };
}

export async function readVersion(): Promise<string> {
  const path = join(PACKAGE_ROOT, 'package.json');
  const { version } = JSON.parse(await onDisk(path, () => readFile(path, 'utf8'))) as { readonly version: string };
  return version;
}

export async function textsIn(folder: string, extension: string): Promise<Readonly<Record<string, string>>> {
  const names = await onDisk(folder, () => namesIn(folder));
  const texts = names
    .filter(({ file, name }) => file && name.endsWith(extension))
    .map(async ({ name }) => [basename(name, extension), await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function namesIn(folder: string): Promise<readonly { name: string; file: boolean }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, file: entry.isFile() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw error;
  }
}
