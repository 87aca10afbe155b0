import type { ProducedBy } from '../../model/exhibit.ts';

/** What a file says of its own making, without what it does not say. */
export function producedBy(said: { readonly [F in keyof ProducedBy]: ProducedBy[F] | undefined }): ProducedBy {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
