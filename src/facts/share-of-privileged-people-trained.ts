import { shareOfThings } from './kit/things.ts';
import { judgeTraining } from './kit/trainings.ts';

export default shareOfThings({
  question: 'What share of the people assigned to training for administrators completed it within a year?',
  means: 'Of those whom the training tool lists for it; that these are all administrators is not shown.',
  from: ['training-completion'],
  unit: 'person',
  rule: 'ever',
  subject: (training) => (training.topic === 'privileged' ? { name: training.person } : undefined),
  judge: judgeTraining,
  incomplete: () => 'Only those whom the training tool lists for it are counted.',
});
