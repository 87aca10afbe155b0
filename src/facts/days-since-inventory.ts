import { daysSince } from './kit/days.ts';
import { supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was the inventory of devices last taken?',
  means: 'The date of the list itself, or of its newest row that has one.',
  from: ['asset'],
  judge: (asset) => (asset.type === 'device' ? supports(`${asset.name}: listed`) : undefined),
});
