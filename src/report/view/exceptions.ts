import { groupBy } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import { PHRASES } from '../words.ts';
import { placesInWords } from './citations.ts';
import type { Lens } from './lens.ts';
import type { ExceptionsView } from './shape/common.ts';

const EXCEPTIONS_SHOWN = 6;
const NAMES_SHOWN = 40;

/** Rows that speak against a measure, as far as there is room for them. */
export function exceptionsView(exceptions: readonly Basis[], count: number, lens: Lens): ExceptionsView {
  const shown = lens.named ? shownOf(exceptions) : [];
  const beyond = lens.named ? count - shown.length : 0;
  return {
    count,
    counted: count === 0 ? '' : PHRASES.exceptions(count),
    first: alike(shown).map(({ text, places }) => ({ text, place: placesInWords(places, lens) })),
    more: beyond > 0 ? PHRASES.moreExceptions(beyond) : '',
    under: null,
  };
}

/** The first few; more where many of them say the same of many names. */
function shownOf(exceptions: readonly Basis[]): readonly Basis[] {
  const some = exceptions.slice(0, NAMES_SHOWN);
  return alike(some).length <= EXCEPTIONS_SHOWN ? some : exceptions.slice(0, EXCEPTIONS_SHOWN);
}

interface Alike {
  readonly text: string;
  readonly places: readonly Place[];
}

/** `LFD-WS01, LFD-WS02: no scan names it`: what is said of several names is said once. A sentence for a name, or one with a comma, stands alone. */
function alike(exceptions: readonly Basis[]): readonly Alike[] {
  const parted = exceptions.map((basis) => {
    const [, name, said] = /^([^,:]{1,40}): (.+)$/s.exec(basis.text) ?? [];
    return { basis, name, said };
  });
  const groups = groupBy(parted, ({ basis, said }) => (said === undefined ? basis.text : `: ${said}`));
  return [...groups.values()].flatMap((group) => {
    const names = new Set(group.flatMap(({ name }) => name ?? []));
    const said = group[0]?.said;
    if (said === undefined || names.size < group.length)
      return group.map(({ basis }) => ({ text: basis.text, places: [basis.place] }));
    return [{ text: PHRASES.saidOf([...names].join(', '), said), places: group.map(({ basis }) => basis.place) }];
  });
}
