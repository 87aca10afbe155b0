import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction, ControlAssessment, PracticeAssessment, Side } from '../../model/assessment.ts';
import type { Control, Framework } from '../../model/control.ts';
import type { Engagement } from '../../model/engagement.ts';
import type { Basis } from '../../model/fact.ts';
import type { Practice } from '../../model/practice.ts';
import type { FactsById } from '../practice.ts';

/** All that was said and shown, for whoever holds the one against the other. */
export interface Told {
  readonly engagement: Engagement;
  readonly frameworks: readonly Framework[];
  readonly controls: readonly ControlAssessment[];
  readonly practices: readonly Practice[];
  readonly assessed: readonly PracticeAssessment[];
  readonly facts: FactsById;
}

export type Claim = Engagement['claims'][number];

const PLACES = 50;

/** A contradiction of its two sides; a person's word in the engagement file has no rows. */
export function contradiction(
  { sides, ...rest }: Omit<Contradiction, 'places' | 'override'>,
  override: Claim['override'] = undefined,
): Contradiction {
  const places = sides.flatMap((side) => side.places).slice(0, PLACES);
  const standsBy = override === undefined ? null : PHRASES.standsBy(override.by, override.on, override.because);
  return {
    ...rest,
    text: standsBy === null ? rest.text : `${rest.text} ${standsBy}`,
    places,
    sides,
    override: standsBy,
  };
}

export const said = (says: string): Side => ({ says, places: [] });
export const shown = (says: string, places: readonly Basis[]): Side => ({ says, places: places.slice(0, PLACES) });

/** The question itself; the same id in two frameworks is two of them. */
export function entryOf({ frameworks }: Told, { framework, control }: ControlAssessment): Control | undefined {
  return frameworks.find(({ id }) => id === framework)?.controls.find(({ id }) => id === control);
}

/** What speaks against an answer first, then what it rests on. */
export function rowsOf({ answer, reasons }: ControlAssessment): readonly Basis[] {
  const bearing = reasons.filter(({ bears }) => bears !== 'as-context');
  return [...(answer?.exceptions ?? []), ...bearing.flatMap(({ places }) => places)];
}
