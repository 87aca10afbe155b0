import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Candidate, Matcher } from '../../model/match.ts';
import type { QuestionPair } from '../../model/question-pairs.ts';
import { plain } from '../find/words.ts';

export const NONE = 'none';

/** A matcher that takes a person's word first; later pairs go before earlier ones. */
export function rememberingMatcher(matcher: Matcher, pairs: readonly QuestionPair[], catalog: Catalog): Matcher {
  const known = new Map(pairs.map((pair) => [plain(pair.asks), pair]));
  return {
    match: (question) => {
      const found = matcher.match(question);
      const pair = known.get(plain(question.text));
      if (pair === undefined) return found;
      const because = REASONS.confirmed(pair.by, pair.on);
      if (pair.is === NONE) return { ...found, certainty: 'none', candidates: [], because };
      const candidate = candidateFor(pair.is, found.candidates, catalog);
      if (candidate === undefined) return found;
      const others = found.candidates.filter(({ control }) => control !== pair.is);
      return { ...found, certainty: 'confirmed', candidates: [candidate, ...others], because };
    },
  };
}

/** A person's word outweighs what seems to differ. */
function candidateFor(control: string, found: readonly Candidate[], { frameworks }: Catalog): Candidate | undefined {
  const known = found.find((each) => each.control === control);
  if (known !== undefined) return { ...known, against: [], stricter: false };
  const framework = frameworks.find(({ controls }) => controls.some(({ id }) => id === control));
  const entry = framework?.controls.find(({ id }) => id === control);
  if (framework === undefined || entry === undefined) return undefined;
  return {
    framework: framework.id,
    control,
    title: entry.title,
    score: 1,
    against: [],
    stricter: false,
    kin: `${framework.id} ${control}`,
  };
}
