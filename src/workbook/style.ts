import type { CellStyle } from 'hucre/xlsx';
import type { Verdict } from '../model/assessment.ts';

/** Named on every cell that says anything of its letters: a program that gets half a font takes the other half from its own. */
export const FONT = { name: 'Calibri', size: 11 } as const;

/** A line below each row: where cells are of several lines the eye loses its row. */
const RULED = { bottom: { style: 'thin', color: { rgb: 'D8DDE3' } } } as const satisfies CellStyle['border'];

export const HEAD: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: solid('2B3A4A'),
  alignment: { vertical: 'center', wrapText: true },
};

export const PLAIN: CellStyle = { border: RULED, alignment: { vertical: 'top' } };
export const WRAPPED: CellStyle = { border: RULED, alignment: { vertical: 'top', wrapText: true } };
export const DAY: CellStyle = {
  border: RULED,
  numFmt: 'yyyy-mm-dd',
  alignment: { vertical: 'top', horizontal: 'left' },
};

/** The word stands in the cell, so the fill only helps; black on each of them passes contrast. */
const FILLS = {
  supported: 'D9EFDF',
  'partly-supported': 'FBEBC8',
  contradicted: 'F8D4D0',
  stale: 'E6DEF4',
  'attested-only': 'F4EAD6',
  inherited: 'E3F2E8',
  'not-evidenced': 'E4E6E9',
  'not-applicable': 'ECEEF0',
  'accepted-risk': 'DCE6F2',
} as const satisfies Record<Verdict, string>;

export function verdictStyle(verdict: Verdict): CellStyle {
  return { ...PLAIN, fill: solid(FILLS[verdict]) };
}

function solid(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}
