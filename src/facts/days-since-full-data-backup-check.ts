import { daysSince } from './kit/days.ts';
import { refutes, supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was all data of a backup last read and found intact?',
  means:
    'A check that read the data itself. One that reads only the metadata misses damaged data; none of them shows that a restore works.',
  from: ['backup-integrity-check'],
  judge: (check) => {
    const name = check.target ?? `the repository of ${check.from.path}`;
    if (check.depth !== 'full-data') return refutes(`${name}: only the ${check.depth} was checked`);
    return check.outcome === 'clean' ? supports(`${name}: ${check.verbatim}`) : refutes(`${name}: ${check.verbatim}`);
  },
});
