/** Luhn's sum over the digits (ISO/IEC 7812). */
function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function isCard(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return /^(?:4|5[1-5]|2[2-7]|3[47]|6)/.test(digits) && !/^(\d)\1+$/.test(digits) && luhn(digits);
}

/** A provider's number in the United States: ten digits that pass Luhn's sum behind 80840. */
export function isNpi(value: string): boolean {
  return /^[12]\d{9}$/.test(value) && luhn(`80840${value}`);
}

export function isImei(value: string): boolean {
  return /^\d{15}$/.test(value) && luhn(value);
}

/** A Medicare beneficiary's identifier: eleven places, letters and digits in fixed turns, no S, L, O, I, B, Z. */
export function isMbi(value: string): boolean {
  return /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
    value.replaceAll('-', ''),
  );
}

/** ISO 13616: moved to the end, the first four places make a number that leaves 1 when divided by 97. */
export function isoBankAccount(value: string): boolean {
  const plain = value.replaceAll(' ', '');
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const place of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(place, 36)}`) % 97;
  return rest === 1;
}

const VIN_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH']
    .map((letter, i): [string, number] => [letter, i + 1])
    .concat(
      [...'JKLMN'].map((letter, i): [string, number] => [letter, i + 1]),
      [
        ['P', 7],
        ['R', 9],
      ],
      [...'STUVWXYZ'].map((letter, i): [string, number] => [letter, i + 2]),
    ),
);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** 49 CFR 565: the ninth place is the check digit. */
export function isVin(value: string): boolean {
  const places = [...value.toUpperCase()];
  const sum = places.reduce((all, place, i) => all + (VIN_VALUES[place] ?? Number(place)) * (VIN_WEIGHTS[i] ?? 0), 0);
  return places.length === 17 && places[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
