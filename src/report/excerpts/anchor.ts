import { slug } from '../../kernel/text.ts';

/** `shown-e-007-users-csv`: where the marked rows of an exhibit stand in the report. */
export function excerptAnchor(number: string, path: string): string {
  return slug(`shown ${number} ${path.slice(path.lastIndexOf('/') + 1)}`, 90);
}
