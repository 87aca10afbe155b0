const HOUR_MS = 3_600_000;

/** Hours from UTC that an abbreviation can mean. Where there are several, none is taken for granted. */
const OFFSETS: Readonly<Record<string, readonly number[]>> = {
  z: [0],
  utc: [0],
  gmt: [0],
  wet: [0],
  west: [1],
  cet: [1],
  mez: [1],
  cest: [2],
  mesz: [2],
  eet: [2],
  eest: [3],
  msk: [3],
  sast: [2],
  edt: [-4],
  mdt: [-6],
  pdt: [-7],
  akst: [-9],
  akdt: [-8],
  hst: [-10],
  aest: [10],
  aedt: [11],
  acst: [9.5],
  acdt: [10.5],
  awst: [8],
  nzst: [12],
  nzdt: [13],
  jst: [9],
  kst: [9],
  hkt: [8],
  sgt: [8],
  est: [-5, 10],
  cst: [-6, 8, -5],
  cdt: [-5, -4],
  mst: [-7, 8],
  pst: [-8, 8],
  ast: [-4, 3],
  adt: [-3, 4],
  ist: [5.5, 1, 2],
  bst: [1, 6],
};

/** Offsets in milliseconds, the commonest first; undefined when the word is no abbreviation of a zone. */
export function offsetsOf(abbreviation: string): readonly number[] | undefined {
  const word = abbreviation.toLowerCase();
  return Object.hasOwn(OFFSETS, word) ? OFFSETS[word]?.map((hours) => hours * HOUR_MS) : undefined;
}

/** `+0530`, `-05:00`, `+02`, `GMT-0500`, `UTC+1`; WMI writes the minutes with three digits: `-300`. */
export function offsetWritten(text: string): number | undefined {
  const minutesOnly = /^([+-])(\d{3})$/.exec(text);
  if (minutesOnly) return (minutesOnly[1] === '-' ? -1 : 1) * Number(minutesOnly[2]) * 60_000;
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text.replace('−', '-'));
  if (!match) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? '0');
  if (hours > 14 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * HOUR_MS + minutes * 60_000);
}

/** `+05:30`, for print. */
export function offsetText(offset: number): string {
  if (offset === 0) return 'UTC';
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
