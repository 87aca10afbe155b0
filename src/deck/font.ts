/** Slides hold no font: one that every machine has, or has its like of. */
export const FONT = 'Arial';
