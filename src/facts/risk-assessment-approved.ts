import { isDated } from '../model/observed.ts';
import { assessmentText, newestAssessment } from './kit/assessments.ts';
import { refutes, supports } from './kit/subjects.ts';
import { dayText, isLater } from './kit/time.ts';

export default newestAssessment({
  question: 'Did a named person approve the newest risk assessment?',
  means: 'A name and a day up to the as-of date. Whether the assessment is right is another question.',
  judge: (assessment, scope) => {
    const text = assessmentText(assessment, scope);
    const { approved, approvedBy } = assessment;
    if (!approvedBy?.trim()) return refutes(`${text}: approved by nobody`);
    if (!approved || !isDated(approved)) return refutes(`${text}: approved by ${approvedBy}, on an unknown day`);
    const day = dayText(approved, scope);
    if (isLater(approved, scope)) return refutes(`${text}: approved on ${day}, after the as-of date`);
    return supports(`${text}: approved by ${approvedBy} on ${day}`);
  },
});
