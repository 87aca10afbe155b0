import type { Condition } from '../../model/questionnaire.ts';

/** Whether a question is asked, given the words that were answered so far; unknown as long as one that decides is not known. */
export function holds(condition: Condition, answerAt: (row: number) => string | undefined): boolean | 'unknown' {
  switch (condition.kind) {
    case 'unclear':
      return 'unknown';
    case 'said': {
      const word = answerAt(condition.row);
      return word === undefined ? 'unknown' : word === condition.word;
    }
    case 'not': {
      const inner = holds(condition.of, answerAt);
      return inner === 'unknown' ? 'unknown' : !inner;
    }
    case 'all':
    case 'any': {
      const each = condition.of.map((one) => holds(one, answerAt));
      const decides = condition.kind === 'any';
      if (each.includes(decides)) return decides;
      return each.includes('unknown') ? 'unknown' : !decides;
    }
  }
}
