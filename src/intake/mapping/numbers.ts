/** `1.234,5` and `12,5 %`: numbers as they are written where the comma stands before the fraction. */
export function commaNumber(text: string | undefined): number | undefined {
  const bare = text?.replace(/\s*%$/, '');
  if (bare === undefined || !/^[+-]?(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:,\d+)?$/.test(bare)) return undefined;
  return Number(bare.replace(/[.\u00a0\u202f ]/g, '').replace(',', '.'));
}
