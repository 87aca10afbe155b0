/** Inches of a wide slide: 13.33 by 7.5. */
export const SHEET = { width: 13.33, height: 7.5, side: 0.6 };
export const WIDTH = SHEET.width - 2 * SHEET.side;
/** Where the matter of a slide stands, below its title and above its foot. */
export const BODY = { x: SHEET.side, y: 1.75, w: WIDTH, h: 4.95 };
