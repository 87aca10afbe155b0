import { addDays } from '../../kernel/civil-date.ts';
import { groupBy } from '../../kernel/order.ts';
import type { Basis, KnownFact, NamedFact } from '../../model/fact.ts';
import { freshDaysOf } from '../../model/freshness.ts';
import type { Practice } from '../../model/practice.ts';
import type { Strength } from '../../model/record.ts';
import { positions } from '../view/positions.ts';
import { measureText } from '../view/registers.ts';
import type { ExhibitResources } from './resources.ts';
import { property, type Scope } from './scope.ts';
import type { Evidence, Observation } from './shape/assessment.ts';
import { markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** A machine's result is a test, a state or an intent is read, a statement is what somebody was asked. */
const METHODS = { R: 'TEST', C: 'EXAMINE', S: 'EXAMINE', A: 'INTERVIEW' } as const satisfies Record<
  Strength,
  Observation['methods'][number]
>;

/** One a fact; what is not known is an observation, too, and says so. */
export function factObservation(named: NamedFact, exhibits: ExhibitResources, scope: Scope): Observation {
  const { id, question, fact } = named;
  const head = { uuid: factUuid(id, scope), title: markup(question), origins: [scope.tool] };
  if (fact.status === 'unknown')
    return {
      ...head,
      description: markup(`${question} ${OSCAL_WORDS.unknown(fact.because.replaceAll('-', ' '))}`),
      props: [...property('fact', id), ...property('status', fact.status), ...property('because', fact.because)],
      methods: ['UNKNOWN'],
      'relevant-evidence': some(evidenceOf(fact.basis, exhibits, scope)),
      collected: scope.moments.surelyEnd(scope.engagement.asOf),
      remarks: markup([OSCAL_WORDS.asOfInstead, ...fact.remarks].join(' ')),
    };
  return {
    ...head,
    description: markup(`${question} ${measureText(fact.measure)}.`),
    props: [...property('fact', id), ...property('status', fact.status), ...property('strength', fact.strength)],
    methods: [METHODS[fact.strength]],
    types: ['finding'],
    'relevant-evidence': some(evidenceOf([...fact.basis, ...fact.exceptions], exhibits, scope)),
    ...collection(id, fact, scope),
    remarks: markup(remarksOn(fact)),
  };
}

export function factUuid(fact: string, { once }: Scope): string {
  return once('observation', 'fact', fact);
}

/** From the newest deciding row on, until the strictest practice that expects the fact wants a newer one. */
function collection(id: string, { newest }: KnownFact, scope: Scope): Pick<Observation, 'collected' | 'expires'> {
  const { engagement, findings, moments } = scope;
  const collected = newest === null ? undefined : moments.start(newest);
  if (newest === null || collected === undefined) return { collected: moments.surelyEnd(engagement.asOf) };
  const days = findings.practices
    .filter((practice) => expectsOf(practice, id))
    .map((practice) => freshDaysOf(practice, id));
  return { collected, expires: days.length === 0 ? undefined : moments.end(addDays(newest, Math.min(...days))) };
}

function expectsOf({ expects }: Practice, fact: string): boolean {
  return expects.some((each) => each.fact === fact && each.bears !== 'as-context');
}

function remarksOn({ newest, dateAssumed, basisCount, exceptionCount, remarks }: KnownFact): string {
  return [
    OSCAL_WORDS.rows(basisCount, exceptionCount),
    ...(newest === null ? [OSCAL_WORDS.asOfInstead] : []),
    ...(dateAssumed ? [OSCAL_WORDS.collectedAssumed] : []),
    ...remarks.map((remark) => (remark.endsWith('.') ? remark : `${remark}.`)),
  ].join(' ');
}

/** The exhibits that rows lie in, each with where in it. */
function evidenceOf(rows: readonly Basis[], exhibits: ExhibitResources, { lens }: Scope): readonly Evidence[] {
  return [...groupBy(rows, ({ place }) => place.path)].map(([path, inside]) => {
    const at = lens.compact ? '' : positions(inside.map(({ place }) => place));
    return evidenceIn(path, [lens.exhibitNumber(path), at].filter((part) => part !== '').join(' '), exhibits);
  });
}

export function evidenceIn(path: string, text: string, exhibits: ExhibitResources): Evidence {
  const found = exhibits.get(path);
  if (found === undefined) return { description: markup(text) };
  const resource = `#${found.resource.uuid}`;
  return { href: found.href ?? resource, description: markup(text), links: [{ href: resource, rel: 'reference' }] };
}
