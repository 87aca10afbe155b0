/** Colours are reckoned alike for paper and page. */
export { contrast, inkOf, luminance, mix, READABLE, readableOn, textOn, WHITE } from '../kernel/colour.ts';
