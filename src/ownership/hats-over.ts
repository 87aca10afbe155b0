import type { Hats } from '../model/ownership.ts';

/** Some of the hats, as an entry says them that is laid over others. */
export type SomeHats = { readonly [H in keyof Hats]?: Hats[H] | undefined };

/** One entry laid over another. A split belongs to the parties that it names: whoever changes who is responsible does not inherit it. */
export function hatsOver(below: Hats, above: SomeHats): Hats;
export function hatsOver(below: SomeHats, above: SomeHats): SomeHats;
export function hatsOver(below: SomeHats, above: SomeHats): SomeHats {
  const { split: inherited, ...rest } = below;
  const { split: own, ...worn } = above;
  const split = own ?? (above.responsible === undefined ? inherited : undefined);
  const merged = { ...rest, ...defined(worn) };
  return split === undefined ? merged : { ...merged, split };
}

/** Keys without a value must not hide what lies beneath. */
function defined(hats: SomeHats): SomeHats {
  return Object.fromEntries(Object.entries(hats).filter(([, worn]) => worn !== undefined));
}
