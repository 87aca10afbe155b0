import { assessmentText } from './kit/assessments.ts';
import { daysSince } from './kit/days.ts';
import { supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was a risk assessment last performed?',
  means: 'By the day on which it was performed. A scanner’s or a cloud service’s report is none.',
  from: ['risk-assessment'],
  judge: (assessment, scope) => supports(assessmentText(assessment, scope), { when: assessment.performed }),
});
