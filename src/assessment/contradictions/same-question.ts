import { PHRASES } from '../../kernel/messages/assessment.ts';
import type { Contradiction, Side } from '../../model/assessment.ts';
import type { Framework } from '../../model/control.ts';
import { claimWord, sameAnswer } from '../answer.ts';
import { type Claim, contradiction, rowsOf, shown, type Told } from './sides.ts';

/** The same question asked twice gets the same answer: within one questionnaire, across two, or by two people. */
export function sameQuestionTwoAnswers(told: Told): readonly Contradiction[] {
  const { claims } = told.engagement;
  const meaning = meanings(told.frameworks);
  return claims.flatMap((first, i) =>
    claims
      .slice(i + 1)
      .filter((second) => asksTheSame(first.control, second.control, meaning))
      .filter((second) => !sameAnswer(claimWord(first.answer), claimWord(second.answer)))
      .map((second) => twoAnswers(first, second, told)),
  );
}

function twoAnswers(first: Claim, second: Claim, told: Told): Contradiction {
  const [claimed, ceiling] = [claimWord(first.answer), claimWord(second.answer)];
  return contradiction(
    {
      kind: 'same-question',
      control: first.control,
      practice: null,
      claimed,
      ceiling,
      text: PHRASES.twoAnswers(
        { control: first.control, answer: claimed, by: first.by },
        { control: second.control, answer: ceiling, by: second.by },
      ),
      sides: [sideOf(first, told), sideOf(second, told)],
    },
    first.override ?? second.override,
  );
}

function sideOf(claim: Claim, { controls }: Told): Side {
  const rows = controls.filter(({ control }) => control === claim.control).flatMap(rowsOf);
  return shown(PHRASES.side.claim(claim.by, claim.on, claimWord(claim.answer), claim.control), rows);
}

function asksTheSame(a: string, b: string, meaning: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return a === b || (meaning.get(a)?.has(b) ?? false);
}

/** Each question with all that ask the same, directly or by way of a third. */
function meanings(frameworks: readonly Framework[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => groups.get(id) ?? new Set([id]);
  for (const { controls } of frameworks) {
    for (const { id, sameAs = {} } of controls) {
      const joined = new Set([id, ...Object.values(sameAs).flat()].flatMap((each) => [...groupOf(each)]));
      for (const each of joined) groups.set(each, joined);
    }
  }
  return groups;
}
