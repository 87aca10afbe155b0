import { EVERYBODY } from './kit/among.ts';
import { shareOfPeople } from './kit/share.ts';
import { refutes, supports } from './kit/subjects.ts';

export default shareOfPeople({
  question: 'What share of people acknowledged the policies?',
  means: 'As the training tool records it; that somebody confirmed does not show that the policy is followed.',
  from: ['training-completion'],
  among: EVERYBODY,
  silent: 'no acknowledgement was seen',
  rule: 'ever',
  subject: (training) => (training.policyAcknowledged === undefined ? undefined : { name: training.person }),
  judge: (training) =>
    training.policyAcknowledged
      ? supports(`${training.person}: ${training.course} acknowledged`, { when: training.completed })
      : refutes(`${training.person}: ${training.course} not acknowledged`),
});
