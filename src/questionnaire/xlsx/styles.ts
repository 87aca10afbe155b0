import type { Format } from '../../model/questionnaire.ts';
import { isOn, walkXml } from '../archive/xml.ts';

export interface CellStyle {
  readonly locked: boolean;
  readonly bold: boolean;
  readonly format: Format;
}

export const PLAIN_STYLE: CellStyle = { locked: true, bold: false, format: 'general' };

/** What each cell format means to whoever fills it: locked when its sheet is guarded, and how a number in it is shown. */
export function readStyles(xml: string): readonly CellStyle[] {
  if (xml === '') return [];
  const formats = new Map<number, string>();
  const bolds: boolean[] = [];
  const styles: { locked: boolean; bold: boolean; format: Format }[] = [];
  const within: string[] = [];
  walkXml(xml, {
    open: ({ name, attributes }) => {
      within.push(name);
      const parent = within.at(-2);
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'font' && parent === 'fonts') bolds.push(false);
      if (name === 'b' && parent === 'font' && within.at(-3) === 'fonts')
        bolds[bolds.length - 1] = attributes['val'] !== '0';
      if (name === 'xf' && parent === 'cellXfs') {
        const format = formatOf(Number(attributes['numFmtId'] ?? 0), formats);
        styles.push({ locked: true, bold: bolds[Number(attributes['fontId'] ?? 0)] ?? false, format });
      }
      const style = styles.at(-1);
      if (name === 'protection' && within.at(-3) === 'cellXfs' && style !== undefined)
        style.locked = attributes['locked'] === undefined || isOn(attributes['locked']);
    },
    close: () => {
      within.pop();
    },
  });
  return styles;
}

/** Numbers of the formats that a spreadsheet brings along: ECMA-376, 18.8.30. */
function formatOf(id: number, own: ReadonlyMap<number, string>): Format {
  if (id === 49) return 'text';
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
    return 'date';
  if (id >= 1 && id <= 48) return 'number';
  const code = (own.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (code === '@') return 'text';
  if (code.includes('%')) return 'percent';
  if (/[ymd]/i.test(code) && !/[0#]/.test(code)) return 'date';
  return /[0#]/.test(code) ? 'number' : 'general';
}
