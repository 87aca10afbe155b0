import { readFileSync } from 'node:fs';
import type { RoleFont } from '../../src/model/page.ts';

const FILES = {
  regular: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  mono: 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  monobold: 'source-code-pro/600SemiBold/SourceCodePro_600SemiBold.ttf',
} as const satisfies Record<RoleFont, string>;

const folder = new URL('../../node_modules/@expo-google-fonts/', import.meta.url);

export const FONT_BYTES = Object.fromEntries(
  Object.entries(FILES).map(([name, file]) => [name, new Uint8Array(readFileSync(new URL(file, folder)))]),
) as Record<RoleFont, Uint8Array>;
