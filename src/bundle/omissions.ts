import { sortedBy } from '../kernel/order.ts';
import type { Omission } from '../model/package.ts';

/** OMISSIONS.csv: what was expected and not delivered, skipped, excluded or withheld, each with its reason. */
export function omissionsCsv(omissions: readonly Omission[]): string {
  const rows = sortedBy(omissions, (omission) => `${omission.kind}\n${omission.what}\n${omission.reason}`);
  const lines = [
    ['kind', 'what', 'reason', 'by'],
    ...rows.map((row) => [row.kind, row.what, row.reason, row.by ?? '']),
  ];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet runs what begins like a formula; an apostrophe keeps it text (OWASP ASVS 5, V1.2.10). */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
