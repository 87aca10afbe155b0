import { isRewritten } from './kit/checks.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many checks of high or critical severity failed?',
  means: 'By rule and target, with the severity that the tool gives. A failed check that somebody muted still failed.',
  from: ['configuration-check'],
  of: 'thing',
  unit: 'failed check',
  tone: 'bad',
  subject: (check) => ({ name: `${check.tool} ${check.rule} ${check.target ?? ''}` }),
  judge: (check) => {
    const text = `${check.target === undefined ? '' : `${check.target}: `}${check.rule} ${check.title ?? ''}`.trim();
    const isFailed = check.outcome === 'failed' || (check.outcome === 'passed' && isRewritten(check));
    if (!isFailed) return check.outcome === 'passed' ? isClear(`${text}: passed`) : undefined;
    if (check.severity === undefined) return undecided(`${text}: ${check.verbatim}, severity not told`);
    const isSevere = check.severity === 'high' || check.severity === 'critical';
    return isSevere ? counts(`${text}: ${check.verbatim} (${check.severity})`) : isClear(`${text}: ${check.severity}`);
  },
  zeroNeedsAll: true,
});
