import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction } from '../../model/assessment.ts';
import type { KnownFact } from '../../model/fact.ts';
import type { Practice, StatedFigure } from '../../model/practice.ts';
import { measured as inWords } from '../judge.ts';
import type { FactsById } from '../practice.ts';
import { contradiction, shown, type Told } from './sides.ts';

/** What a document sets against what is measured, wherever the catalogue knows both figures. */
export function policiesAgainstMeasures({ practices, facts }: Told): readonly Contradiction[] {
  return practices.flatMap((practice) =>
    (practice.figures ?? []).flatMap((figure) => figureAgainst(figure, practice, facts) ?? []),
  );
}

function figureAgainst(figure: StatedFigure, practice: Practice, facts: FactsById): Contradiction | undefined {
  const [stated, measured] = [knownIn(facts, figure.stated), knownIn(facts, figure.measured)];
  const [wanted, found] = [numberOf(stated), numberOf(measured)];
  if (stated === undefined || measured === undefined || wanted === undefined || found === undefined) return undefined;
  if (figure.is === 'no-more' ? found <= wanted : found >= wanted) return undefined;
  const claimed = inWords(stated.measure);
  const ceiling = inWords(measured.measure);
  const question = facts.get(figure.measured)?.question ?? '';
  return contradiction({
    kind: 'policy',
    control: null,
    practice: practice.id,
    claimed,
    ceiling,
    text: PHRASES.policyAgainst(stated.basis[0]?.text ?? practice.title, claimed, question, ceiling),
    sides: [
      shown(PHRASES.side.policy(stated.basis[0]?.text ?? practice.title), stated.basis),
      shown(`${question} ${ceiling}.`, [...measured.exceptions, ...measured.basis]),
    ],
  });
}

function knownIn(facts: FactsById, id: string): KnownFact | undefined {
  const fact = facts.get(id)?.fact;
  return fact?.status === 'known' ? fact : undefined;
}

/** Only what is told in the same unit can be compared: days. */
function numberOf(fact: KnownFact | undefined): number | undefined {
  return fact?.measure.kind === 'days' ? fact.measure.days : undefined;
}
