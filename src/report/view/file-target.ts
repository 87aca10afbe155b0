import type { ExhibitPlacement } from '../../model/package.ts';

/** The file that holds it, also for what lies in a container. Parentheses would end a target. */
export function fileTarget(placement: ExhibitPlacement | undefined): string {
  if (placement === undefined || placement.packaged === null) return '';
  const name = placement.packaged.slice(placement.packaged.lastIndexOf('/') + 1);
  return `./exhibits/${encodeURIComponent(name).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`;
}
