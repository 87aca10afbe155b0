/** `2026-Q4`: quarters of the calendar, of the as-of day. */
export type Quarter = string;

export function quarterOf(day: string): Quarter {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Both belong to it. */
export function quartersBetween(from: Quarter, to: Quarter): readonly Quarter[] {
  const count = (quarter: Quarter) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
  const name = (number: number) => `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${(number % 4) + 1}`;
  return Array.from({ length: Math.max(0, count(to) - count(from) + 1) }, (_, at) => name(count(from) + at));
}
