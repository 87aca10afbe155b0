import { defineFact } from './define-fact.ts';
import type { Among } from './kit/among.ts';
import { EVERYBODY } from './kit/among.ts';
import { answerShare } from './kit/share.ts';
import { subjectFold } from './kit/subjects.ts';
import { answerThings } from './kit/things.ts';
import { judgeTraining } from './kit/trainings.ts';

const FINANCE = /\b(financ\w*|account(s|ing)|billing|payroll|treasury|bookkeep\w*|controlling)\b/i;

const FINANCE_STAFF: Among = {
  ...EVERYBODY,
  title: 'people in finance',
  picks: (people) => people.members.filter((member) => FINANCE.test(member.department ?? '')),
};

export default defineFact({
  question: 'What share of finance staff completed training against payment fraud within a year?',
  from: ['training-completion'],
  measures: 'share',
  means:
    'Of the people whom the list of people places in finance; where it tells no departments, of those whom the training tool lists for it.',
  start: (scope) =>
    subjectFold<'training-completion'>(
      {
        subject: (training) => (training.topic === 'finance' ? { name: training.person } : undefined),
        judge: judgeTraining,
      },
      'person',
      scope,
    ),
  answer: (trained, scope) => {
    const from = ['training-completion'] as const;
    if (scope.people.known && FINANCE_STAFF.picks(scope.people).length > 0) {
      const share = { from, among: FINANCE_STAFF, rule: 'ever', silent: 'no such training was seen' } as const;
      return answerShare(share, trained, { whole: scope.people, scope });
    }
    const incomplete = () =>
      'Which people work in finance is not told; only those whom the training tool lists are counted.';
    return answerThings({ from, unit: 'person', rule: 'ever', incomplete }, trained, scope);
  },
});
