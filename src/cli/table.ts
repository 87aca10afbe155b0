import type { Terminal } from './terminal.ts';

export type Row = readonly string[];

/** Columns under their heads, two spaces apart; the last one is as long as it is. Colour does not count as width. */
export function table(head: Row, rows: readonly Row[], paint: (text: string) => string): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => visibleLength(row[column] ?? ''))),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - visibleLength(cell)),
      )
      .join('  ')
      .trimEnd();
  return [paint(line(head)), ...rows.map(line)].join('\n');
}

/** Comma-separated, for a spreadsheet: what begins like a formula is kept text. */
export function csv(head: Row, rows: readonly Row[]): string {
  const cell = (text: string) => {
    const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\n');
}

export function markdown(head: Row, rows: readonly Row[]): string {
  const line = (row: Row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Label and text, the texts under one another; what has no text is left out. */
export function labelled(
  lines: readonly (readonly [label: string, text: string])[],
  { width, style }: Pick<Terminal, 'width' | 'style'>,
): readonly string[] {
  const told = lines.filter(([, text]) => text !== '');
  const labels = Math.max(0, ...told.map(([label]) => label.length)) + 2;
  return told.map(([label, text]) => `${style('dim', label.padEnd(labels))}${wrap(text, width, ' '.repeat(labels))}`);
}

/** Words broken into lines of at most `width`, each after the first indented. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && visibleLength(last) + 1 + visibleLength(word) > width - indent.length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

function visibleLength(text: string): number {
  // biome-ignore lint/complexity/useRegexLiterals: a literal would hold the escape character itself.
  return [...text.replace(new RegExp('\\u001b\\[[0-9;]*m', 'g'), '')].length;
}
