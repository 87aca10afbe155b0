import type { Flow, RepeatedHead, Setting, Strip } from './setting.ts';
import type { TextStyle } from './theme.ts';
import { lineStrips, typeset } from './typeset.ts';

/** The name of what goes on here, as decoration: who turned the page need not turn back to know it. */
export function nameAgain(name: string, setting: Setting, style: TextStyle): readonly Strip[] {
  if (name.trim() === '') return [];
  const strong = { ...style, font: 'semibold' as const };
  const lines = typeset([{ text: CONTINUED(name.trim()) }], { style: strong, width: setting.width }, setting);
  return lineStrips(lines, { style: strong, space: 0, glued: true }, setting);
}

const CONTINUED = (name: string): string => `${name} (continued)`;

/** The title of a box, inside of it. */
export function boxHead(title: string, setting: Setting, style: TextStyle): RepeatedHead | undefined {
  const strips = nameAgain(title, setting, style);
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  return strips.length === 0 ? undefined : { strips, height, names: true };
}

/** Strips over which a name stands again wherever one of them begins a page; those that repeat a head of their own keep it. */
export function* underName(strips: Iterable<Flow>, head: RepeatedHead | undefined): Generator<Flow> {
  for (const strip of strips)
    yield head === undefined || 'turn' in strip || strip.head !== undefined ? strip : { ...strip, head };
}

/** The same within a box: its title instead of what its section is called. */
export function underTitle(strips: Iterable<Flow>, head: RepeatedHead | undefined): Iterable<Flow> {
  const bare = [...strips].map((strip) => ('turn' in strip || strip.head?.names !== true ? strip : without(strip)));
  return underName(bare, head);
}

function without({ head: _, ...strip }: Strip): Strip {
  return strip;
}

/** The name of a section, above the grounds of what stands in it. */
export function sectionHead(name: string, setting: Setting): RepeatedHead | undefined {
  const strips = nameAgain(name, setting, setting.theme.type.tableHead).map((strip) => ({ ...strip, frames: [] }));
  const height = strips.reduce((sum, strip) => sum + strip.height, 0);
  return strips.length === 0 ? undefined : { strips, height, names: true };
}
