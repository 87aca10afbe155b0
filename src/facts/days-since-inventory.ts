import { daysSince } from './kit/days.ts';
import { isInventory } from './kit/population.ts';
import { supports } from './kit/subjects.ts';

export default daysSince({
  question: 'How many days ago was the inventory of devices last taken?',
  means:
    'The date of the list itself, or of its newest row that has one. What an agent tells of its own machine makes no list that the engagement names any newer.',
  from: ['asset'],
  judge: (asset, scope) =>
    asset.type === 'device' && isInventory(asset, scope) ? supports(`${asset.name}: listed`) : undefined,
});
