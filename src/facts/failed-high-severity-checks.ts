import { defineFact } from './define-fact.ts';
import { type Check, checkFold, doubtingWhatPassed, isRewritten } from './kit/checks.ts';
import { answerCount, counts, isClear } from './kit/count.ts';
import { type Judgement, undecided } from './kit/subjects.ts';

export default defineFact({
  question: 'How many checks of high or critical severity failed?',
  from: ['configuration-check', 'configuration-assessment'],
  measures: 'count',
  means:
    'By rule and target, with the severity that the tool gives. A failed check that somebody muted still failed; what passed in a run that did not reach its target is no pass.',
  start: (scope) => checkFold({ about: () => true, judge, lost: doubtingWhatPassed }, scope),
  answer: ({ subjects }, scope) => {
    const shape = { from: ['configuration-check'], unit: 'failed check', tone: 'bad', zeroNeedsAll: true } as const;
    return answerCount(shape, subjects, scope);
  },
});

function judge(check: Check): Judgement | undefined {
  const text = `${check.target === undefined ? '' : `${check.target}: `}${check.rule} ${check.title ?? ''}`.trim();
  const isFailed = check.outcome === 'failed' || (check.outcome === 'passed' && isRewritten(check));
  if (!isFailed) return check.outcome === 'passed' ? isClear(`${text}: passed`) : undefined;
  if (check.severity === undefined) return undecided(`${text}: ${check.verbatim}, severity not told`);
  const isSevere = check.severity === 'high' || check.severity === 'critical';
  return isSevere ? counts(`${text}: ${check.verbatim} (${check.severity})`) : isClear(`${text}: ${check.severity}`);
}
