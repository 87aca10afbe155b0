import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The fonts that the package ships. */
export const FONTS = {
  regular: 'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  italic: 'source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  semibold: 'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  bold: 'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  mono: 'source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
  monobold: 'source-code-pro/600SemiBold/SourceCodePro_600SemiBold.ttf',
};

export function fontPath(name) {
  return fileURLToPath(new URL(`../../node_modules/@expo-google-fonts/${FONTS[name]}`, import.meta.url));
}

export function fontBytes(name) {
  return new Uint8Array(readFileSync(fontPath(name)));
}
