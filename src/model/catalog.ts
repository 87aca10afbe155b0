import type { Framework } from './control.ts';
import type { OperatingModel } from './ownership.ts';
import type { Practice } from './practice.ts';

/** Our judgement as data: read once, validated, frozen. */
export interface Catalog {
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  /** In the order of the files and of their rows. */
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
  readonly models: readonly OperatingModel[];
}
