export { sightingsIn } from './detect.ts';
export { type ScanOptions, type SearchedText, searchedWindows, searchTexts } from './scan.ts';
