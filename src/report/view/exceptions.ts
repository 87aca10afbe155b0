import { groupBy } from '../../kernel/order.ts';
import type { Place } from '../../kernel/place.ts';
import type { Basis } from '../../model/fact.ts';
import { PHRASES } from '../words.ts';
import { placesInWords } from './citations.ts';
import type { Lens } from './lens.ts';
import type { ExceptionsView } from './shape/common.ts';

const EXCEPTIONS_SHOWN = 6;
const NAMES_SHOWN = 40;
/** In letters. A longer name, as clouds give them, makes a paragraph of a list that repeats it. */
const LONG_NAME = 24;

/** Rows that speak against a measure, as far as there is room for them. */
export function exceptionsView(exceptions: readonly Basis[], count: number, lens: Lens): ExceptionsView {
  const shown = lens.named ? shownOf(exceptions) : [];
  const beyond = lens.named ? count - shown.length : 0;
  return {
    count,
    counted: count === 0 ? '' : PHRASES.exceptions(count),
    first: namedOnce(alike(shown)).map(({ text, places }) => ({ text, place: placesInWords(places, lens) })),
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
  /** What is said, where a single name stands before it. */
  readonly of: { readonly name: string; readonly said: string } | undefined;
  readonly places: readonly Place[];
}

/** What is said of one name stands together, and a long name once before all of it. */
function namedOnce(all: readonly Alike[]): readonly Alike[] {
  const groups = groupBy(all, ({ text, of }) =>
    of !== undefined && of.name.length > LONG_NAME ? of.name : `: ${text}`,
  );
  return [...groups.values()].flatMap((group) =>
    group.map((each, index) =>
      index === 0 || each.of === undefined ? each : { ...each, text: PHRASES.sameAgain(each.of.said) },
    ),
  );
}

/** `LFD-WS01, LFD-WS02: no scan names it`: what is said of several names is said once. A sentence for a name, or one with a comma, stands alone. */
function alike(exceptions: readonly Basis[]): readonly Alike[] {
  const parted = exceptions.map((basis) => ({ basis, of: partedName(basis) }));
  const groups = groupBy(parted, ({ basis, of }) => (of === undefined ? basis.text : `: ${of.said}`));
  return [...groups.values()].flatMap((group) => {
    const names = new Set(group.flatMap(({ of }) => of?.name ?? []));
    const said = group[0]?.of?.said;
    const listed = names.size === group.length && [...names].every((name) => !name.includes(','));
    if (said === undefined || !listed || group.length === 1)
      return group.map(({ basis, of }) => ({ text: basis.text, of, places: [basis.place] }));
    const text = PHRASES.saidOf([...names].join(', '), said);
    return [{ text, of: undefined, places: group.map(({ basis }) => basis.place) }];
  });
}

/** The name that a text begins with: a short one, or what it is about, however long and full of colons that is. */
function partedName({ text, subject }: Basis): Alike['of'] {
  const begins = subject !== undefined && text.toLowerCase().startsWith(`${subject.toLowerCase()}: `);
  if (begins) return { name: text.slice(0, subject.length), said: text.slice(subject.length + 2) };
  const [, name, said] = /^([^,:]{1,40}): (.+)$/s.exec(text) ?? [];
  return name === undefined || said === undefined ? undefined : { name, said };
}
