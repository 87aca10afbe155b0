import { daysSince } from './kit/days.ts';
import { refutes, supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was the configuration last assessed against a benchmark?',
  means: 'Runs that ended, reached what they judge and found at least one rule that applies.',
  from: ['configuration-assessment'],
  judge: (run) => {
    const name = `${run.target ?? run.tool}: ${run.benchmark ?? run.tool}`;
    if (run.complete === false) return refutes(`${name}: the run did not end or did not reach its target`);
    const applicable = run.passed + run.failed;
    if (applicable === 0) return refutes(`${name}: no rule applied (${run.notApplicable ?? 0} not applicable)`);
    return supports(`${name}: ${applicable} rules judged`);
  },
});
