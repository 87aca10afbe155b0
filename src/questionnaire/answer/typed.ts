import { civilDate } from '../../kernel/civil-date.ts';
import type { Entry, FormCell } from '../../model/questionnaire.ts';

/** What a person typed as the cell takes it; undefined when it cannot be that. Whether it is in the list or the bounds, the guard says. */
export function entryOf(text: string, { takes }: FormCell): Entry | undefined {
  const said = text.trim();
  const asText: Entry = { kind: 'text', text: said };
  switch (takes.kind) {
    case 'tick':
      return /^(x|yes|y|true|☒|✓)$/i.test(said) ? { kind: 'mark' } : undefined;
    case 'date':
      return dateOf(said);
    case 'number':
      return numberOf(said, takes.format);
    case 'list':
    case 'length':
      return asText;
    case 'anything':
      if (takes.format === 'date') return dateOf(said) ?? asText;
      return takes.format === 'percent' || takes.format === 'number'
        ? (numberOf(said, takes.format) ?? asText)
        : asText;
  }
}

function dateOf(said: string): Entry | undefined {
  const date = civilDate(said);
  return date === undefined ? undefined : { kind: 'date', date };
}

function numberOf(said: string, format: FormCell['takes']['format']): Entry | undefined {
  const [, digits, percent] = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(said) ?? [];
  if (digits === undefined) return undefined;
  const number =
    percent === '%' || (format === 'percent' && Number(digits) > 1) ? Number(digits) / 100 : Number(digits);
  return { kind: 'number', number };
}
