export { commitmentTo, saltOf } from './commitment.ts';
export { sightingsIn } from './detect.ts';
export { type Handed, type Handled, handleExhibits } from './handle.ts';
export { pdfTexts } from './pdf-text.ts';
export { pseudonym } from './pseudonym.ts';
export { redactedCopy } from './rewrite.ts';
export { type ScanOptions, type SearchedText, searchedWindows, searchTexts } from './scan.ts';
export { type Leak, leaksIn, shippedTexts } from './shipped.ts';
export { isTelling } from './telling.ts';
