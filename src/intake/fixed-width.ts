/** Where the columns of a printed table begin. */
export type Columns = readonly number[];

/**
 * Columns from the header line: from the dashes under it where there are any (PowerShell), else where words stand two or more spaces
 * apart (wmic). Where values of the sample reach over a column's beginning, as right-aligned numbers do, it is moved to the left.
 */
export function columnsOfHeader(lines: readonly string[]): Columns {
  const [header = '', under = '', ...rest] = lines;
  const dashed = /^\s*-+(?: +-+)+\s*$/.test(under);
  const starts = dashed ? starting(/-+/g, under) : starting(/\S+(?: \S+)*/g, header);
  const rows = (dashed ? rest : [under, ...rest]).filter((line) => line.trim() !== '');
  return starts.map((start, index) => {
    const previous = starts[index - 1];
    if (previous === undefined) return 0;
    const earliest = previous + 1;
    for (let at = start; at > earliest; at -= 1) {
      if (rows.every((row) => at - 1 >= row.length || row[at - 1] === ' ')) return at;
    }
    return start;
  });
}

export function cutAt(line: string, columns: Columns): string[] {
  return columns.map((start, index) => line.slice(start, columns[index + 1]).trim());
}

/** Lines as cells, without rules and blank lines. */
export function fixedRows(lines: readonly string[], columns: Columns): string[][] {
  return lines.filter((line) => !isRule(line)).map((line) => cutAt(line, columns));
}

export function isRule(line: string): boolean {
  return /^[-=+\s]*$/.test(line);
}

function starting(pattern: RegExp, line: string): number[] {
  return [...line.matchAll(pattern)].map((match) => match.index);
}
