/** Whole numbers by their place, 0 where nobody put one: four bytes each, of which a report may have a million. */
export interface Numbers {
  values: Int32Array;
}

export function startNumbers(): Numbers {
  return { values: new Int32Array(1024) };
}

export function putNumber(numbers: Numbers, index: number, value: number): void {
  if (index >= numbers.values.length) {
    const larger = new Int32Array(Math.max(index + 1, numbers.values.length * 2));
    larger.set(numbers.values);
    numbers.values = larger;
  }
  numbers.values[index] = value;
}

export function numberAt({ values }: Numbers, index: number): number {
  return values[index] ?? 0;
}
