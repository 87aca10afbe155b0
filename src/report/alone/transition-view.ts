import { z } from 'zod';
import { groupBy } from '../../kernel/order.ts';
import type { Findings } from '../../model/findings.ts';
import type { HandoverStep, PracticeHandover, Transition } from '../../model/transition.ts';
import { Text } from '../view/shape/common.ts';
import { DUTY_WORDS, PHRASES, SEVERITY_WORDS, SIDE_WORDS } from '../words.ts';
import { ALONE, HAT_WORDS } from './words.ts';

const Step = z.strictObject({
  title: Text,
  severity: Text,
  tone: Text,
  by: Text,
  due: Text,
  text: Text,
  because: Text,
  state: Text,
  practices: Text,
});

/** All that `templates/alone/transition.hbs` may print. */
export const TransitionView = z.strictObject({
  client: z.strictObject({ name: Text }),
  edition: z.strictObject({ word: Text, compact: z.boolean() }),
  asOf: Text,
  on: Text,
  from: Text,
  to: Text,
  assessed: z.boolean(),
  summary: z.array(Text),
  parties: z.array(z.strictObject({ title: Text, name: Text, side: Text, meaning: Text })),
  phases: z.array(z.strictObject({ title: Text, until: Text, steps: z.array(Step) })),
  domains: z.array(
    z.strictObject({
      title: Text,
      practices: z.array(z.strictObject({ title: Text, duty: Text, moves: z.array(Text), because: Text, state: Text })),
    }),
  ),
  debt: z.array(
    z.strictObject({ practice: Text, severity: Text, tone: Text, party: Text, text: Text, missed: Text, proof: Text }),
  ),
  unowned: z.array(z.strictObject({ message: Text, hint: Text })),
  unclear: z.array(z.strictObject({ message: Text, hint: Text })),
  signatures: z.array(z.strictObject({ role: Text, name: Text })),
});
export type TransitionView = z.output<typeof TransitionView>;

export function transitionView(
  transition: Transition,
  findings: Findings,
  domains: readonly { readonly id: string; readonly title: string }[],
): TransitionView {
  const { on, handovers, plan, debt, unowned, unclear, parties } = transition;
  const { engagement } = findings;
  const called = callerOf(transition);
  const titles = new Map(findings.practices.map(({ id, title }) => [id, title]));
  const byDomain = [...groupBy(handovers, ({ domain }) => domain)];
  return {
    client: { name: engagement.client.name },
    edition: { word: '', compact: false },
    asOf: engagement.asOf,
    on,
    from: transition.from.title,
    to: transition.to.title,
    assessed: transition.assessed,
    summary: [...summary(transition)],
    parties: parties.map(({ title, name = '', side, meaning }) => ({ title, name, side: SIDE_WORDS[side], meaning })),
    phases: plan
      .filter(({ steps }) => steps.length > 0)
      .map(({ title, until, steps }) => ({ title, until, steps: steps.map((step) => stepView(step, called, titles)) })),
    domains: byDomain.map(([id, inside]) => ({
      title: domains.find((domain) => domain.id === id)?.title ?? id,
      practices: inside.map((each) => ({ ...movesView(each, shortCaller(transition)), duty: dutyOf(each, findings) })),
    })),
    debt: debt.map(({ title, severity, party, text, missed, proof }) => ({
      practice: title,
      ...severityWords(severity),
      party: called(party),
      text,
      missed: missed.map(({ from, to }) => PHRASES.span(from, to)).join(', '),
      proof,
    })),
    unowned: unowned.map(({ message, hint }) => ({ message, hint })),
    unclear: unclear.map(({ message, hint }) => ({ message, hint })),
    signatures: parties.map(({ title, name = '' }) => ({ role: title, name })),
  };
}

/** `Sam Ortiz (Internal IT)`, or the title of a party for which nobody is named. */
export function callerOf({ parties }: Transition): (id: string) => string {
  return (id) => {
    const party = parties.find((each) => each.id === id);
    if (party === undefined) return id === '' ? PHRASES.nobody : id;
    return party.name === undefined ? party.title : PHRASES.named(party.name, party.title);
  };
}

/** `Sam Ortiz`: in a list of moves the titles would hide what changes. */
function shortCaller({ parties }: Transition): (id: string) => string {
  return (id) => {
    const party = parties.find((each) => each.id === id);
    return party?.name ?? party?.title ?? id;
  };
}

/** Five sentences at most: how much moves, what is open, what is owed, what nobody would own. */
export function summary(transition: Transition): readonly string[] {
  const { handovers, staying, plan, on, debt, unowned, assessed } = transition;
  const called = callerOf(transition);
  const steps = plan.flatMap((phase) => phase.steps);
  const open = steps.filter((step) => step.open.length > 0);
  const hats = handovers.reduce((sum, { moves }) => sum + moves.length, 0);
  return [
    ALONE.movesSentence(handovers.length, handovers.length + staying.length, hats),
    ...(steps.length === 0 ? [] : [ALONE.stepsSentence(open.length, steps.length)]),
    ...(steps.length === 0 ? [] : [ALONE.beforeSentence(open.filter(({ due }) => due <= on).length, on)]),
    ...(assessed ? [...groupBy(debt, ({ party }) => party)] : []).map(([party, owed]) =>
      ALONE.debtSentence(called(party), owed.length),
    ),
    ALONE.unownedSentence(unowned.length, on),
  ];
}

function stepView(
  step: HandoverStep,
  called: (id: string) => string,
  titles: ReadonlyMap<string, string>,
): z.output<typeof Step> {
  const { title, severity, by, due, text, because, practices, open } = step;
  return {
    title,
    ...severityWords(severity),
    by: by.map(called).join(', '),
    due,
    text,
    because,
    state: ALONE.openOf(open.length, practices.length),
    practices: practices.map((id) => titles.get(id) ?? id).join('; '),
  };
}

function movesView({ title, moves, items, because }: PracticeHandover, called: (id: string) => string) {
  const names = (ids: readonly string[]) => (ids.length === 0 ? PHRASES.nobody : ids.map(called).join(', '));
  const path = (ids: readonly string[]) => ids.map(called).join(ALONE.thenAsk);
  const open = items.filter(({ done }) => done === undefined).length;
  return {
    title,
    moves: moves.map(({ hat, from, to }) =>
      ALONE.moveLine(
        HAT_WORDS[hat],
        hat === 'escalation' ? path(from) : names(from),
        hat === 'escalation' ? path(to) : names(to),
      ),
    ),
    because,
    state: ALONE.openOf(open, items.length),
  };
}

function dutyOf({ practice }: PracticeHandover, { practices }: Findings): string {
  const duty = practices.find(({ id }) => id === practice)?.duty;
  return duty === undefined ? '' : DUTY_WORDS[duty];
}

function severityWords(severity: 'high' | 'moderate' | 'low') {
  const { word, tone } = SEVERITY_WORDS[severity];
  return { severity: word, tone };
}
