import { assessmentText, newestAssessment } from './kit/assessments.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';

export default newestAssessment({
  question: 'Does the newest risk assessment cover the sensitive data?',
  means: 'As the assessment says of its own scope, such as all electronic health information.',
  judge: (assessment, scope) => {
    const text = `${assessmentText(assessment, scope)}${assessment.scope === undefined ? '' : `: ${assessment.scope}`}`;
    if (assessment.coversSensitiveData === undefined) return undecided(`${text}: not told`);
    return assessment.coversSensitiveData ? supports(text) : refutes(`${text}: sensitive data not covered`);
  },
});
